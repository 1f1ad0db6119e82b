public import AssessmentEngine
internal import CEL
internal import PolicyModel

/// The few questions that a new project begins with: its name, stage and kind, then what the system is, as far as most
/// rules hang on it.
public enum StartingQuestions {
  /// How many are asked at most: a few minutes, after which most rules are known to apply or not.
  public static let most = 9

  static let first = ["project.name", "project.lifecycle_stage", "project.kind"]

  /// The one to ask next; nil where enough is known.
  ///
  /// - Parameter asked: Those that were asked, answered or not: none is asked twice.
  public static func next(_ assessment: Assessment, asked: Set<Int>) -> Int? {
    let (policies, answers) = (assessment.policies, assessment.project.answers)
    for name in first {
      guard let index = policies.schema.index(of: name), !asked.contains(index), answers[index].node == nil else {
        continue
      }
      return index
    }
    guard asked.count < most else { return nil }
    var rules: [Int: Int] = [:]
    for result in assessment.results where result.outcome == .unknown {
      for name in result.unanswered where result.rule.scopeQuestions.contains(name) {
        guard policies.foundation.isScope(name), let index = policies.schema.index(of: name) else { continue }
        if !asked.contains(index), answers[index].node == nil { rules[index, default: 0] += 1 }
      }
    }
    return rules.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
