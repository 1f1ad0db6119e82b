internal import HTTPTypes

extension HTTPField.Name {
  static let host = named("Host")
  static let contentSecurityPolicy = named("Content-Security-Policy")
  static let fetchSite = named("Sec-Fetch-Site")
  /// What the gate decides, for whoever reads nothing else.
  static let decision = named("Answerable-Decision")
  /// What `check` would end with.
  static let exitCode = named("Answerable-Exit-Code")

  static func named(_ name: String) -> HTTPField.Name {
    guard let made = HTTPField.Name(name) else { preconditionFailure("`\(name)` can't be the name of a header") }
    return made
  }
}
