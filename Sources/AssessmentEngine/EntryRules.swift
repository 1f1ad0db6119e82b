internal import CEL
internal import Diagnostics
public import PolicyModel

/// What each part of an entry of a review record must be, for one project on one day: a check for each, which says what
/// is wrong, or nil.
///
/// Records are judged by these checks, and whoever enters an entry can ask them one by one.
public struct EntryRules: Sendable {
  private let policies: PolicySet
  private let project: Project
  /// Days since 1970.
  private let day: Int
  private let limits: ReviewLimits
  private let names: PersonNames

  public init(_ policies: PolicySet, _ project: Project, on day: Int) {
    self.policies = policies
    self.project = project
    self.day = day
    limits = policies.foundation.reviewLimits
    names = policies.names
  }

  // MARK: What an entry is about

  /// Why an entry has no effect that was written for the digest of another version.
  static func otherVersion(_ digest: String, than present: String) -> String {
    let which = digest.isEmpty ? "" : " (\(digest.prefix(12))…)"
    return
      "it was written for another version of the project file\(which): review the file as it is now, whose sha256 is "
      + present
  }

  public func unknownRule(_ id: String) -> String? {
    guard policies.rule(id) == nil else { return nil }
    return "there is no rule `\(Diagnostic.shortened(id))`" + hint(id, policies.rules.map(\.id))
  }

  public func unknownField(_ name: String) -> String? {
    guard policies.schema.index(of: name) == nil else { return nil }
    return "there is no field `\(Diagnostic.shortened(name))`" + hint(name, policies.schema.questions.map(\.id))
  }

  /// Whether there is what somebody disputes.
  func subject(of dispute: Dispute) -> String? {
    if let rule = dispute.rule { return unknownRule(rule) }
    return dispute.field.flatMap { unknownField($0) }
  }

  private func hint(_ name: String, _ names: [String]) -> String {
    Suggestions.near(name, in: names).first.map { "; did you mean `\($0)`?" } ?? ""
  }

  /// Whether anybody may claim that a rule does not apply.
  public func claim(on rule: Rule) -> String? {
    rule.allowsClaim ? nil : "only the answers about the scope can make this rule not applicable"
  }

  /// Whether anybody may accept a failure of a rule.
  public func acceptance(of rule: Rule) -> String? {
    rule.waiver == nil ? "nobody may accept a failure of this rule" : nil
  }

  // MARK: Words

  public func justification(_ text: String?) -> String? {
    names.words(text ?? "") < limits.minimumReasonWords
      ? "the justification has fewer than \(limits.minimumReasonWords) words" : nil
  }

  public func reason(_ text: String?) -> String? { names.saysSomething(text) ? nil : "no reason is given" }

  // MARK: People

  public func person(_ name: String?, key: String) -> String? {
    guard let name else { return "`\(key)` is missing" }
    if let good = names.good(name) { return party(good, key: key) }
    return "`\(key)` must name a person or a post: `\(Diagnostic.shortened(name))` is neither"
  }

  /// Neither the system nor who is called after a supplier is a person or a post, whatever the name reads like.
  private func party(_ name: String, key: String) -> String? {
    if case .string(let system) = project.answer(Self.systemName, in: policies.schema)?.value,
      !names.differ(name, system)
    {
      return "`\(key)` is the system itself (`\(Self.systemName)`)"
    }
    guard let suppliers = project.answer(Self.suppliers, in: policies.schema)?.value,
      names.mentions(suppliers, in: name)
    else { return nil }
    return "`\(key)` names a supplier (`\(Self.suppliers)`)"
  }

  private static let systemName = "project.name"
  private static let suppliers = "contract.suppliers"
  /// Questions that name what is no person, however the name reads.
  static let parties = [systemName, suppliers]

  /// Who builds or assesses a system does not sign for it.
  public func independence(of person: String?, key: String) -> String? {
    guard let person = names.good(person) else { return nil }
    for field in limits.differFrom {
      guard case .string(let other) = project.answer(field, in: policies.schema)?.value else { continue }
      if !names.differ(person, other) { return "`\(key)` is also `\(field)`" }
    }
    return nil
  }

  /// The same for who approves a claim, where the rule is grave.
  public func independence(ofApprover person: String?, for rule: Rule, key: String) -> String? {
    rankForClaim(on: rule) == nil ? nil : independence(of: person, key: key)
  }

  /// Whether an approver is somebody else than the claimant.
  public func approver(_ approver: String?, of claimant: String?, key: String) -> String? {
    guard let approver = names.good(approver), let claimant = names.good(claimant) else { return nil }
    return names.differ(claimant, approver)
      ? nil : "nobody approves their own claim: `claimed_by` and `\(key)` are the same"
  }

  public func holderType(_ type: String?) -> String? {
    if let type, limits.holderTypes.contains(type) { return nil }
    return "`holder_type` must be \(limits.holderTypes.map { "`\($0)`" }.joined(separator: " or "))"
  }

  // MARK: Ranks

  /// From the lowest that suffices to accept a failure of the rule; none where nobody may.
  public func ranksForAcceptance(of rule: Rule) -> [String] { rule.waiver.map { Array(limits.ranks[$0...]) } ?? [] }

  /// From the lowest that suffices to approve a claim on the rule; none where no rank is asked for.
  public func ranksForClaim(on rule: Rule) -> [String] {
    rankForClaim(on: rule).map { Array(limits.ranks[$0...]) } ?? []
  }

  public func acceptanceRank(_ rank: String?, for rule: Rule, key: String) -> String? {
    rule.waiver.flatMap { fault(ofRank: rank, needed: $0, key: key) }
  }

  public func approverRank(_ rank: String?, for rule: Rule, key: String) -> String? {
    rankForClaim(on: rule).flatMap { fault(ofRank: rank, needed: $0, key: key) }
  }

  private func rankForClaim(on rule: Rule) -> Int? {
    guard rule.severity == .blocker || rule.severity == .major else { return nil }
    return rule.waiver ?? limits.claimRankWhereNever
  }

  private func fault(ofRank rank: String?, needed: Int, key: String) -> String? {
    guard let rank else { return "`\(key)` is missing: `\(limits.ranks[needed])` or above is needed" }
    guard let index = limits.ranks.firstIndex(of: rank) else {
      let near = Suggestions.near(rank, in: limits.ranks).first.map { "did you mean `\($0)`?" }
      let all = limits.ranks.map { "`\($0)`" }.joined(separator: ", ")
      return "`\(Diagnostic.shortened(rank))` is no rank: \(near ?? "it can be \(all)")"
    }
    return index >= needed ? nil : "the rank `\(rank)` is below `\(limits.ranks[needed])`"
  }

  // MARK: Days

  public func reviewBy(_ date: Int?) -> String? {
    guard let date else { return "`review_by` is missing" }
    if date <= day { return "`review_by` has passed" }
    return date - day > limits.claimReviewDays
      ? "`review_by` lies more than \(limits.claimReviewDays) days ahead" : nil
  }

  public func acceptedOn(_ date: Int?) -> String? { done(date, key: "accepted_on") }

  public func expiresOn(_ date: Int?, acceptedOn: Int?) -> String? {
    guard let date else { return "`expires_on` is missing" }
    if date <= day { return "it has expired" }
    guard let acceptedOn, date - acceptedOn > limits.acceptanceDays else { return nil }
    return "it runs for more than \(limits.acceptanceDays) days"
  }

  /// The day of something that was done.
  public func done(_ date: Int?, key: String) -> String? {
    guard let date else { return "`\(key)` is missing" }
    if date < policies.foundation.answerRules.earliestDay { return "`\(key)` is too early" }
    return date > day ? "`\(key)` lies in the future" : nil
  }

  // MARK: Confirmations

  /// Whether who confirms an acceptance could have made it: who accepted it at first, or somebody of sufficient rank.
  public func confirmation(of acceptance: RiskAcceptance, for rule: Rule) -> String? {
    guard let confirmation = acceptance.confirmation else { return nil }
    return person(confirmation.by, key: "confirmed_by")
      ?? independence(of: confirmation.by, key: "confirmed_by")
      ?? done(confirmation.on, key: "confirmed_on")
      ?? confirmedLater(confirmation.on, than: acceptance.acceptedOn)
      ?? (isSame(confirmation.by, acceptance.acceptedBy)
        ? nil : acceptanceRank(confirmation.rank, for: rule, key: "confirmed_rank"))
  }

  private func confirmedLater(_ confirmed: Int?, than accepted: Int?) -> String? {
    guard let confirmed, let accepted, confirmed < accepted else { return nil }
    return "`confirmed_on` lies before `accepted_on`"
  }

  /// Whether who confirms a claim could have approved it.
  public func confirmation(of claim: NotApplicableClaim, on rule: Rule) -> String? {
    guard let confirmation = claim.confirmation else { return nil }
    return person(confirmation.by, key: "confirmed_by")
      ?? approver(confirmation.by, of: claim.claimedBy, key: "confirmed_by")
      ?? independence(ofApprover: confirmation.by, for: rule, key: "confirmed_by")
      ?? done(confirmation.on, key: "confirmed_on")
      ?? (isSame(confirmation.by, claim.approvedBy)
        ? nil : approverRank(confirmation.rank, for: rule, key: "confirmed_rank"))
  }

  /// Whether two names are those of one person, who needs to state no rank again.
  public func isSame(_ first: String?, _ second: String?) -> Bool {
    guard let first = names.good(first), let second = names.good(second) else { return false }
    return !names.differ(first, second)
  }
}
