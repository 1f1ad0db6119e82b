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
  /// A bit for each ASCII character: what nearly all look-ups are about.
  private let ascii: UInt128

  init(_ items: [Item], isNegated: Bool = false, foldsCase: Bool = false) {
    self.items = items
    self.isNegated = isNegated
    self.foldsCase = foldsCase
    var listed = items.reduce(UInt128(0)) { $0 | Self.ascii(of: $1) }
    if foldsCase {
      listed |= (listed & Self.upperLetters) << 32 | (listed & Self.lowerLetters) >> 32
      // The only code points beyond ASCII that fold into it: the long s and the sign for kelvin.
      if Self.lists("\u{17F}", items) { listed |= Self.bits("s") | Self.bits("S") }
      if Self.lists("\u{212A}", items) { listed |= Self.bits("k") | Self.bits("K") }
    }
    ascii = isNegated ? ~listed : listed
  }

  private static let upperLetters = bits("A"..."Z")
  private static let lowerLetters = bits("a"..."z")

  private static func bits(_ scalar: Unicode.Scalar) -> UInt128 { 1 << UInt128(scalar.value) }

  private static func bits(_ range: ClosedRange<Unicode.Scalar>) -> UInt128 {
    (range.lowerBound.value...range.upperBound.value).reduce(0) { $0 | 1 << UInt128($1) }
  }

  private static func ascii(of item: Item) -> UInt128 {
    switch item {
    case .range(let first, let last):
      if first > 127 { return 0 }
      let upTo = last >= 127 ? ~UInt128(0) : (1 << UInt128(last + 1)) - 1
      return upTo & ~((1 << UInt128(first)) - 1)
    case .ascii, .categories, .word:
      return (UInt8(0)..<128).reduce(0) { lists(Unicode.Scalar($1), [item]) ? $0 | 1 << UInt128($1) : $0 }
    }
  }

  static func single(_ scalar: Unicode.Scalar, foldsCase: Bool) -> ScalarSet {
    ScalarSet([.range(scalar.value, scalar.value)], foldsCase: foldsCase)
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 128 { return ascii >> UInt128(scalar.value) & 1 == 1 }
    var isListed = Self.lists(scalar, items)
    if !isListed, foldsCase {
      isListed = CaseFolding.simpleOrbit(scalar).contains { $0 != scalar && Self.lists($0, items) }
    }
    return isListed != isNegated
  }

  private static func lists(_ scalar: Unicode.Scalar, _ items: [Item]) -> Bool {
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
