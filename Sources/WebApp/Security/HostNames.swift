internal import HTTPTypes
internal import Hummingbird

/// Answers under the names of this server alone. A page of another site can have its own name lead to this machine (DNS
/// rebinding), and would then count as one of ours: its name is still in `Host`.
struct HostNames: RouterMiddleware {
  private static let loopback = ["127.0.0.1", "localhost", "[::1]"]

  private let named: [String]

  init(_ site: Site) { named = site.access.hostNames.map { $0.lowercased() } }

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    let hosts = [request.head.authority].compactMap { $0 } + request.headers[values: .host]
    guard hosts.count == 1 else {
      throw Problem(
        .badRequest, "the request needs one header `Host`, and has \(hosts.count == 0 ? "none" : "several")")
    }
    guard isOwn(hosts[0].lowercased(), context) else {
      throw Problem(.misdirected, "the header `Host` does not name this server")
    }
    return try await next(request, context)
  }

  private func isOwn(_ host: String, _ context: SiteContext) -> Bool {
    if let port = context.port {
      // An address that is reached can't be a name that leads elsewhere tomorrow.
      for name in Self.loopback + [context.host].compactMap({ $0 }) {
        if host == "\(name):\(port)" || port == 80 && host == name { return true }
      }
    }
    return named.contains { name in
      guard host.hasPrefix(name) else { return false }
      let rest = host.dropFirst(name.count)
      // A reverse proxy has a port of its own.
      return rest.isEmpty || rest.first == ":" && UInt16(rest.dropFirst()) != nil
    }
  }
}
