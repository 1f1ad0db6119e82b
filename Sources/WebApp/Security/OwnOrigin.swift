internal import HTTPTypes
internal import Hummingbird

/// Lets only our own pages, and programs that are no browsers, change something. Browsers say where a request comes from,
/// and no page can make them say otherwise.
struct OwnOrigin: RouterMiddleware {
  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    guard request.method == .get || request.method == .head || isOwn(request) else {
      throw Problem(.foreignRequest, "the request comes from a page of another site: nothing was changed")
    }
    return try await next(request, context)
  }

  private func isOwn(_ request: Request) -> Bool {
    guard request.headers[values: .fetchSite].allSatisfy({ $0 == "same-origin" || $0 == "none" }) else { return false }
    guard let authority = request.head.authority?.lowercased() else { return false }
    return request.headers[values: .origin].allSatisfy { origin in
      ["http://\(authority)", "https://\(authority)"].contains(origin.lowercased())
    }
  }
}
