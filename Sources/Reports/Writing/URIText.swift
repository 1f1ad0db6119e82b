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
        text += encoded(byte)
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

  /// Schemes of addresses that are only looked up: a link to anything else, such as a script, is no reference to
  /// something that is kept somewhere.
  private static let schemes: Set<String> = ["doi", "file", "ftp", "ftps", "http", "https", "sftp", "urn"]

  /// An address that somebody wrote, with everything percent-encoded that a URI can't hold; nil where it has no scheme
  /// that is known to be harmless.
  static func address(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count,
      schemes.contains(String(decoding: bytes[..<colon], as: UTF8.self).lowercased())
    else { return nil }
    var out = ""
    var hasFragment = false
    for (index, byte) in bytes.enumerated() {
      let isEscape =
        byte == UInt8(ascii: "%") && index + 2 < bytes.count
        && bytes[(index + 1)...(index + 2)].allSatisfy(isHexadecimal)
      let isFragment = byte == UInt8(ascii: "#") && !hasFragment
      hasFragment = hasFragment || isFragment
      if isPlain(byte) || byte == UInt8(ascii: "?") || isEscape || isFragment {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        out += encoded(byte)
      }
    }
    return out
  }

  /// A path that is relative to the folder of a file, seen from where that file was named.
  static func path(_ path: String, besideFile file: String) -> String {
    guard !path.hasPrefix("/"), let cut = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(file[...cut]) + path
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func encoded(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
  }
}
