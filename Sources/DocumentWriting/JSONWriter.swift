/// Writes JSON (RFC 8259) as it goes, with members in the order given and no white space but what is asked for.
public struct JSONWriter {
  public private(set) var bytes: [UInt8] = []
  /// Whether there is white space for people.
  public let isIndented: Bool
  private var depth = 0
  private var needsComma = false
  private var follows = false

  /// - Parameter capacity: about how many bytes are to come.
  public init(isIndented: Bool, capacity: Int = 0) {
    self.isIndented = isIndented
    bytes.reserveCapacity(capacity)
  }

  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    follows = true
  }

  public mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    scalar(String(value))
  }

  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    scalar(value ? "true" : "false")
  }

  public mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array { writer in for value in values { writer.string(value) } }
  }

  public mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// A literal that is JSON already.
  public mutating func scalar(_ literal: String) {
    separate()
    append(literal)
  }

  /// A value that a writer without white space wrote before.
  public mutating func value(written: [UInt8]) {
    separate()
    bytes.append(contentsOf: written)
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if needsComma { newLine() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if follows {
      follows = false
      needsComma = true
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { newLine() }
    needsComma = true
  }

  private mutating func newLine() {
    guard isIndented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quote(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    if Self.needsEscapes(value) {
      for scalar in value.unicodeScalars { escape(scalar) }
    } else {
      append(value)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether there is anything in a text but characters of ASCII that stand for themselves.
  private static func needsEscapes(_ text: String) -> Bool {
    let span = text.utf8Span.span
    var found: UInt8 = 0
    // To the end in any case: without a way out the compiler takes many bytes at a time.
    for index in span.indices {
      let byte = span[index]
      found |= (byte &- 0x20 >= 0x5F ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0)
    }
    return found != 0
  }

  /// Beside what RFC 8259 asks, what could steer a terminal, or hide and reorder what is read, is escaped too.
  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}",
      "\u{2066}"..."\u{2069}", "\u{FEFF}":
      let digits = String(scalar.value, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
