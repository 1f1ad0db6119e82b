internal import PolicyModel

extension NextQuestion {
  /// The unanswered questions, ranked by the rules that hang on each, weighted by severity. A question that no undecided
  /// rule hangs on can change nothing, and is left out.
  static func ranked(_ results: [RuleResult], _ schema: AnswerSchema) -> [NextQuestion] {
    var decides: [String: [RuleResult]] = [:]
    for index in results.indices where results[index].outcome == .unknown {
      let result = results[index]
      for question in result.unanswered { decides[question, default: []].append(result) }
    }
    let ranked = decides.compactMap { id, results -> (weight: Int, index: Int, decides: [String])? in
      guard let index = schema.index(of: id) else { return nil }
      return (results.reduce(0) { $0 + weight($1.rule.severity) }, index, results.map(\.rule.id))
    }
    return ranked.sorted { ($1.weight, $0.index) < ($0.weight, $1.index) }
      .map { NextQuestion(question: schema.questions[$0.index], decides: $0.decides) }
  }

  private static func weight(_ severity: Severity) -> Int {
    switch severity {
    case .blocker: 8
    case .major: 4
    case .moderate: 2
    case .advisory: 1
    }
  }
}
