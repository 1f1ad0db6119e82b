internal import Hummingbird

/// What every request goes through before it gets to a route. A new one is a file and a line in `all`.
struct Safeguard: Sendable {
  let make: @Sendable (_ site: Site) -> any MiddlewareProtocol<Request, Response, SiteContext>

  /// The outermost first.
  static let all: [Safeguard] = [
    Safeguard { _ in ResponseHeaders() },
    Safeguard { ProblemAnswers($0) },
    Safeguard { _ in RequestForm() },
    Safeguard { HostNames($0) },
    Safeguard { _ in OwnOrigin() },
    Safeguard { FormSessions($0) },
    Safeguard { AccessControl($0) },
    Safeguard { _ in OwnThreads() },
  ]
}
