internal import AssessmentEngine
internal import Diagnostics
internal import PolicyModel

/// One entry of a review record as a row of a table: who did what, when, and why it has no effect where it has none.
struct ReviewRow {
  enum Kind {
    case claim, acceptance, dispute

    var words: String {
      switch self {
      case .claim: "claimed not applicable"
      case .acceptance: "risk accepted"
      case .dispute: "disputed"
      }
    }
  }

  let kind: Kind
  let rule: String?
  let field: String?
  /// Each with what they did.
  let people: [String]
  let reason: String?
  /// Days since 1970.
  let begin: Int?
  let end: Int?
  let fault: String?
  let location: Location

  /// In the order of the record: claims, acceptances, disputes.
  static func all(_ record: ReviewRecord, _ effect: ReviewEffect) -> [ReviewRow] {
    let faults = Dictionary(effect.ineffective.map { ($0.entry, $0.reason) }) { first, _ in first }
    let claims = record.claims.enumerated().map { index, claim in
      let rank = claim.approverRank.map { " (\($0))" } ?? ""
      return ReviewRow(
        kind: .claim, rule: claim.rule, field: nil,
        people: [
          claim.claimedBy.map { "claimed by \($0)" }, claim.approvedBy.map { "approved by \($0)\(rank)" },
        ].compactMap { $0 }, reason: claim.justification, begin: nil, end: claim.reviewBy,
        fault: faults["not_applicable[\(index)]"], location: claim.location)
    }
    let acceptances = record.acceptances.enumerated().map { index, acceptance in
      let standing = [acceptance.rank, acceptance.holderType.map { $0.split(separator: "_").joined(separator: " ") }]
        .compactMap { $0 }.joined(separator: ", ")
      return ReviewRow(
        kind: .acceptance, rule: acceptance.rule, field: nil,
        people: [acceptance.acceptedBy.map { standing.isEmpty ? $0 : "\($0) (\(standing))" }].compactMap { $0 },
        reason: acceptance.reason, begin: acceptance.acceptedOn, end: acceptance.expiresOn,
        fault: faults["risk_acceptances[\(index)]"], location: acceptance.location)
    }
    let disputes = record.disputes.enumerated().map { index, dispute in
      ReviewRow(
        kind: .dispute, rule: dispute.rule, field: dispute.field, people: [dispute.raisedBy].compactMap { $0 },
        reason: dispute.reason, begin: dispute.raisedOn, end: nil, fault: faults["disputes[\(index)]"],
        location: dispute.location)
    }
    return claims + acceptances + disputes
  }

  func dates(_ content: ReportContent) -> [String] {
    var dates: [String] = []
    if let begin { dates.append("on \(ReportContent.date(begin))") }
    if kind != .dispute { dates.append(content.until(end)) }
    return dates
  }
}
