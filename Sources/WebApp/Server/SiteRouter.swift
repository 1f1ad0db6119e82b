internal import HTTPTypes
internal import Hummingbird

/// Routes that belong together. A new group is a file and a line in `all`.
struct RouteGroup: Sendable {
  let add: @Sendable (_ router: Router<SiteContext>, _ site: Site) -> Void

  static let all: [RouteGroup] = [
    .api, .assets, .health, .project, .projects, .questions, .review, .signIn,
  ]
}

/// Puts together what every request goes through.
enum SiteRouter {
  static func make(_ site: Site) -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    for safeguard in Safeguard.all { router.add(middleware: safeguard.make(site)) }
    for group in RouteGroup.all { group.add(router, site) }
    addRefusals(router)
    return router
  }

  /// What is asked by anywhere.
  static let offered: [HTTPRequest.Method] = [.get, .head, .post, .put, .delete]
  /// What is known.
  static let methods = offered + [.patch, .options, .trace, .connect]

  /// Says of every address that is known how it can be asked.
  private static func addRefusals(_ router: Router<SiteContext>) {
    var known: [String: [HTTPRequest.Method]] = [:]
    for route in router.routes { known["\(route.path)", default: []].append(route.method) }
    for (path, methods) in known {
      let allowed = methods + (methods.contains(.get) && !methods.contains(.head) ? [.head] : [])
      for method in Self.methods where !allowed.contains(method) {
        router.on(RouterPath(path), method: method) { _, _ -> Response in throw Problem.method(allowed) }
      }
    }
  }
}
