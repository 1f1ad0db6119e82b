internal import DocumentWriting
internal import HTTPTypes
internal import Hummingbird

/// Asks for the access token where the server has one: programs send it with each request, people once.
struct AccessControl: RouterMiddleware {
  private let gate: SignIn?

  init(_ site: Site) { gate = site.signIn }

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    guard let gate, !request.saysNothingOfProjects else { return try await next(request, context) }
    if gate.isSignedIn(request, context) { return try await next(request, context) }
    if let bearer = bearer(request) {
      switch await gate.attempt(bearer, from: context.visitor) {
      case .right: return try await next(request, context)
      case .wrong: throw Self.required("the access token is wrong")
      case .tooMany: throw SignIn.tooMany
      }
    }
    if request.isForPrograms { throw Self.required("send the access token as `Authorization: Bearer TOKEN`") }
    return Response(status: .seeOther, headers: [.location: SignIn.path.text])
  }

  private func bearer(_ request: Request) -> String? {
    guard let field = request.headers[.authorization], field.lowercased().hasPrefix("bearer ") else { return nil }
    return String(field.dropFirst("bearer ".count))
  }

  private static func required(_ detail: String) -> Problem {
    var problem = Problem(.signInRequired, detail)
    problem.headers[.wwwAuthenticate] = "Bearer realm=\"answerable\""
    return problem
  }
}
