internal import CEL
internal import Diagnostics
internal import PolicyModel

/// What a review record's entries are worth: which have an effect, and why the others have none.
struct ReviewJudgement {
  private let input: AssessmentInput
  private let policies: PolicySet
  private let limits: ReviewLimits
  private let names: PersonNames
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
    limits = policies.foundation.reviewLimits
    names = PersonNames(policies.foundation)
    guard let review = input.review else { return }
    claimFaults = review.claims.map { fault(of: $0) }
    acceptanceFaults = review.acceptances.map { fault(of: $0) }
  }

  private var isSubjectWrong: Bool { input.review?.subject != input.projectDigest }

  private var subjectFault: String {
    "it was written for another version of the project file: review the file as it is now, whose sha256 is "
      + input.projectDigest
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
      guard let reason = fault(of: dispute) ?? idle else { continue }
      entries.append(
        IneffectiveEntry(
          entry: "disputes[\(index)]", subject: dispute.rule ?? dispute.field ?? "", reason: reason,
          location: dispute.location))
    }
    return entries
  }

  // MARK: Faults

  private func fault(of dispute: Dispute) -> String? {
    if let rule = dispute.rule, policies.rule(rule) == nil { return noRule(rule) }
    if let field = dispute.field, policies.schema.index(of: field) == nil {
      return "there is no field `\(Diagnostic.shortened(field))`" + hint(field, policies.schema.questions.map(\.id))
    }
    return nil
  }

  private func noRule(_ id: String) -> String {
    "there is no rule `\(Diagnostic.shortened(id))`" + hint(id, policies.rules.map(\.id))
  }

  private func hint(_ name: String, _ names: [String]) -> String {
    Suggestions.near(name, in: names).first.map { "; did you mean `\($0)`?" } ?? ""
  }

  private func noPerson(_ key: String, _ name: String?) -> String {
    guard let name else { return "`\(key)` is missing" }
    return "`\(key)` must name a person or a post: `\(Diagnostic.shortened(name))` is neither"
  }

  /// Why a rank does not suffice; nil where it does.
  private func fault(ofRank rank: String?, needed: Int, key: String) -> String? {
    guard let rank else { return "`\(key)` is missing: `\(limits.ranks[needed])` or above is needed" }
    guard let index = limits.ranks.firstIndex(of: rank) else {
      let near = Suggestions.near(rank, in: limits.ranks).first.map { "did you mean `\($0)`?" }
      let all = limits.ranks.map { "`\($0)`" }.joined(separator: ", ")
      return "`\(Diagnostic.shortened(rank))` is no rank: \(near ?? "it can be \(all)")"
    }
    return index >= needed ? nil : "the rank `\(rank)` is below `\(limits.ranks[needed])`"
  }

  private func fault(of claim: NotApplicableClaim) -> String? {
    if isSubjectWrong { return subjectFault }
    guard let rule = policies.rule(claim.rule) else { return noRule(claim.rule) }
    guard rule.allowsClaim else { return "only the answers about the scope can make this rule not applicable" }
    let words = names.words(claim.justification ?? "")
    if words < limits.minimumReasonWords {
      return "the justification has fewer than \(limits.minimumReasonWords) words"
    }
    guard let claimant = names.good(claim.claimedBy) else { return noPerson("claimed_by", claim.claimedBy) }
    guard let approver = names.good(claim.approvedBy) else { return noPerson("approved_by", claim.approvedBy) }
    if !names.differ(claimant, approver) {
      return "nobody approves their own claim: `claimed_by` and `approved_by` are the same"
    }
    guard let reviewBy = claim.reviewBy else { return "`review_by` is missing" }
    if reviewBy <= input.day { return "`review_by` has passed" }
    if reviewBy - input.day > limits.claimReviewDays {
      return "`review_by` lies more than \(limits.claimReviewDays) days ahead"
    }
    guard rule.severity == .blocker || rule.severity == .major else { return nil }
    let needed = rule.waiver ?? limits.claimRankWhereNever
    if let fault = fault(ofRank: claim.approverRank, needed: needed, key: "approver_rank") { return fault }
    return conflict(of: approver, key: "approved_by")
  }

  private func fault(of acceptance: RiskAcceptance) -> String? {
    if isSubjectWrong { return subjectFault }
    guard let rule = policies.rule(acceptance.rule) else { return noRule(acceptance.rule) }
    guard let needed = rule.waiver else { return "nobody may accept a failure of this rule" }
    guard let holder = acceptance.holderType, limits.holderTypes.contains(holder) else {
      return "`holder_type` must be \(limits.holderTypes.map { "`\($0)`" }.joined(separator: " or "))"
    }
    if let fault = fault(ofRank: acceptance.rank, needed: needed, key: "rank") { return fault }
    if !names.saysSomething(acceptance.reason) { return "no reason is given" }
    guard let person = names.good(acceptance.acceptedBy) else {
      return noPerson("accepted_by", acceptance.acceptedBy)
    }
    if let conflict = conflict(of: person, key: "accepted_by") { return conflict }
    guard let acceptedOn = acceptance.acceptedOn else { return "`accepted_on` is missing" }
    guard let expiresOn = acceptance.expiresOn else { return "`expires_on` is missing" }
    if acceptedOn < policies.foundation.answerRules.earliestDay { return "`accepted_on` is too early" }
    if acceptedOn > input.day { return "`accepted_on` lies in the future" }
    if expiresOn <= input.day { return "it has expired" }
    if expiresOn - acceptedOn > limits.acceptanceDays { return "it runs for more than \(limits.acceptanceDays) days" }
    return nil
  }

  /// Who builds or assesses a system does not sign for it.
  private func conflict(of person: String, key: String) -> String? {
    for field in limits.differFrom {
      guard case .string(let other) = input.project.answer(field, in: policies.schema)?.value else { continue }
      if !names.differ(person, other) { return "`\(key)` is also `\(field)`" }
    }
    return nil
  }
}
