/// Writes texts as scalars that read back as exactly those texts, for other programs too.
enum ScalarWriter {
  enum Surroundings {
    /// Between line breaks.
    case block
    /// Between brackets.
    case flow
    /// In a document that is JSON.
    case json
  }

  /// On one line.
  static func write(_ text: String, in surroundings: Surroundings) -> String {
    if surroundings == .json { return quoted(text, isJSON: true) }
    if isPlain(text, isInFlow: surroundings == .flow) { return text }
    // Each for itself: as a part of a character, with an accent behind it, a quote is a quote too.
    let scalars = text.unicodeScalars
    guard scalars.allSatisfy({ isSeen($0) }) else { return quoted(text, isJSON: false) }
    if scalars.contains("'"), !scalars.contains("\""), !scalars.contains("\\") { return "\"\(text)\"" }
    let parts = scalars.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.map { String($0) }.joined(separator: "''") + "'"
  }

  /// What is a number, a date, true, false or null, as it is, and words that are meant for one of them, such as `yes`, so
  /// that their reader says what it says of them in a file; anything else as a text.
  static func writeLiteral(_ text: String, in surroundings: Surroundings) -> String {
    let isSafe = !text.isEmpty && text.utf8.allSatisfy { isWordByte($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
    let isText = if case .text = CoreSchema.resolve(text) { true } else { false }
    let isMeant = surroundings != .json && (isDate(text) || taken.contains(text.lowercased()))
    guard isSafe, !isText || isMeant else { return write(text, in: surroundings) }
    return text
  }

  /// The lines of a folded block scalar; nil where the text fits on one line of that width, or can't be folded.
  static func fold(_ text: String, width: Int) -> [String]? {
    guard text.unicodeScalars.count > width, text.unicodeScalars.allSatisfy({ isSeen($0) }) else { return nil }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    // A line that begins or ends with a blank is not folded.
    guard words.allSatisfy({ !$0.isEmpty }) else { return nil }
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.unicodeScalars.count + 1 + word.unicodeScalars.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.count > 1 ? lines : nil
  }

  // MARK: Plain

  /// Words that some version of YAML takes for something else than a text.
  private static let taken: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]

  private static func isPlain(_ text: String, isInFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    guard first.properties.isAlphabetic || first.properties.numericType != nil || first == "(" || first == "/" else {
      return false
    }
    guard last != " ", last != ":", text.unicodeScalars.allSatisfy({ isSeen($0) }) else { return false }
    guard case .text = CoreSchema.resolve(text), !taken.contains(text.lowercased()), !isLikeNumber(text) else {
      return false
    }
    if isInFlow { return !text.unicodeScalars.contains { ",[]{}:?#".unicodeScalars.contains($0) } }
    return !hasMark(text)
  }

  /// Whether a colon or a hash stands where it would end the text.
  private static func hasMark(_ text: String) -> Bool {
    var before: Unicode.Scalar = "a"
    for scalar in text.unicodeScalars {
      if before == ":" && scalar == " " || before == " " && scalar == "#" { return true }
      before = scalar
    }
    return false
  }

  /// Whether some program could take it for a number, a date or a time.
  private static func isLikeNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return false }
    return text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.:_eEbxoTtZz".utf8.contains($0) }
  }

  private static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 10
      && bytes.indices.allSatisfy { $0 == 4 || $0 == 7 ? bytes[$0] == 0x2D : (0x30...0x39).contains(bytes[$0]) }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  // MARK: Quoted

  /// Whether it is seen, where it stands: no control, nothing that steers how the rest is shown.
  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }

  private static func quoted(_ text: String, isJSON: Bool) -> String {
    var out = "\""
    for scalar in text.unicodeScalars { out += escaped(scalar, isJSON: isJSON) }
    return out + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar, isJSON: Bool) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
    if isSeen(scalar) { return String(scalar) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    func padded(_ count: Int) -> String { String(repeating: "0", count: count - digits.utf8.count) + digits }
    if scalar.value <= 0xFFFF { return "\\u" + padded(4) }
    // JSON would want two halves, which YAML refuses.
    return isJSON ? String(scalar) : "\\U" + padded(8)
  }
}
