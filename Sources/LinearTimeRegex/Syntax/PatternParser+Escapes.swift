internal import UnicodeText

extension PatternParser {
  /// An escape outside brackets.
  mutating func parseEscape() throws(RegexSyntaxError) {
    switch peek(1) {
    case UInt8(ascii: "A"):
      index += 2
      return try builder.check(.textStart)
    case UInt8(ascii: "z"):
      index += 2
      return try builder.check(.textEnd)
    case UInt8(ascii: "b"):
      index += 2
      return try builder.check(.wordBoundary)
    case UInt8(ascii: "B"):
      index += 2
      return try builder.check(.noWordBoundary)
    case UInt8(ascii: "Q"):
      index += 2
      while index < bytes.count, !starts(with: "\\E") { try builder.take(next(), foldsCase: flags.foldsCase) }
      index = min(index + 2, bytes.count)
      return
    default: break
    }
    if let item = try parseClassEscape() { return try builder.take(ScalarSet([item])) }
    try builder.take(try parseCharacterEscape(), foldsCase: flags.foldsCase)
  }

  /// `\d`, `\w`, `\s`, `\p{…}` and their opposites; nil, with nothing read, where another escape stands.
  mutating func parseClassEscape() throws(RegexSyntaxError) -> ScalarSet.Item? {
    guard peek() == UInt8(ascii: "\\"), let kind = peek(1) else { return nil }
    let isNegated = kind & 0x20 == 0
    switch kind | 0x20 {
    case UInt8(ascii: "d"):
      index += 2
      return ScalarSet.Item(kind: .ranges(ASCIIClass.digit), isNegated: isNegated)
    case UInt8(ascii: "s"):
      index += 2
      return item(ASCIIClass.perlSpace, isNegated)
    case UInt8(ascii: "w"):
      index += 2
      if options.wordsOfAnyScript { return ScalarSet.Item(kind: .word, isNegated: isNegated) }
      return item(ASCIIClass.word, isNegated)
    case UInt8(ascii: "p"): return try parseUnicodeClass(isNegated: isNegated)
    default: return nil
    }
  }

  func item(_ ranges: [ClosedRange<UInt32>], _ isNegated: Bool) -> ScalarSet.Item {
    ScalarSet.Item(kind: .ranges(ranges), isNegated: isNegated, foldsCase: flags.foldsCase)
  }

  /// `\pL`, `\p{Greek}`, `\p{^Greek}`, `\P{Greek}`.
  private mutating func parseUnicodeClass(isNegated: Bool) throws(RegexSyntaxError) -> ScalarSet.Item {
    let start = index
    index += 2
    var isOpposite = isNegated
    var name = ""
    if skip(UInt8(ascii: "{")) {
      if skip(UInt8(ascii: "^")) { isOpposite.toggle() }
      let nameStart = index
      while let byte = peek(), byte != UInt8(ascii: "}") { index += 1 }
      name = text(nameStart..<index)
      guard skip(UInt8(ascii: "}")) else { throw .nameNotClosed(at: range(start, index)) }
    } else if peek() != nil {
      let nameStart = index
      _ = next()
      name = text(nameStart..<index)
    }
    if name.isEmpty { throw .noClassName(at: range(start, index)) }
    if name == "Any" { return ScalarSet.Item(kind: .ranges([0...0x10_FFFF]), isNegated: isOpposite) }
    if let mask = CategoryMask.mask(named: name) {
      return ScalarSet.Item(kind: .categories(mask), isNegated: isOpposite, foldsCase: flags.foldsCase)
    }
    if let ranges = ScriptRanges.ranges(of: name) { return item(ranges, isOpposite) }
    throw .noClass(named: name, near: Self.nearestClass(name), at: range(start, index))
  }

  /// Names that other engines have, or the same name in other letters.
  private static func nearestClass(_ name: String) -> String? {
    let known = [
      "letter": "L", "alphabetic": "L", "uppercase_letter": "Lu", "uppercase": "Lu", "lowercase_letter": "Ll",
      "lowercase": "Ll", "number": "N", "decimal_number": "Nd", "digit": "Nd", "punctuation": "P", "mark": "M",
      "symbol": "S", "separator": "Z", "other": "C",
    ]
    let lowered = name.lowercased()
    if let short = known[lowered] { return "\\p{\(short)}" }
    let capital = name.prefix(1).uppercased() + lowered.dropFirst()
    guard capital != name else { return nil }
    return CategoryMask.mask(named: capital) != nil || ScriptRanges.ranges(of: capital) != nil ? "\\p{\(capital)}" : nil
  }

  /// An escape that stands for one code point.
  mutating func parseCharacterEscape() throws(RegexSyntaxError) -> UInt32 {
    let start = index
    index += 1
    guard let kind = peek() else { throw .loneBackslash(at: range(start)) }
    index += 1
    switch kind {
    case UInt8(ascii: "a"): return 0x07
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "v"): return 0x0B
    case UInt8(ascii: "x"): return try parseHexadecimal(from: start)
    case UInt8(ascii: "0"): return parseOctal(kind)
    case 0x31...0x39:
      guard kind <= 0x37, let second = peek(), (0x30...0x37).contains(second) else {
        throw .backReference(at: range(start, index))
      }
      return parseOctal(kind)
    default:
      if kind < 0x80, !isWordPart(kind) { return UInt32(kind) }
      throw unknownEscape(from: start)
    }
  }

  /// Up to two more digits.
  private mutating func parseOctal(_ first: UInt8) -> UInt32 {
    var value = UInt32(first - 0x30)
    for _ in 0..<2 {
      guard let digit = peek(), (0x30...0x37).contains(digit) else { break }
      value = value * 8 + UInt32(digit - 0x30)
      index += 1
    }
    return value
  }

  private mutating func unknownEscape(from start: Int) -> RegexSyntaxError {
    index = start + 1
    _ = next()
    let escape = text(start + 1..<index)
    let instead: String? =
      switch escape {
      case "Z": "write `\\z` for the end of the text"
      case "h": "write `[\\t ]`"
      case "R": "write `\\r?\\n`"
      case "e": "write `\\x1B`"
      case "u", "U", "N": "write `\\x{1F600}` with the number of the code point"
      case "X", "C": "write `(?s:.)` for any code point"
      case "b": "write `\\x08` for backspace"
      case "E": "leave it out where no `\\Q` stands before"
      case "k", "g": "write the text of the group out again"
      default: nil
      }
    return .unknownEscape(escape, instead: instead, at: range(start, index))
  }

  private mutating func parseHexadecimal(from start: Int) throws(RegexSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    let isBraced = skip(UInt8(ascii: "{"))
    let first = index
    while isBraced || index < first + 2, let byte = peek(), let digit = Self.hexadecimalDigit(byte), value <= 0x10_FFFF
    {
      value = value * 16 + digit
      index += 1
    }
    let isWhole = isBraced ? index > first && skip(UInt8(ascii: "}")) : index == first + 2
    if !isWhole || value > 0x10_FFFF { throw .noCodePoint(at: range(start, index)) }
    return value
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x57)
    default: nil
    }
  }
}
