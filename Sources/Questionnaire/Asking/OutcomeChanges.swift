public import AssessmentEngine
internal import PolicyModel

/// What a change of a project or of its review record did to its rules and to the gate.
public struct OutcomeChanges: Sendable {
  private let before: Assessment
  private let after: Assessment

  /// Two assessments against the same policies.
  public init(from before: Assessment, to after: Assessment) {
    self.before = before
    self.after = after
  }

  /// The rules with another outcome than before, in the order of the policies.
  public var rules: [(before: RuleResult, after: RuleResult)] {
    Array(zip(before.results, after.results).filter { $0.outcome != $1.outcome })
  }

  /// Whether the decision is another one.
  public var isOtherDecision: Bool { before.gate.decision != after.gate.decision }

  /// `gate: hold → stop (test gate)`.
  public var gate: String {
    let (old, new) = (before.gate.decision.rawValue, after.gate.decision.rawValue)
    return (isOtherDecision ? "gate: \(old) → \(new)" : "gate: still \(new)") + " (\(after.stageWords))"
  }
}

extension Assessment {
  /// `test gate`.
  var stageWords: String { stage.map { "\($0.name) gate" } ?? "stage unanswered" }
}

extension Outcome {
  /// As it stands in a sentence: `not yet due`.
  var words: String { rawValue.split(separator: "_").joined(separator: " ") }
}
