internal import PolicyModel

/// How far the passes of an assessment rest on evidence.
public struct EvidenceSummary: Sendable {
  /// Passes that no item supports.
  public let unevidencedPasses: Int
  /// Passes that rest on ticks alone.
  public let declaredOnlyPasses: Int
  /// Distinct files and addresses among the items.
  public let files: Int
  /// The file that supports the most rules, and how many; nil where there is none.
  public let busiestFile: (name: String, rules: Int)?

  init(_ assessment: Assessment) {
    let passes = assessment.results.filter { $0.outcome == .pass }
    unevidencedPasses = passes.filter { $0.evidence.items == 0 }.count
    declaredOnlyPasses = passes.filter(\.isDeclaredOnly).count
    var supports: [String: Set<String>] = [:]
    var order: [String] = []
    for item in assessment.project.evidence {
      guard let name = item.file ?? item.uri else { continue }
      if supports[name] == nil { order.append(name) }
      supports[name, default: []].formUnion(item.supports)
    }
    files = order.count
    let counts = order.map { name -> (name: String, rules: Int) in
      let named = supports[name] ?? []
      let rules = assessment.results.filter { named.contains($0.rule.id) || !named.isDisjoint(with: $0.rule.questions) }
      return (name, rules.count)
    }
    busiestFile = counts.reduce(nil) { best, next in next.rules > (best?.rules ?? 0) ? next : best }
  }
}
