public import AssessmentEngine
internal import PolicyModel

/// What becomes of one project under two sets of policies.
public struct OutcomeDifference: Sendable {
  /// A rule whose outcome is another.
  public struct RuleChange: Sendable, Hashable {
    public let rule: String
    /// Nil where the rule was not there.
    public let old: Outcome?
    /// Nil where the rule is not there any more.
    public let new: Outcome?
  }

  /// `turret.yaml`, and which document of it where it holds several.
  public let project: String
  public let oldDecision: Gate.Decision
  public let newDecision: Gate.Decision
  /// In the order of the new rules, then those that are gone. A rule that comes or goes without applying changes nothing.
  public let rules: [RuleChange]

  public var isEmpty: Bool { oldDecision == newDecision && rules.isEmpty }

  public init(_ project: String, from old: Assessment, to new: Assessment) {
    self.project = project
    oldDecision = old.gate.decision
    newDecision = new.gate.decision
    let before = Dictionary(old.results.map { ($0.rule.id, $0.outcome) }) { first, _ in first }
    var changes: [RuleChange] = []
    for result in new.results where before[result.rule.id] ?? .notApplicable != result.outcome {
      changes.append(RuleChange(rule: result.rule.id, old: before[result.rule.id], new: result.outcome))
    }
    let after = Set(new.results.map(\.rule.id))
    for result in old.results where !after.contains(result.rule.id) && result.outcome != .notApplicable {
      changes.append(RuleChange(rule: result.rule.id, old: result.outcome, new: nil))
    }
    rules = changes
  }
}
