public import AssessmentEngine
internal import PolicyModel

/// How an entry of a review record is told of.
extension ReviewEntry {
  /// What was decided.
  public var whatInWords: String {
    switch content {
    case .claim: "claimed not applicable"
    case .acceptance: "risk accepted"
    case .dispute: "disputed"
    }
  }

  /// Everybody who put a name to it, each with what they did.
  public var people: [String] {
    let names: [String?]
    switch content {
    case .claim(let claim):
      let rank = claim.approverRank.map { " (\($0))" } ?? ""
      names = [claim.claimedBy.map { "claimed by \($0)" }, claim.approvedBy.map { "approved by \($0)\(rank)" }]
    case .acceptance(let acceptance):
      let holder = acceptance.holderType.map { $0.split(separator: "_").joined(separator: " ") }
      let standing = [acceptance.rank, holder].compactMap { $0 }.joined(separator: ", ")
      names = [acceptance.acceptedBy.map { standing.isEmpty ? $0 : "\($0) (\(standing))" }]
    case .dispute(let dispute): names = [dispute.raisedBy]
    }
    return (names + [confirmation?.inWords]).compactMap { $0 }
  }
}

extension Confirmation {
  /// `confirmed for this version by Chief of Air Staff (service-chief) on 2026-03-01`.
  var inWords: String {
    let rank = rank.map { " (\($0))" } ?? ""
    return "confirmed for this version by \(by ?? "nobody named")\(rank) on \(ReportLines.date(on))"
  }
}
