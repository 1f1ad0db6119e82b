/// Where evidence is kept that is no file beside the project: an address, or words such as `kept at HQ`.
public enum EvidenceAddress {
  /// Whether it may name a place where somebody can look, as far as the text alone tells.
  ///
  /// Words may. An address of the web, of a file server or of this machine has to name a host (RFC 3986, section 3.2.2),
  /// any other has to say something behind its scheme, and what a browser would run or show by itself is no place.
  public static func namesPlace(_ text: String) -> Bool {
    guard let (scheme, rest) = parts(text) else { return true }
    switch String(decoding: scheme, as: UTF8.self).lowercased() {
    case "about", "blob", "data", "javascript", "vbscript": return false
    case "file", "ftp", "ftps", "http", "https", "sftp":
      guard rest.starts(with: "//".utf8) else { return false }
      let authority = rest.dropFirst(2).prefix { !"/?#\\".utf8.contains($0) }
      let host = authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? authority
      return host.prefix { $0 != UInt8(ascii: ":") || host.first == UInt8(ascii: "[") }.contains { isLetterOrDigit($0) }
    default: return rest.contains { $0 > 0x20 }
    }
  }

  /// What stands behind the scheme, where there is one.
  public static func withoutScheme(_ text: String) -> String { parts(text).map { String(Substring($0.rest)) } ?? text }

  /// Whether it begins with a scheme, as no name of a file does.
  public static func hasScheme(_ text: String) -> Bool { parts(text) != nil }

  private static func parts(_ text: String) -> (scheme: Substring.UTF8View, rest: Substring.UTF8View)? {
    let bytes = text.utf8.drop { $0 <= 0x20 }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), isScheme(bytes[..<colon]) else { return nil }
    return (bytes[..<colon], bytes[bytes.index(after: colon)...])
  }

  /// RFC 3986, section 3.1. One letter is a drive.
  private static func isScheme(_ bytes: Substring.UTF8View) -> Bool {
    bytes.count > 1
      && bytes.allSatisfy { isLetterOrDigit($0) && $0 < 0x80 || "+-.".utf8.contains($0) }
  }

  /// Of any alphabet.
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
