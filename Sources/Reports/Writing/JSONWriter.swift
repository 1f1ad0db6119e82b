/// Writes JSON (RFC 8259) as it goes, with members in the order given and no white space but what is asked for.
struct JSONWriter {
  private(set) var text = ""
  private let isIndented: Bool
  private var depth = 0
  private var needsComma = false
  private var follows = false

  init(isIndented: Bool) {
    self.isIndented = isIndented
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

  mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  mutating func key(_ name: String) {
    separate()
    quote(name)
    text += isIndented ? ": " : ":"
    follows = true
  }

  mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    scalar(String(value))
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    scalar(value ? "true" : "false")
  }

  mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array { writer in for value in values { writer.string(value) } }
  }

  mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// A literal that is JSON already.
  mutating func scalar(_ literal: String) {
    separate()
    text += literal
  }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    text += open
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if needsComma { newLine() }
    text += close
    needsComma = true
  }

  private mutating func separate() {
    if follows {
      follows = false
      needsComma = true
      return
    }
    if needsComma { text += "," }
    if depth > 0 { newLine() }
    needsComma = true
  }

  private mutating func newLine() {
    guard isIndented else { return }
    text += "\n" + String(repeating: "  ", count: depth)
  }

  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // Beside what RFC 8259 asks: what could steer a terminal or hide and reorder what is read.
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}",
        "\u{2066}"..."\u{2069}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
