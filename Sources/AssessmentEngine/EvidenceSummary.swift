public import PolicyModel

/// How far the passes of an assessment rest on evidence.
public struct EvidenceSummary: Sendable {
  /// The passes of one severity.
  public struct Coverage: Sendable {
    public let severity: Severity
    /// Rules that pass.
    public fileprivate(set) var passes: Int
    /// Ids of those of them that no current evidence supports, in the order of the rules.
    public fileprivate(set) var without: [String]

    /// Rules that pass and that current evidence supports.
    public var evidenced: Int { passes - without.count }
  }

  /// Passes that no item supports.
  public let unevidencedPasses: Int
  /// Passes that rest on ticks alone.
  public let declaredOnlyPasses: Int
  /// For every severity, from the gravest.
  public let coverage: [Coverage]
  /// Distinct files and addresses among the items: one file under several names counts once.
  public let files: Int
  /// The file that supports the most rules, by the first name that it is given, and how many; nil where there is none.
  public let busiestFile: (name: String, rules: Int)?

  init(_ assessment: Assessment) {
    var coverage = Severity.allCases.map { Coverage(severity: $0, passes: 0, without: []) }
    var (unevidenced, declaredOnly) = (0, 0)
    for result in assessment.results where result.outcome == .pass {
      let severity = result.rule.severity.rawValue
      coverage[severity].passes += 1
      if result.evidence.current == 0 { coverage[severity].without.append(result.rule.id) }
      if result.evidence.items == 0 { unevidenced += 1 }
      if result.isDeclaredOnly { declaredOnly += 1 }
    }
    self.coverage = coverage
    unevidencedPasses = unevidenced
    declaredOnlyPasses = declaredOnly
    var rules: [String: Set<String>] = [:]
    var order: [(identity: String, name: String)] = []
    for standing in assessment.evidenceStandings {
      guard let name = standing.item.file ?? standing.item.uri else { continue }
      if rules[standing.identity] == nil { order.append((standing.identity, name)) }
      rules[standing.identity, default: []].formUnion(standing.rules)
    }
    files = order.count
    busiestFile = order.reduce(nil) { best, next in
      let count = rules[next.identity]?.count ?? 0
      return count > (best?.rules ?? 0) ? (next.name, count) : best
    }
  }
}
