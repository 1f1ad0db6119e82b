import AssessmentEngine
import CEL
import PolicyModel

/// What a project says, as far as any rule can see it: not where, not in which words, and not in which order.
struct Statement: Equatable {
  private let answers: [String]
  private let evidence: [String]
  private let invalid: Set<Int>

  init(_ project: Project) {
    answers = project.answers.map { $0.value.map(Self.described) ?? "" }
    evidence = project.evidence.map { item in
      let texts = item.supports + [item.title, item.file, item.uri, item.sha256].map { $0 ?? "" }
      return "\(texts) \(item.madeOn ?? 0) \(item.expiresOn ?? 0)"
    }
    invalid = project.invalid
  }

  /// With what is not known of it: a list may have further items, an entry of a list may lack a key.
  private static func described(_ value: Value) -> String {
    switch value {
    case .list(let list): "[\(list.items.map(described)) \(list.openness == nil ? "" : "…")]"
    case .record(let record): "{\(record.fields.map(described))}"
    default: "\(value.typeName) \(value.written)"
    }
  }
}

/// What became of a project, as far as the decision goes.
struct Verdict: Equatable {
  private let outcomes: [String: Outcome]
  private let decision: Gate.Decision
  private let because: [String]

  init(_ assessment: Assessment) {
    outcomes = Dictionary(uniqueKeysWithValues: assessment.results.map { ($0.rule.id, $0.outcome) })
    decision = assessment.gate.decision
    because = assessment.gate.because
  }

  /// The rules whose outcomes are others, with both.
  func differences(from other: Verdict) -> [String] {
    outcomes.filter { other.outcomes[$0.key] != $0.value }.map { rule, outcome in
      "\(rule): \(outcome), and \(other.outcomes[rule].map { "\($0)" } ?? "none")"
    }
  }
}
