import AssessmentEngine
import CEL
import PolicyModel

/// What a project says, as far as any rule can see it: not where, not in which words, and not in which order.
struct Statement: Equatable {
  private let answers: [String]
  private let evidence: [String]
  private let invalid: Set<Int>

  init(_ project: Project) {
    answers = project.answers.map { answer in answer.value.map { "\($0.typeName) \($0.written)" } ?? "" }
    evidence = project.evidence.map { item in
      let texts = item.supports + [item.title, item.file, item.uri, item.sha256].map { $0 ?? "" }
      return "\(texts) \(item.madeOn ?? 0) \(item.expiresOn ?? 0)"
    }
    invalid = project.invalid
  }
}

/// What became of a project, as far as the decision goes.
struct Verdict: Equatable {
  private let outcomes: [Outcome]
  private let decision: Gate.Decision
  private let because: [String]

  init(_ assessment: Assessment) {
    outcomes = assessment.results.map(\.outcome)
    decision = assessment.gate.decision
    because = assessment.gate.because
  }
}
