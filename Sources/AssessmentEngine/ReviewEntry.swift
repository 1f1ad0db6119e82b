internal import CEL
public import PolicyModel

/// An entry of a review record, and what it is worth.
public struct ReviewEntry: Sendable {
  /// The lists of a record.
  public enum List: String, Sendable, CaseIterable {
    case notApplicable = "not_applicable"
    case riskAcceptances = "risk_acceptances"
    case disputes
  }

  public let list: List
  /// Its place in the list, counted from 0.
  public let index: Int
  /// The rule or field that it names.
  public let subject: String
  /// Who answers for it: who accepted, approved or raised it.
  public let signatory: String?
  /// Why they did.
  public let reason: String?
  /// The last day on which it counts, or on which it is looked at again; days since 1970; nil for no end.
  public let until: Int?
  /// The digest of the version that it was written for; nil where none is given.
  public let version: String?
  public let confirmation: Confirmation?
  /// Why it has no effect; nil where it has one.
  public let fault: String?

  /// `risk_acceptances[0]`.
  public var name: String { "\(list.rawValue)[\(index)]" }
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
    func fault(_ list: ReviewEntry.List, _ index: Int) -> String? { faults["\(list.rawValue)[\(index)]"] }
    let claims = record.claims.enumerated().map { index, claim in
      ReviewEntry(
        list: .notApplicable, index: index, subject: claim.rule, signatory: claim.approvedBy,
        reason: claim.justification, until: claim.reviewBy, version: claim.subject ?? record.subject,
        confirmation: claim.confirmation, fault: fault(.notApplicable, index))
    }
    let acceptances = record.acceptances.enumerated().map { index, acceptance in
      ReviewEntry(
        list: .riskAcceptances, index: index, subject: acceptance.rule, signatory: acceptance.acceptedBy,
        reason: acceptance.reason, until: acceptance.expiresOn, version: acceptance.subject ?? record.subject,
        confirmation: acceptance.confirmation, fault: fault(.riskAcceptances, index))
    }
    let disputes = record.disputes.enumerated().map { index, dispute in
      ReviewEntry(
        list: .disputes, index: index, subject: dispute.rule ?? dispute.field ?? "", signatory: dispute.raisedBy,
        reason: dispute.reason, until: nil, version: dispute.subject ?? record.subject, confirmation: nil,
        fault: fault(.disputes, index))
    }
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
