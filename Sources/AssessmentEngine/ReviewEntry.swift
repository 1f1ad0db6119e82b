internal import CEL
public import Diagnostics
public import PolicyModel

/// An entry of a review record, and what it is worth.
public struct ReviewEntry: Sendable {
  /// The lists of a record.
  public enum List: String, Sendable, CaseIterable {
    case notApplicable = "not_applicable"
    case riskAcceptances = "risk_acceptances"
    case disputes
  }

  /// What was written.
  public enum Content: Sendable {
    case claim(NotApplicableClaim)
    case acceptance(RiskAcceptance)
    case dispute(Dispute)
  }

  public let content: Content
  /// Its place in the list, counted from 0.
  public let index: Int
  /// The digest of the version that it was written for; nil where none is given.
  public let version: String?
  /// Why it has no effect; nil where it has one.
  public let fault: String?

  /// `risk_acceptances[0]`.
  public var name: String { "\(list.rawValue)[\(index)]" }
}

extension ReviewEntry {
  public var list: List {
    switch content {
    case .claim: .notApplicable
    case .acceptance: .riskAcceptances
    case .dispute: .disputes
    }
  }

  /// Nil where it is about a field.
  public var rule: String? {
    switch content {
    case .claim(let claim): claim.rule
    case .acceptance(let acceptance): acceptance.rule
    case .dispute(let dispute): dispute.rule
    }
  }

  /// The answer that is disputed.
  public var field: String? { if case .dispute(let dispute) = content { dispute.field } else { nil } }

  /// The rule or field that it names.
  public var subject: String { rule ?? field ?? "" }

  /// Who answers for it: who accepted, approved or raised it.
  public var signatory: String? {
    switch content {
    case .claim(let claim): claim.approvedBy
    case .acceptance(let acceptance): acceptance.acceptedBy
    case .dispute(let dispute): dispute.raisedBy
    }
  }

  /// Why they did.
  public var reason: String? {
    switch content {
    case .claim(let claim): claim.justification
    case .acceptance(let acceptance): acceptance.reason
    case .dispute(let dispute): dispute.reason
    }
  }

  /// When it was decided; days since 1970.
  public var begin: Int? {
    switch content {
    case .claim: nil
    case .acceptance(let acceptance): acceptance.acceptedOn
    case .dispute(let dispute): dispute.raisedOn
    }
  }

  /// The last day on which it counts, or on which it is looked at again; days since 1970; nil for no end.
  public var until: Int? {
    switch content {
    case .claim(let claim): claim.reviewBy
    case .acceptance(let acceptance): acceptance.expiresOn
    case .dispute: nil
    }
  }

  /// Who looked at it again, for another version.
  public var confirmation: Confirmation? {
    switch content {
    case .claim(let claim): claim.confirmation
    case .acceptance(let acceptance): acceptance.confirmation
    case .dispute: nil
    }
  }

  public var location: Location {
    switch content {
    case .claim(let claim): claim.location
    case .acceptance(let acceptance): acceptance.location
    case .dispute(let dispute): dispute.location
    }
  }
}

/// A rule that stands in the way, and who could let it pass.
public struct OpenRule: Sendable {
  public let rule: Rule
  public let outcome: Outcome
  /// The lowest rank that may accept the failure; nil where nobody may, or there is none.
  public let acceptanceRank: String?
  /// Whether anybody may claim that it does not apply.
  public let allowsClaim: Bool
  /// The lowest rank that may approve such a claim; nil where no rank is asked for.
  public let claimRank: String?
}

extension Assessment {
  /// The entries of the review record, in the order of the record's lists.
  public var reviewEntries: [ReviewEntry] {
    guard let record else { return [] }
    var faults: [String: String] = [:]
    for entry in review?.ineffective ?? [] { faults[entry.entry] = entry.reason }
    func entry(_ content: ReviewEntry.Content, _ index: Int, _ own: String?, _ list: ReviewEntry.List) -> ReviewEntry {
      ReviewEntry(
        content: content, index: index, version: own ?? record.subject, fault: faults["\(list.rawValue)[\(index)]"])
    }
    let claims = record.claims.enumerated().map { entry(.claim($1), $0, $1.subject, .notApplicable) }
    let acceptances = record.acceptances.enumerated().map { entry(.acceptance($1), $0, $1.subject, .riskAcceptances) }
    let disputes = record.disputes.enumerated().map { entry(.dispute($1), $0, $1.subject, .disputes) }
    return claims + acceptances + disputes
  }

  /// The rules that fail or are undecided and that somebody may accept or claim away, in the order of the rules. A rule
  /// in dispute is not among them: the dispute comes first.
  public var openRules: [OpenRule] {
    let rules = EntryRules(policies, project, on: day)
    return results.compactMap { result in
      guard result.outcome == .fail || result.outcome == .unknown, result.dispute == nil else { return nil }
      let accepting = result.outcome == .fail ? rules.ranksForAcceptance(of: result.rule).first : nil
      let allowsClaim = result.rule.allowsClaim && applies(result.rule) == true
      guard accepting != nil || allowsClaim else { return nil }
      return OpenRule(
        rule: result.rule, outcome: result.outcome, acceptanceRank: accepting, allowsClaim: allowsClaim,
        claimRank: allowsClaim ? rules.ranksForClaim(on: result.rule).first : nil)
    }
  }

  /// Whether the answers about the scope make a rule apply; nil where they leave it open.
  public func applies(_ rule: Rule) -> Bool? {
    guard let condition = rule.appliesWhen else { return true }
    let variables = policies.variables(answers: project.answers.map(\.value), on: day)
    if case .bool(let applies) = condition.program.evaluate(variables) { return applies }
    return nil
  }
}
