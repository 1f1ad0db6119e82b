internal import CEL
internal import PolicyModel

/// Which evidence supports which rule, and whether it is current.
struct EvidenceJudgement {
  private var perItem: [(supports: Set<String>, isCurrent: Bool)] = []

  init(_ input: AssessmentInput) {
    for (index, item) in input.project.evidence.enumerated() {
      let file = input.evidenceFiles.indices.contains(index) ? input.evidenceFiles[index] : .unchecked
      let isExpired = item.expiresOn.map { $0 < input.day } ?? false
      let isThere = file == .current || file == .unchecked
      perItem.append((Set(item.supports), !isExpired && isThere))
    }
  }

  /// Counts what supports the rule; a pass all of whose evidence is stale is unknown.
  func judge(_ result: inout RuleResult) {
    guard !perItem.isEmpty else { return }
    let names = Set([result.rule.id] + result.rule.questions)
    for item in perItem where !item.supports.isDisjoint(with: names) {
      result.evidence.items += 1
      if item.isCurrent { result.evidence.current += 1 }
    }
    guard result.outcome == .pass, result.evidence.items > 0, result.evidence.current == 0 else { return }
    result.outcome = .unknown
    result.causes = [
      Finding(
        field: "evidence", actual: .string("stale"),
        required: "one item that is neither expired nor missing nor changed",
        related: [], location: nil)
    ]
  }
}
