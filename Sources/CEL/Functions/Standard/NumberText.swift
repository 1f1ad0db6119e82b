/// Numbers as texts write them, and nothing else: no blanks, no separators, no hexadecimal.
enum NumberText {
  static func int(_ text: String) -> Int64? { isPlain(text.utf8.drop { $0 == 0x2B || $0 == 0x2D }) ? Int64(text) : nil }

  static func uint(_ text: String) -> UInt64? { isPlain(text.utf8[...]) ? UInt64(text) : nil }

  private static func isPlain(_ digits: Substring.UTF8View) -> Bool {
    !digits.isEmpty && digits.allSatisfy { Lexer.isDigit($0) }
  }

  static func double(_ text: String) -> Double? {
    switch text {
    case "NaN": return .nan
    case "Infinity", "+Infinity", "Inf", "+Inf", "inf", "+inf": return .infinity
    case "-Infinity", "-Inf", "-inf": return -.infinity
    default: break
    }
    let isNumber = text.utf8.allSatisfy { Lexer.isDigit($0) || "+-.eE".utf8.contains($0) }
    guard isNumber, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}

extension NumberText {
  /// The shortest decimal that reads back as the same number, never with an exponent and without a needless fraction.
  static func plain(_ value: Double) -> String {
    guard value.isFinite else { return Value.written(value) }
    let description = value.description
    guard let e = description.utf8.firstIndex(where: { $0 == UInt8(ascii: "e") }),
      let exponent = Int(description[description.index(after: e)...])
    else { return description.hasSuffix(".0") ? String(description.dropLast(2)) : description }
    let sign = description.hasPrefix("-") ? "-" : ""
    let parts = description[..<e].drop { $0 == "-" }.split(separator: ".")
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    let digits = (parts.first ?? "") + fraction
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    let zeros = exponent - fraction.utf8.count
    if zeros >= 0 { return sign + digits + String(repeating: "0", count: zeros) }
    return sign + digits.dropLast(-zeros) + "." + digits.suffix(-zeros)
  }
}
