/// The core schema of YAML 1.2.2, section 10.3.2.
enum CoreSchema {
  static func resolve(_ text: String) -> YAMLScalarValue {
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"): return isNull(text) ? .null : .text(text)
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      switch text {
      case "true", "True", "TRUE": return .bool(true)
      default: return .text(text)
      }
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      switch text {
      case "false", "False", "FALSE": return .bool(false)
      default: return .text(text)
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return number(text) ?? .text(text)
    default:
      return .text(text)
    }
  }

  /// Whether `resolve` gives nothing, without making anything of it.
  static func isNull(_ text: String) -> Bool {
    switch text.utf8.first {
    case nil: true
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
      switch text {
      case "~", "null", "Null", "NULL": true
      default: false
      }
    default: false
    }
  }

  private static func number(_ text: String) -> YAMLScalarValue? {
    if text.hasPrefix("0x") { return integer(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return integer(text.dropFirst(2), radix: 8) }
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .double(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .double(-.infinity)
    case ".nan", ".NaN", ".NAN": return .double(.nan)
    default: break
    }
    switch shape(of: text.utf8) {
    case .integer: return Int64(text).map { .int($0) } ?? Double(text).map { .double($0) }
    case .float: return Double(text.hasSuffix(".") ? text + "0" : text).map { .double($0) } ?? fraction(text)
    case .other: return nil
    }
  }

  private static func integer(_ digits: Substring, radix: Int) -> YAMLScalarValue? {
    guard let first = digits.first, first != "+", first != "-" else { return nil }
    guard digits.utf8.allSatisfy({ isDigit($0, radix: radix) }) else { return nil }
    if let value = Int64(digits, radix: radix) { return .int(value) }
    return .double(digits.utf8.reduce(0) { $0 * Double(radix) + Double(digitValue($1)) })
  }

  private static func isDigit(_ byte: UInt8, radix: Int) -> Bool {
    switch byte {
    case 0x30...0x37: true
    case 0x38, 0x39, 0x41...0x46, 0x61...0x66: radix == 16
    default: false
    }
  }

  private static func digitValue(_ byte: UInt8) -> Int {
    byte <= 0x39 ? Int(byte) - 0x30 : Int(byte | 0x20) - 0x61 + 10
  }

  private enum Shape { case integer, float, other }

  /// `[-+]? [0-9]+` is an integer; `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?` a float.
  private static func shape(of bytes: String.UTF8View) -> Shape {
    var rest = bytes[...]
    if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = dropDigits(&rest)
    if rest.isEmpty { return whole > 0 ? .integer : .other }
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = dropDigits(&rest)
    }
    guard whole + fraction > 0 else { return .other }
    if rest.isEmpty { return .float }
    guard rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") else { return .other }
    rest.removeFirst()
    if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
    return dropDigits(&rest) > 0 && rest.isEmpty ? .float : .other
  }

  private static func dropDigits(_ rest: inout Substring.UTF8View) -> Int {
    let before = rest.count
    rest = rest.drop { (0x30...0x39).contains($0) }
    return before - rest.count
  }

  /// Forms that the standard library's own reader refuses: `5.e3`, `.5e3` with a sign.
  private static func fraction(_ text: String) -> YAMLScalarValue? {
    var padded = ""
    var lastWasDigit = false
    for scalar in text.unicodeScalars {
      if scalar == "." {
        padded += lastWasDigit ? ".0" : "0."
      } else {
        padded.unicodeScalars.append(scalar)
      }
      lastWasDigit = ("0"..."9").contains(scalar)
    }
    return Double(padded).map { .double($0) }
  }
}
