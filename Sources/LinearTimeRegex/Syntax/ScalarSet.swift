internal import UnicodeText

/// A set of code points, as a class in brackets or an escape describes it.
struct ScalarSet: Hashable {
  /// A part of a class. Case is folded in each part before the part is negated, as in RE2: with `(?i)`, `\W` lacks the
  /// sign for kelvin because `\w` has `k`.
  struct Item: Hashable {
    enum Kind: Hashable {
      /// In order, and apart from each other.
      case ranges([ClosedRange<UInt32>])
      /// General categories, as bits of `CategoryMask`.
      case categories(UInt32)
      /// Letters and digits of any script and `_`.
      case word
    }

    let kind: Kind
    var isNegated = false
    var foldsCase = false

    static func range(_ first: UInt32, _ last: UInt32, foldsCase: Bool) -> Item {
      Item(kind: .ranges([first...last]), foldsCase: foldsCase)
    }
  }

  private let items: [Item]
  private let isNegated: Bool
  /// A bit for each ASCII character: what nearly all look-ups are about.
  let ascii: UInt128
  /// What is true of every code point beyond ASCII alike; nil where they differ.
  private let containsBeyondASCII: Bool?

  init(_ items: [Item], isNegated: Bool = false) {
    self.items = items
    self.isNegated = isNegated
    let listed = items.reduce(UInt128(0)) { $0 | $1.ascii }
    ascii = isNegated ? ~listed : listed
    let beyond = items.map(\.containsBeyondASCII)
    containsBeyondASCII = beyond.contains(true) ? !isNegated : beyond.contains(nil) ? nil : isNegated
  }

  static func single(_ value: UInt32, foldsCase: Bool) -> ScalarSet {
    ScalarSet([.range(value, value, foldsCase: foldsCase)])
  }

  static func asciiBits(_ range: ClosedRange<UInt32>) -> UInt128 {
    if range.lowerBound > 0x7F { return 0 }
    let upTo = range.upperBound >= 0x7F ? ~UInt128(0) : (1 << UInt128(range.upperBound + 1)) - 1
    return upTo & ~((1 << UInt128(range.lowerBound)) - 1)
  }

  /// The members, where all are ASCII and they are few.
  func fewASCII(atMost most: Int) -> [UInt8]? {
    guard containsBeyondASCII == false, ascii.nonzeroBitCount <= most else { return nil }
    return (0..<128).filter { ascii >> UInt128($0) & 1 == 1 }
  }

  /// - Parameter orbit: the code points that are equal to this one but for case.
  func contains(_ scalar: Unicode.Scalar, orbit: [Unicode.Scalar]) -> Bool {
    if scalar.value < 0x80 { return ascii >> UInt128(scalar.value) & 1 == 1 }
    return containsBeyondASCII ?? (items.contains { $0.contains(scalar, orbit) } != isNegated)
  }
}

extension ScalarSet.Item {
  fileprivate func contains(_ scalar: Unicode.Scalar, _ orbit: [Unicode.Scalar]) -> Bool {
    var isListed = kind.lists(scalar)
    if !isListed, foldsCase { isListed = orbit.contains { kind.lists($0) } }
    return isListed != isNegated
  }

  fileprivate var containsBeyondASCII: Bool? {
    guard case .ranges(let ranges) = kind else { return nil }
    if let last = ranges.last, last.upperBound > 0x7F { return nil }
    return foldsCase && (kind.lists("k") || kind.lists("K") || kind.lists("s") || kind.lists("S")) ? nil : isNegated
  }

  fileprivate var ascii: UInt128 {
    var listed = kind.ascii
    if foldsCase {
      listed |= (listed & Self.upperLetters) << 32 | (listed & Self.lowerLetters) >> 32
      // The only code points beyond ASCII that fold into it: the long s and the sign for kelvin.
      if kind.lists("\u{17F}") { listed |= Self.bits(of: "s") | Self.bits(of: "S") }
      if kind.lists("\u{212A}") { listed |= Self.bits(of: "k") | Self.bits(of: "K") }
    }
    return isNegated ? ~listed : listed
  }

  private static let upperLetters = ScalarSet.asciiBits(0x41...0x5A)
  private static let lowerLetters = ScalarSet.asciiBits(0x61...0x7A)

  private static func bits(of scalar: Unicode.Scalar) -> UInt128 { 1 << UInt128(scalar.value) }
}

extension ScalarSet.Item.Kind {
  fileprivate func lists(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .ranges(let ranges):
      var (low, high) = (0, ranges.count)
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
      }
      return low < ranges.count && ranges[low].lowerBound <= scalar.value
    case .categories(let mask): return CategoryMask.bit(of: scalar) & mask != 0
    case .word: return scalar == "_" || ScalarClass.isLetterOrNumber(scalar)
    }
  }

  fileprivate var ascii: UInt128 {
    switch self {
    case .ranges(let ranges): ranges.reduce(0) { $0 | ScalarSet.asciiBits($1) }
    case .word: ASCIIClass.word.reduce(0) { $0 | ScalarSet.asciiBits($1) }
    case .categories: (UInt8(0)..<128).reduce(0) { lists(Unicode.Scalar($1)) ? $0 | 1 << UInt128($1) : $0 }
    }
  }
}
