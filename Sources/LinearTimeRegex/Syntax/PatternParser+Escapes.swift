extension PatternParser {
  /// An escape outside brackets.
  mutating func parseEscape() throws(RegexSyntaxError) -> PatternNode {
    let start = index
    index += 1
    guard let kind = peek() else { throw error("a lone `\\`", from: start, remedy: "write `\\\\` for the character") }
    switch kind {
    case "A":
      index += 1
      return .assertion(.textStart)
    case "z":
      index += 1
      return .assertion(.textEnd)
    case "b":
      index += 1
      return .assertion(.wordBoundary)
    case "B":
      index += 1
      return .assertion(.noWordBoundary)
    case "1"..."9" where !("1"..."7").contains(kind) || !isOctalDigit(peek(1)):
      throw error("back-references are not supported", from: start, to: index + 1, remedy: "write the text out again")
    default: break
    }
    index = start
    if let item = try parseClassEscape() { return .scalars(ScalarSet([item], foldsCase: flags.foldsCase)) }
    return .scalars(.single(try parseCharacterEscape(), foldsCase: flags.foldsCase))
  }

  private func isOctalDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."7").contains($0) } ?? false }

  /// `\d`, `\w`, `\s`, `\p{…}` and their opposites; nil, with nothing read, where another escape stands.
  mutating func parseClassEscape() throws(RegexSyntaxError) -> ScalarSet.Item? {
    guard peek() == "\\", let kind = peek(1) else { return nil }
    let start = index
    switch kind {
    case "d", "D", "s", "S", "w", "W":
      index += 2
      return Self.perlClass(kind, wordsOfAnyScript: options.wordsOfAnyScript)
    case "p", "P":
      index += 2
      return try parseCategory(isNegated: kind == "P", from: start)
    default: return nil
    }
  }

  private static func perlClass(_ kind: Unicode.Scalar, wordsOfAnyScript: Bool) -> ScalarSet.Item {
    switch kind {
    case "w" where wordsOfAnyScript: .word(isNegated: false)
    case "W" where wordsOfAnyScript: .word(isNegated: true)
    case "d": .ascii(.digit, isNegated: false)
    case "D": .ascii(.digit, isNegated: true)
    case "s": .ascii(.space, isNegated: false)
    case "S": .ascii(.space, isNegated: true)
    case "w": .ascii(.word, isNegated: false)
    default: .ascii(.word, isNegated: true)
    }
  }

  private mutating func parseCategory(isNegated: Bool, from start: Int) throws(RegexSyntaxError) -> ScalarSet.Item {
    var name = ""
    var isOpposite = isNegated
    if skip("{") {
      if skip("^") { isOpposite.toggle() }
      while let next = peek(), next != "}" {
        name.unicodeScalars.append(next)
        index += 1
      }
      guard skip("}") else { throw error("the name is not closed", from: start, to: index, remedy: "add `}`") }
    } else if let next = peek() {
      name.unicodeScalars.append(next)
      index += 1
    }
    guard let mask = CategoryMask.mask(named: name) else {
      throw error("no class of characters is named `\(name)`", from: start, to: index)
    }
    return .categories(mask, isNegated: isOpposite)
  }

  /// An escape that stands for one code point.
  mutating func parseCharacterEscape() throws(RegexSyntaxError) -> Unicode.Scalar {
    let start = index
    index += 1
    guard let kind = peek() else { throw error("a lone `\\`", from: start, remedy: "write `\\\\` for the character") }
    index += 1
    switch kind {
    case "a": return "\u{07}"
    case "f": return "\u{0C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{0B}"
    case "x": return try parseHexadecimal(from: start)
    case "0"..."7":
      var value = kind.value - 0x30
      for _ in 0..<2 {
        guard let digit = peek(), ("0"..."7").contains(digit) else { break }
        value = value * 8 + digit.value - 0x30
        index += 1
      }
      return Unicode.Scalar(value) ?? "\0"
    default:
      let isWordPart = ("a"..."z").contains(kind) || ("A"..."Z").contains(kind) || ("0"..."9").contains(kind)
      if isWordPart || kind.value >= 0x80 {
        throw error(
          "the escape `\\\(kind)` is not known", from: start, to: index, remedy: "write `\\\\` for a backslash")
      }
      return kind
    }
  }

  private mutating func parseHexadecimal(from start: Int) throws(RegexSyntaxError) -> Unicode.Scalar {
    var digits = ""
    if skip("{") {
      while let next = peek(), next != "}" {
        digits.unicodeScalars.append(next)
        index += 1
      }
      _ = skip("}")
    } else {
      for _ in 0..<2 {
        if let next = peek() { digits.unicodeScalars.append(next) }
        index += 1
      }
    }
    guard digits.utf8.count <= 8, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
      throw error("this is no code point", from: start, to: index, remedy: "write `\\x{1F600}`")
    }
    return scalar
  }

  /// A class in brackets.
  mutating func parseClass() throws(RegexSyntaxError) -> ScalarSet {
    let start = index
    index += 1
    let isNegated = skip("^")
    var items: [ScalarSet.Item] = []
    var isFirst = true
    while let next = peek(), isFirst || next != "]" {
      isFirst = false
      if skip("[:") {
        items.append(try parseNamedClass(from: index - 2))
      } else if let item = try parseClassEscape() {
        items.append(item)
      } else {
        items.append(try parseRange())
      }
    }
    guard skip("]") else { throw error("the class is not closed", from: start, remedy: "add `]`") }
    return ScalarSet(items, isNegated: isNegated, foldsCase: flags.foldsCase)
  }

  private mutating func parseRange() throws(RegexSyntaxError) -> ScalarSet.Item {
    let start = index
    let first = try parseClassScalar()
    guard peek() == "-", let after = peek(1), after != "]" else { return .range(first.value, first.value) }
    index += 1
    let last = try parseClassScalar()
    if last < first { throw error("the range runs backwards", from: start, to: index) }
    return .range(first.value, last.value)
  }

  private mutating func parseClassScalar() throws(RegexSyntaxError) -> Unicode.Scalar {
    if peek() == "\\" { return try parseCharacterEscape() }
    guard let scalar = peek() else { throw error("the class is not closed", from: index, remedy: "add `]`") }
    index += 1
    return scalar
  }

  private mutating func parseNamedClass(from start: Int) throws(RegexSyntaxError) -> ScalarSet.Item {
    let isNegated = skip("^")
    var name = ""
    while let next = peek(), next != ":" {
      name.unicodeScalars.append(next)
      index += 1
    }
    guard skip(":]"), let known = ScalarSet.ASCIIClass(rawValue: name) else {
      throw error("no class of characters is named `[:\(name):]`", from: start, to: index)
    }
    return .ascii(known, isNegated: isNegated)
  }
}
