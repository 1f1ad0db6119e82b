public import AssessmentEngine
internal import CEL
internal import Diagnostics
public import PolicyModel

/// What the terms of a rule's conditions came to, over all its cases.
public struct RuleCoverage {
  private let rule: Rule
  private var scope: ConditionCoverage?
  private var tiers: [ConditionCoverage]

  public init(_ rule: Rule, _ policies: PolicySet) {
    self.rule = rule
    scope = rule.appliesWhen.map { ConditionCoverage($0, policies.schema) }
    tiers = rule.tiers.map { ConditionCoverage($0.condition, policies.schema) }
  }

  private var all: [ConditionCoverage] { [scope].compactMap { $0 } + tiers }

  /// How many values there are to be seen.
  public var total: Int { all.reduce(0) { $0 + $1.total } }

  /// How many of them were seen.
  public var seen: Int { all.reduce(0) { $0 + $1.seen } }

  /// Notes what is evaluated where the rule is judged.
  public mutating func note(_ situation: RuleSituation) {
    let stage = situation.stage ?? .concept
    if let until = rule.dueUntil, situation.stage != nil, stage > until { return }
    scope?.note(situation.variables)
    if let scope = rule.appliesWhen {
      guard case .bool(true) = scope.program.evaluate(situation.variables) else { return }
    }
    guard stage >= rule.dueFrom else { return }
    for (index, tier) in rule.tiers.enumerated()
    where tier.from <= stage && (situation.stage == nil || stage <= tier.until ?? .retirement) {
      tiers[index].note(situation.variables)
    }
  }

  func gaps() -> [(subject: ImpossibleSight.Subject, finding: Diagnostic)] { all.flatMap { $0.gaps(rule) } }
}
