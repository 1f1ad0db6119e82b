internal import HTTPTypes
internal import Hummingbird

/// A cookie of this server. Browsers send cookies to every port of a host, so the port is part of the name: two servers
/// on one machine don't end each other's sessions.
struct SiteCookie {
  private let name: String

  init(_ name: String, for request: Request) {
    let port = request.head.authority.flatMap { $0.split(separator: ":").last.flatMap { Int($0) } }
    self.name = "answerable-\(name)" + (port.map { "-\($0)" } ?? "")
  }

  func value(in request: Request) -> String? {
    for field in request.headers[values: .cookie] {
      for pair in field.split(separator: ";") {
        let pair = pair.drop { $0 == " " }
        guard let cut = pair.firstIndex(of: "="), pair[..<cut] == name else { continue }
        return String(pair[pair.index(after: cut)...])
      }
    }
    return nil
  }

  /// It ends with the browser, no script can read it, and no other site's page can have it sent.
  func field(_ value: String) -> HTTPField {
    HTTPField(name: .setCookie, value: "\(name)=\(value); HttpOnly; SameSite=Strict; Path=/")
  }
}
