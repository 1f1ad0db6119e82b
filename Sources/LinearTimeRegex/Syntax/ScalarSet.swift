internal import UnicodeText

/// A set of code points, as a class in brackets or an escape describes it.
struct ScalarSet: Hashable {
  enum Item: Hashable {
    case range(UInt32, UInt32)
    /// General categories, as bits of `CategoryMask`.
    case categories(UInt32, isNegated: Bool)
    case ascii(ASCIIClass, isNegated: Bool)
    /// Letters and digits of any script and `_`.
    case word(isNegated: Bool)
  }

  private(set) var items: [Item] = []
  private(set) var isNegated = false
  private(set) var foldsCase = false
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ items: [Item], isNegated: Bool = false, foldsCase: Bool = false) {
    self.items = items
    self.isNegated = isNegated
    self.foldsCase = foldsCase
    for value in UInt8(0)..<128 where computed(Unicode.Scalar(value)) {
      if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
    }
  }

  static func single(_ scalar: Unicode.Scalar, foldsCase: Bool) -> ScalarSet {
    ScalarSet([.range(scalar.value, scalar.value)], foldsCase: foldsCase)
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 64 { return low >> UInt64(value) & 1 == 1 }
    if value < 128 { return high >> UInt64(value - 64) & 1 == 1 }
    return computed(scalar)
  }

  private func computed(_ scalar: Unicode.Scalar) -> Bool {
    var isListed = lists(scalar)
    if !isListed, foldsCase {
      isListed = CaseFolding.simpleOrbit(scalar).contains { $0 != scalar && lists($0) }
    }
    return isListed != isNegated
  }

  private func lists(_ scalar: Unicode.Scalar) -> Bool {
    for item in items {
      switch item {
      case .range(let first, let last): if scalar.value >= first && scalar.value <= last { return true }
      case .categories(let mask, let isNegated):
        if (CategoryMask.bit(of: scalar) & mask != 0) != isNegated { return true }
      case .ascii(let known, let isNegated): if known.contains(scalar) != isNegated { return true }
      case .word(let isNegated):
        if (scalar == "_" || ScalarClass.isLetterOrNumber(scalar)) != isNegated { return true }
      }
    }
    return false
  }
}
