/// Paths as URI references (RFC 3986).
enum URIText {
  /// The path with everything percent-encoded that a path segment can't hold; a colon in the first segment of a relative
  /// path would read as a scheme.
  static func reference(_ path: String) -> String {
    var text = ""
    var isFirstSegment = !path.hasPrefix("/")
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/") { isFirstSegment = false }
      if isPlain(byte) && !(byte == UInt8(ascii: ":") && isFirstSegment) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~/!$&'()*+,;=:@".utf8.contains(byte)
    }
  }
}
