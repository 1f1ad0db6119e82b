internal import AssessmentEngine
internal import DocumentWriting

/// What a reviewer does about a rule, an answer or an entry, with a form of its own.
enum ReviewAction: String, CaseIterable {
  case accept, claim, dispute, confirm, withdraw

  /// The list that an entry is added to; nil where one that is there is meant.
  var list: ReviewEntry.List? {
    switch self {
    case .accept: .riskAcceptances
    case .claim: .notApplicable
    case .dispute: .disputes
    case .confirm, .withdraw: nil
    }
  }

  /// Where its form is sent to.
  var address: SitePath {
    switch self {
    case .accept: SitePath("/review/accept")
    case .claim: SitePath("/review/claim")
    case .dispute: SitePath("/review/dispute")
    case .confirm: SitePath("/review/confirm")
    case .withdraw: SitePath("/review/withdraw")
    }
  }

  /// The heading of its page.
  func title(about subject: String) -> String {
    switch self {
    case .accept: "Accept the failure of \(subject) for a time"
    case .claim: "Claim that \(subject) does not apply"
    case .dispute: "Doubt \(subject)"
    case .confirm: "Confirm \(subject) for this version"
    case .withdraw: "Withdraw \(subject)"
    }
  }

  /// What its button says.
  var button: String {
    switch self {
    case .accept: "Enter the acceptance"
    case .claim: "Enter the claim"
    case .dispute: "Enter the dispute"
    case .confirm: "Confirm it"
    case .withdraw: "Withdraw it"
    }
  }
}

extension SitePath {
  static let beginReview = SitePath("/review/start")
  static let renewReview = SitePath("/review/renew")

  /// The page of a project's record, at what has just been done or at one of its parts.
  static func review(_ file: String, at anchor: String) -> SitePath {
    SitePath("/review", [("file", file)], at: anchor)
  }

  /// The form of an action about a rule, a field or an entry.
  static func reviewForm(_ file: String, _ action: ReviewAction, about subject: String) -> SitePath {
    SitePath("/review/form", [("file", file), ("action", action.rawValue), ("about", subject)])
  }
}
