import LocatedYAML

/// A review record, entry by entry, before anybody judges what it may do.
struct ReadReview {
  struct Claim {
    let rule: String
    let justification: String?
    let claimedBy: String?
    let approvedBy: String?
    let approverRank: String?
    let reviewBy: Int?
  }

  struct Acceptance {
    let rule: String
    let reason: String?
    let acceptedBy: String?
    let holderType: String?
    let rank: String?
    let acceptedOn: Int?
    let expiresOn: Int?
  }

  let subject: String?
  let claims: [Claim]
  let acceptances: [Acceptance]
  let disputedRules: Set<String>
  let disputedFields: Set<String>

  init(_ root: YAMLNode) {
    func text(_ node: YAMLNode, _ key: String) -> String? { node.value(forKey: key)?.scalar?.text }
    func day(_ node: YAMLNode, _ key: String) -> Int? { text(node, key).flatMap(Calendar.day) }
    subject = root.value(forKey: "subject").flatMap { text($0, "sha256") }
    claims = (root.value(forKey: "not_applicable")?.items ?? []).map { item in
      Claim(
        rule: text(item, "rule") ?? "", justification: text(item, "justification"),
        claimedBy: text(item, "claimed_by"), approvedBy: text(item, "approved_by"),
        approverRank: text(item, "approver_rank"), reviewBy: day(item, "review_by"))
    }
    acceptances = (root.value(forKey: "risk_acceptances")?.items ?? []).map { item in
      Acceptance(
        rule: text(item, "rule") ?? "", reason: text(item, "reason"), acceptedBy: text(item, "accepted_by"),
        holderType: text(item, "holder_type"), rank: text(item, "rank"), acceptedOn: day(item, "accepted_on"),
        expiresOn: day(item, "expires_on"))
    }
    let disputes = root.value(forKey: "disputes")?.items ?? []
    disputedRules = Set(disputes.compactMap { text($0, "rule") })
    disputedFields = Set(disputes.compactMap { text($0, "field") })
  }
}
