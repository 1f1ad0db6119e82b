internal import Diagnostics

/// Cuts an expression's text into tokens (cel-spec `langdef.md`, section Syntax).
struct Lexer {
  private let bytes: [UInt8]
  private var index = 0

  init(_ source: String) {
    bytes = Array(source.utf8)
  }

  private func byte(_ ahead: Int = 0) -> UInt8 { index + ahead < bytes.count ? bytes[index + ahead] : 0 }

  private static let symbols = [
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", ".", ",", "(", ")", "[", "]",
    "{", "}",
  ].map { (text: $0, bytes: Array($0.utf8)) }

  mutating func next() throws(SyntaxFailure) -> Token {
    skipBlanks()
    let start = index
    guard index < bytes.count else { return token(.end, from: start) }
    if let literal = try scanString() { return token(literal, from: start) }
    let first = byte()
    if Self.isLetter(first) {
      while Self.isLetter(byte()) || Self.isDigit(byte()) { index += 1 }
      let text = String(decoding: bytes[start..<index], as: UTF8.self)
      switch text {
      case "true": return token(.literal(.bool(true)), from: start)
      case "false": return token(.literal(.bool(false)), from: start)
      case "null": return token(.literal(.null), from: start)
      case "in": return token(.symbol("in"), from: start)
      default: return token(.identifier(text), from: start)
      }
    }
    if Self.isDigit(first) || first == UInt8(ascii: ".") && Self.isDigit(byte(1)) {
      let number = try scanNumber()
      return token(number, from: start)
    }
    if first == UInt8(ascii: "`") {
      let name = try scanQuotedIdentifier()
      return token(name, from: start)
    }
    for symbol in Self.symbols where bytes[index...].starts(with: symbol.bytes) {
      index += symbol.bytes.count
      return token(.symbol(symbol.text), from: start)
    }
    throw unexpected(at: start)
  }

  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, range: SourceRange(start: start, end: index))
  }

  private func unexpected(at start: Int) -> SyntaxFailure {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return SyntaxFailure(Messages.unexpectedCharacter(text, range: SourceRange(start: start, end: end)))
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      switch byte() {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: index += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while index < bytes.count, byte() != 0x0A { index += 1 }
      default: return
      }
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func scanQuotedIdentifier() throws(SyntaxFailure) -> Token.Kind {
    let start = index
    index += 1
    let textStart = index
    while index < bytes.count, byte() != UInt8(ascii: "`") {
      let isAllowed = Self.isLetter(byte()) || Self.isDigit(byte()) || "-./ ".utf8.contains(byte())
      guard isAllowed else { throw unexpected(at: index) }
      index += 1
    }
    guard index < bytes.count, index > textStart else {
      throw SyntaxFailure(Messages.unclosed("`", range: SourceRange(start: start, end: index)))
    }
    index += 1
    return .quotedIdentifier(String(decoding: bytes[textStart..<index - 1], as: UTF8.self))
  }

  // MARK: Numbers

  private mutating func scanNumber() throws(SyntaxFailure) -> Token.Kind {
    let start = index
    if byte() == 0x30, byte(1) | 0x20 == UInt8(ascii: "x") {
      index += 2
      let digits = index
      while Self.isHexadecimal(byte()) { index += 1 }
      return try integer(String(decoding: bytes[digits..<index], as: UTF8.self), radix: 16, from: start)
    }
    while Self.isDigit(byte()) { index += 1 }
    var isDouble = false
    if byte() == UInt8(ascii: "."), Self.isDigit(byte(1)) {
      isDouble = true
      index += 1
      while Self.isDigit(byte()) { index += 1 }
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      let signed = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
      if Self.isDigit(byte(signed ? 2 : 1)) {
        isDouble = true
        index += signed ? 2 : 1
        while Self.isDigit(byte()) { index += 1 }
      }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isDouble {
      guard let value = Double(text.hasPrefix(".") ? "0" + text : text), value.isFinite else {
        throw SyntaxFailure(Messages.numberOutOfRange(range: SourceRange(start: start, end: index)))
      }
      return .literal(.double(value))
    }
    return try integer(text, radix: 10, from: start)
  }

  private mutating func integer(_ digits: String, radix: Int, from start: Int) throws(SyntaxFailure) -> Token.Kind {
    let isUnsigned = byte() | 0x20 == UInt8(ascii: "u")
    let value = UInt64(digits, radix: radix)
    if isUnsigned { index += 1 }
    let range = SourceRange(start: start, end: index)
    guard let value else { throw SyntaxFailure(Messages.numberOutOfRange(range: range)) }
    if isUnsigned { return .literal(.uint(value)) }
    if let int = Int64(exactly: value) { return .literal(.int(int)) }
    if value == Int64.min.magnitude { return .smallestMagnitude }
    throw SyntaxFailure(Messages.numberOutOfRange(range: range))
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }

  // MARK: Strings

  /// A string or bytes literal; nil, with nothing read, where none begins.
  private mutating func scanString() throws(SyntaxFailure) -> Token.Kind? {
    var prefix = 0
    var isRaw = false
    var isBytes = false
    while prefix < 2 {
      switch byte(prefix) | 0x20 {
      case UInt8(ascii: "r") where !isRaw: isRaw = true
      case UInt8(ascii: "b") where !isBytes && !isRaw: isBytes = true
      default:
        guard isQuote(byte(prefix)) else { return nil }
        return try scanString(prefix: prefix, isRaw: isRaw, isBytes: isBytes)
      }
      prefix += 1
    }
    guard isQuote(byte(prefix)) else { return nil }
    return try scanString(prefix: prefix, isRaw: isRaw, isBytes: isBytes)
  }

  private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") }

  private mutating func scanString(prefix: Int, isRaw: Bool, isBytes: Bool) throws(SyntaxFailure) -> Token.Kind {
    let start = index
    index += prefix
    let quote = byte()
    let isTriple = byte(1) == quote && byte(2) == quote
    index += isTriple ? 3 : 1
    let textStart = index
    while true {
      guard index < bytes.count, isTriple || byte() != 0x0A && byte() != 0x0D else {
        throw SyntaxFailure(
          Messages.unclosed(isTriple ? "three quotes" : "quote", range: SourceRange(start: start, end: index)))
      }
      if byte() == UInt8(ascii: "\\"), !isRaw || index + 1 < bytes.count {
        index += 2
        continue
      }
      if byte() == quote, !isTriple || byte(1) == quote && byte(2) == quote { break }
      index += 1
    }
    let content = bytes[textStart..<min(index, bytes.count)]
    index += isTriple ? 3 : 1
    var decoder = StringLiteralDecoder(content, isRaw: isRaw, isBytes: isBytes)
    let decoded = try decoder.decode()
    return isBytes ? .literal(.bytes(decoded)) : .literal(.string(String(decoding: decoded, as: UTF8.self)))
  }
}

/// Thrown where the text is no expression; carries what to say. A reference, since a parse that is many levels deep has
/// room on its stack for one at each place that can fail.
final class SyntaxFailure: Error {
  let issue: ExpressionIssue

  init(_ issue: ExpressionIssue) {
    self.issue = issue
  }
}
