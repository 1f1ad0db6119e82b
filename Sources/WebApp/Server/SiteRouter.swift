internal import HTTPTypes
internal import Hummingbird

/// Routes that belong together. A new group is a file and a line in `all`.
struct RouteGroup: Sendable {
  let add: @Sendable (_ router: Router<SiteContext>, _ site: Site) -> Void

  static let all: [RouteGroup] = [
    .assets, .health, .project, .projects, .questions,
  ]
}

/// Puts together what every request goes through.
enum SiteRouter {
  static func make(_ site: Site) -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    for safeguard in Safeguard.all { router.add(middleware: safeguard.make(site)) }
    for group in RouteGroup.all { group.add(router, site) }
    return router
  }
}
