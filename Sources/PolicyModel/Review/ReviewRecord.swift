public import Diagnostics

/// What reviewers decided about a project, with names, reasons and dates.
public struct ReviewRecord: Sendable {
  /// The digest of the project file that it was written for; lower-case hexadecimal.
  public let subject: String?
  public let claims: [NotApplicableClaim]
  public let acceptances: [RiskAcceptance]
  public let disputes: [Dispute]
}

/// A person's claim that a rule does not apply.
public struct NotApplicableClaim: Sendable {
  public let rule: String
  public let justification: String?
  public let claimedBy: String?
  public let approvedBy: String?
  public let approverRank: String?
  /// Days since 1970.
  public let reviewBy: Int?
  public let location: Location
  /// Where `review_by` stands.
  public let reviewByLocation: Location?
}

/// A person's acceptance of a failure, for a limited time.
public struct RiskAcceptance: Sendable {
  public let rule: String
  public let reason: String?
  public let acceptedBy: String?
  public let holderType: String?
  public let rank: String?
  /// Days since 1970.
  public let acceptedOn: Int?
  public let expiresOn: Int?
  public let location: Location
  /// Where `expires_on` stands.
  public let expiryLocation: Location?
}

/// A reviewer's doubt about a rule's pass or about an answer.
public struct Dispute: Sendable {
  public let rule: String?
  public let field: String?
  public let reason: String?
  public let raisedBy: String?
  /// Days since 1970.
  public let raisedOn: Int?
  public let location: Location
}
