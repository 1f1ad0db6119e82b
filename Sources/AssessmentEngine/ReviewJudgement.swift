internal import CEL
internal import Diagnostics
internal import PolicyModel

/// What a review record's entries are worth: which have an effect, and why the others have none.
struct ReviewJudgement {
  private let input: AssessmentInput
  private let policies: PolicySet
  private let rules: EntryRules
  /// Why each claim has no effect; nil where it is valid.
  private var claimFaults: [String?] = []
  private var acceptanceFaults: [String?] = []
  private var usedClaims: Set<Int> = []
  private var usedAcceptances: Set<Int> = []
  /// Disputes of rules that turned a pass into a fail, with all answers or without a disputed one.
  private var usedDisputes: Set<Int> = []
  /// Why disputes of rules changed nothing, where they did not.
  private var idleDisputes: [Int: String] = [:]

  init(_ input: AssessmentInput, _ policies: PolicySet) {
    self.input = input
    self.policies = policies
    rules = EntryRules(policies, input.project, on: input.day)
    guard let review = input.review else { return }
    claimFaults = review.claims.map { fault(of: $0) }
    acceptanceFaults = review.acceptances.map { fault(of: $0) }
  }

  // MARK: Effects

  mutating func validClaim(on rule: Rule) -> NotApplicableClaim? {
    guard let claims = input.review?.claims else { return nil }
    for (index, claim) in claims.enumerated() where claim.rule == rule.id && claimFaults[index] == nil {
      usedClaims.insert(index)
      return claim
    }
    return nil
  }

  mutating func validAcceptance(of rule: Rule) -> RiskAcceptance? {
    guard let acceptances = input.review?.acceptances else { return nil }
    for (index, acceptance) in acceptances.enumerated()
    where acceptance.rule == rule.id && acceptanceFaults[index] == nil {
      usedAcceptances.insert(index)
      return acceptance
    }
    return nil
  }

  func isUsed(claim index: Int) -> Bool { usedClaims.contains(index) }

  func isUsed(acceptance index: Int) -> Bool { usedAcceptances.contains(index) }

  /// The end of the claim on a rule that counts longest.
  func lastDay(ofClaimsOn rule: String) -> Int? {
    let valid = (input.review?.claims ?? []).enumerated().filter { $1.rule == rule && claimFaults[$0] == nil }
    return valid.compactMap(\.element.reviewBy).max()
  }

  /// The end of the acceptance of a rule that counts longest.
  func lastDay(ofAcceptancesOf rule: String) -> Int? {
    let valid = (input.review?.acceptances ?? []).enumerated().filter { $1.rule == rule && acceptanceFaults[$0] == nil }
    return valid.compactMap(\.element.expiresOn).max()
  }

  /// The sets of answers to leave out in turn: each disputed one alone, and all together.
  func answersInDispute(_ schema: AnswerSchema) -> [[Int]] {
    let disputed = Set((input.review?.disputes ?? []).compactMap { $0.field.flatMap { schema.index(of: $0) } }).sorted()
    let each = disputed.map { [$0] }
    return disputed.count > 1 ? each + [disputed] : each
  }

  /// A disputed rule that would pass fails. Disputes only tighten, so they hold whatever version they were written for.
  mutating func disputeRules(_ results: inout [RuleResult]) {
    for (number, dispute) in (input.review?.disputes ?? []).enumerated() {
      guard let rule = dispute.rule, let index = policies.ruleIndex(rule) else { continue }
      guard results[index].outcome == .pass else {
        let isDisputed = results[index].dispute != nil
        idleDisputes[number] =
          isDisputed
          ? "another dispute of the rule stands" : "the rule does not pass: it is \(results[index].outcome.rawValue)"
        continue
      }
      usedDisputes.insert(number)
      results[index].dispute = dispute
      results[index].outcome = .fail
      results[index].isDeclaredOnly = false
      let who = dispute.raisedBy.map { " by \($0)" } ?? ""
      let why = dispute.reason.map { ": \($0)" } ?? ""
      results[index].causes = [
        Finding(
          field: "", actual: .string("disputed\(who)\(why)"), required: "the dispute to be resolved", related: [],
          location: dispute.location)
      ]
    }
  }

  /// Every entry without effect, with the reason.
  func finish(_ results: [RuleResult]) -> [IneffectiveEntry] {
    guard let review = input.review else { return [] }
    var entries: [IneffectiveEntry] = []
    for (index, claim) in review.claims.enumerated() {
      let reason = claimFaults[index] ?? (usedClaims.contains(index) ? nil : "the rule does not depend on it")
      guard let reason else { continue }
      entries.append(
        IneffectiveEntry(
          entry: "not_applicable[\(index)]", subject: claim.rule, reason: reason, location: claim.location))
    }
    for (index, acceptance) in review.acceptances.enumerated() {
      let reason = acceptanceFaults[index] ?? (usedAcceptances.contains(index) ? nil : "the rule has not failed")
      guard let reason else { continue }
      entries.append(
        IneffectiveEntry(
          entry: "risk_acceptances[\(index)]", subject: acceptance.rule, reason: reason, location: acceptance.location))
    }
    for (index, dispute) in review.disputes.enumerated() {
      let idle = usedDisputes.contains(index) ? nil : idleDisputes[index]
      guard let reason = rules.subject(of: dispute) ?? idle else { continue }
      entries.append(
        IneffectiveEntry(
          entry: "disputes[\(index)]", subject: dispute.rule ?? dispute.field ?? "", reason: reason,
          location: dispute.location))
    }
    return entries
  }

  // MARK: Faults

  /// An entry's own digest binds it further than that of the record.
  private func subjectFault(_ own: String?) -> String? {
    guard
      let digest = [input.review?.subject ?? "", own].compactMap({ $0 }).first(where: { $0 != input.projectDigest })
    else { return nil }
    return EntryRules.otherVersion(digest, than: input.projectDigest)
  }

  private func fault(of claim: NotApplicableClaim) -> String? {
    if let fault = subjectFault(claim.subject) ?? rules.unknownRule(claim.rule) { return fault }
    guard let rule = policies.rule(claim.rule) else { return nil }
    return rules.claim(on: rule)
      ?? rules.justification(claim.justification)
      ?? rules.person(claim.claimedBy, key: "claimed_by")
      ?? rules.person(claim.approvedBy, key: "approved_by")
      ?? rules.approver(claim.approvedBy, of: claim.claimedBy, key: "approved_by")
      ?? rules.reviewBy(claim.reviewBy)
      ?? rules.approverRank(claim.approverRank, for: rule, key: "approver_rank")
      ?? rules.independence(ofApprover: claim.approvedBy, for: rule, key: "approved_by")
      ?? rules.confirmation(of: claim, on: rule)
  }

  private func fault(of acceptance: RiskAcceptance) -> String? {
    if let fault = subjectFault(acceptance.subject) ?? rules.unknownRule(acceptance.rule) { return fault }
    guard let rule = policies.rule(acceptance.rule) else { return nil }
    return rules.acceptance(of: rule)
      ?? rules.holderType(acceptance.holderType)
      ?? rules.acceptanceRank(acceptance.rank, for: rule, key: "rank")
      ?? rules.reason(acceptance.reason)
      ?? rules.person(acceptance.acceptedBy, key: "accepted_by")
      ?? rules.independence(of: acceptance.acceptedBy, key: "accepted_by")
      ?? rules.acceptedOn(acceptance.acceptedOn)
      ?? rules.expiresOn(acceptance.expiresOn, acceptedOn: acceptance.acceptedOn)
      ?? rules.confirmation(of: acceptance, for: rule)
  }
}
