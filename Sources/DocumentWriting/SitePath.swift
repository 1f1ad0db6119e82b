/// An address of the site that a page belongs to: a path that the program gives, with values from anywhere behind it.
/// No other site can be named.
public struct SitePath: Sendable, Hashable {
  /// As it stands in links and in headers.
  public let text: String

  /// `query` are names and values; `anchor` is the id of an element of the page there.
  public init(_ path: StaticString, _ query: [(name: StaticString, value: String)] = [], at anchor: String? = nil) {
    let path = "\(path)"
    precondition(path.hasPrefix("/") && !path.hasPrefix("//"), "an address of the site begins with one slash")
    let fields = query.map { "\($0.name)=\(Self.percentEncoded($0.value))" }
    text =
      path + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
      + (anchor.map { "#" + Self.percentEncoded($0) } ?? "")
  }

  static func percentEncoded(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: out.unicodeScalars.append(Unicode.Scalar(byte))
      default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }
}
