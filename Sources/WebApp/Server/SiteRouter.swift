internal import Hummingbird

/// What is known of a request beside the request.
struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage

  init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }
}

/// Routes that belong together. A new group is a file and a line in `all`.
struct RouteGroup: Sendable {
  let add: @Sendable (_ router: Router<SiteContext>, _ site: Site) -> Void

  static let all: [RouteGroup] = [.health]
}

/// Puts together what every request goes through.
enum SiteRouter {
  static func make(_ site: Site) -> Router<SiteContext> {
    let router = Router(context: SiteContext.self)
    for group in RouteGroup.all { group.add(router, site) }
    return router
  }
}
