public import AssessmentEngine

/// What becomes of one project under two sets of policies.
public struct OutcomeDifference: Sendable {
  /// `turret.yaml`, and which document of it where it holds several.
  public let project: String
  public let difference: AssessmentDifference

  public init(_ project: String, from old: Assessment, to new: Assessment) {
    self.project = project
    difference = AssessmentDifference(from: RecordedAssessment(old), to: RecordedAssessment(new))
  }

  /// The rules whose outcome is another: what got worse first.
  public var rules: [AssessmentDifference.RuleChange] { difference.rules.filter(\.isOutcomeChanged) }

  public var isEmpty: Bool { difference.old.decision == difference.new.decision && rules.isEmpty }
}
