internal import HTTPTypes
internal import Hummingbird

/// Gives each visitor a session: a random number in a cookie, and a token made of it that only our own pages know.
struct FormSessions: RouterMiddleware {
  private let secret: RunSecret

  init(_ site: Site) { secret = site.secret }

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    guard !request.isForPrograms else { return try await next(request, context) }
    var context = context
    let cookie = SiteCookie("session", for: request)
    let present = cookie.value(in: request).flatMap { issued(in: $0) }
    let session = present ?? RunSecret.random()
    context.session = session
    context.formToken = secret.seal(session, for: "form")
    var response = try await next(request, context)
    if present == nil {
      response.headers.append(cookie.field("\(session).\(secret.seal(session, for: "session"))"))
    }
    return response
  }

  /// The number in a cookie; nil where it is none that this server has given out.
  private func issued(in cookie: String) -> String? {
    let parts = cookie.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let session = String(parts[0])
    return ConstantTime.areEqual(String(parts[1]), secret.seal(session, for: "session")) ? session : nil
  }
}
