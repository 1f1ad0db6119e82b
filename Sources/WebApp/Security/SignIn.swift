internal import DocumentWriting
internal import HTTPTypes
internal import Hummingbird

/// Who has shown that they know the access token.
struct SignIn: Sendable {
  enum Attempt { case right, wrong, tooMany }

  static let path = SitePath("/sign-in")

  private let token: AccessToken
  private let secret: RunSecret
  private let attempts = WrongAttempts()

  init(_ token: AccessToken, _ secret: RunSecret) {
    self.token = token
    self.secret = secret
  }

  /// Holds a text against the token. A visitor who was wrong too often is not listened to for a while.
  func attempt(_ text: String, from visitor: String) async -> Attempt {
    guard await attempts.mayTry(visitor) else { return .tooMany }
    // Of what is derived from them the length says nothing of the token.
    let isRight = ConstantTime.areEqual(secret.seal(text, for: "token"), secret.seal(token.text, for: "token"))
    if !isRight { await attempts.note(visitor) }
    return isRight ? .right : .wrong
  }

  /// Whether the visitor's session was signed in.
  func isSignedIn(_ request: Request, _ context: SiteContext) -> Bool {
    guard !context.session.isEmpty, let value = SiteCookie("access", for: request).value(in: request) else {
      return false
    }
    return ConstantTime.areEqual(value, secret.seal(context.session, for: "access"))
  }

  /// The cookie that signs a session in.
  func cookie(_ request: Request, _ context: SiteContext) -> HTTPField {
    SiteCookie("access", for: request).field(secret.seal(context.session, for: "access"))
  }

  static var tooMany: Problem {
    var problem = Problem(
      .tooManyAttempts, "too many wrong access tokens were sent: wait for \(WrongAttempts.memory) seconds")
    problem.headers[.retryAfter] = String(WrongAttempts.memory)
    return problem
  }
}

/// Counts the wrong tokens of each visitor.
actor WrongAttempts {
  /// Seconds after which a wrong token is forgotten.
  static let memory = 60
  /// Wrong tokens in that time after which no other is looked at.
  static let most = 10
  /// Visitors who are remembered; beyond them everybody has to wait.
  private static let visitorLimit = 10_000

  private var wrong: [String: [ContinuousClock.Instant]] = [:]

  func mayTry(_ visitor: String) -> Bool {
    forget()
    let isKnown = wrong[visitor] != nil
    return wrong[visitor]?.count ?? 0 < Self.most && (isKnown || wrong.count < Self.visitorLimit)
  }

  func note(_ visitor: String) { wrong[visitor, default: []].append(.now) }

  private func forget() {
    let start = ContinuousClock.now - .seconds(Self.memory)
    wrong = wrong.mapValues { $0.filter { $0 > start } }.filter { !$0.value.isEmpty }
  }
}
