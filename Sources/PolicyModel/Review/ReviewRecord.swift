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
  /// The digest of the project file that it alone was written for; nil where that of the record counts, and empty where
  /// one is given that can't be read.
  public let subject: String?
  public let confirmation: Confirmation?
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
  /// The digest of the project file that it alone was written for; nil where that of the record counts, and empty where
  /// one is given that can't be read.
  public let subject: String?
  public let confirmation: Confirmation?
  public let location: Location
  /// Where `expires_on` stands.
  public let expiryLocation: Location?
}

/// Who looked at an entry again after the project had changed, and stands by it.
public struct Confirmation: Sendable {
  public let by: String?
  public let rank: String?
  /// Days since 1970.
  public let on: Int?
}

/// A reviewer's doubt about a rule's pass or about an answer.
public struct Dispute: Sendable {
  public let rule: String?
  public let field: String?
  public let reason: String?
  public let raisedBy: String?
  /// Days since 1970.
  public let raisedOn: Int?
  /// The digest of the project file that was looked at; a dispute only tightens, so it holds for every version.
  public let subject: String?
  public let location: Location
}
