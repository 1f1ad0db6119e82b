internal import Crypto
internal import DocumentWriting

/// A file that pages load. It is part of the program.
struct Asset: Sendable {
  let address: SitePath
  let type: String
  let bytes: [UInt8]
  /// Tells its content apart (RFC 9110, section 8.8.3).
  let tag: String

  static let stylesheet = Asset(SitePath("/assets/app.css"), "text/css; charset=utf-8", PackageResources.app_css)
  static let script = Asset(SitePath("/assets/app.js"), "text/javascript; charset=utf-8", PackageResources.app_js)
  static let all = [stylesheet, script]

  private init(_ address: SitePath, _ type: String, _ bytes: [UInt8]) {
    self.address = address
    self.type = type
    self.bytes = bytes
    let digest = SHA256.hash(data: bytes).prefix(12).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    tag = "\"\(digest.joined())\""
  }
}
