public import PolicyModel

extension Gate {
  /// Whether a blocker that passes without evidence keeps a project from going on without conditions.
  public static func wantsEvidence(at stage: LifecycleStage?) -> Bool { (stage ?? .concept) >= .test }

  /// The first that fits, from stop to proceed. No outcome offsets another.
  init(_ results: [RuleResult], at stage: LifecycleStage?, limits: ReviewLimits, hasInvalidAnswers: Bool) {
    func ids(_ severity: Severity, _ isMeant: (borrowing RuleResult) -> Bool) -> [String] {
      results.indices.compactMap { place in
        results[place].rule.severity == severity && isMeant(results[place]) ? results[place].rule.id : nil
      }
    }
    let failed = ids(.blocker) { $0.outcome == .fail }
    if !failed.isEmpty {
      self.init(decision: .stop, because: failed, hasInvalidAnswers: hasInvalidAnswers)
      return
    }
    let accepted = ids(.blocker) { $0.outcome == .accepted }
    let undecided = ids(.blocker) { $0.outcome == .unknown }
    let holding = undecided + (accepted.count > limits.mostAcceptedBlockers ? accepted : [])
    if hasInvalidAnswers || !holding.isEmpty {
      self.init(decision: .hold, because: holding, hasInvalidAnswers: hasInvalidAnswers)
      return
    }
    let acceptedMajors = ids(.major) { $0.outcome == .accepted }
    let isEvidenceDue = Self.wantsEvidence(at: stage)
    let reasons =
      ids(.major) { $0.outcome == .fail || $0.outcome == .unknown } + accepted
      + ids(.blocker) { $0.outcome == .notApplicable && $0.notApplicable == .claim }
      + (acceptedMajors.count > limits.mostAcceptedMajors ? acceptedMajors : [])
      + ids(.blocker) { isEvidenceDue && $0.outcome == .pass && $0.evidence.items == 0 }
    self.init(
      decision: reasons.isEmpty ? .proceed : .conditional, because: reasons, hasInvalidAnswers: hasInvalidAnswers)
  }
}
