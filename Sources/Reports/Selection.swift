public import AssessmentEngine
public import PolicyModel

/// Which of many projects a report for reading tells of. The gravest decision is that of all, whatever is shown.
public struct Selection: Sendable {
  /// Empty for all.
  public let decisions: Set<Gate.Decision>
  /// Empty for all.
  public let stages: Set<LifecycleStage>

  public init(decisions: Set<Gate.Decision>, stages: Set<LifecycleStage>) {
    self.decisions = decisions
    self.stages = stages
  }

  /// Whether a project is among them. What could not be assessed is on hold.
  public func holds(_ assessment: Assessment) -> Bool {
    let decision = assessment.isDecided ? assessment.gate.decision : .hold
    return (decisions.isEmpty || decisions.contains(decision))
      && (stages.isEmpty || assessment.stage.map { stages.contains($0) } ?? false)
  }

  /// `stop or hold`, `at stage test`.
  var described: String {
    let decided = Gate.Decision.allCases.filter { decisions.contains($0) }.map(\.rawValue)
    let staged = LifecycleStage.allCases.filter { stages.contains($0) }.map(\.name)
    return [
      decided.isEmpty ? nil : "with the decision \(decided.joined(separator: " or "))",
      staged.isEmpty ? nil : "at the stage \(staged.joined(separator: " or "))",
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
