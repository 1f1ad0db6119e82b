/// Reads code points of valid UTF-8, which the texts of Swift are.
enum UTF8Text {
  /// The code point that begins at an offset, and its length.
  static func decode(_ text: Span<UInt8>, at start: Int) -> (value: UInt32, length: Int) {
    let first = text[start]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in start + 1..<start + length { value = value << 6 | UInt32(text[index] & 0x3F) }
    return (value, length)
  }

  static func scalar(_ text: Span<UInt8>, at start: Int) -> Unicode.Scalar {
    Unicode.Scalar(decode(text, at: start).value) ?? "\u{FFFD}"
  }

  /// Where the code point before an offset begins.
  static func start(before end: Int, _ text: Span<UInt8>) -> Int {
    var start = end - 1
    while text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

extension String {
  /// The UTF-8 bytes, without copying them where the text has them in one piece.
  func withUTF8Span<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    var text = self
    text.makeContiguousUTF8()
    return body(text.utf8Span.span)
  }
}
