import LocatedYAML
import TestSupport

/// How often each rule had each outcome.
struct Coverage {
  private var counts: [String: [Oracle.Outcome: Int]] = [:]
  private var gates: [String: Int] = [:]

  mutating func count(_ verdict: Oracle.Verdict) {
    for (rule, result) in verdict.results { counts[rule, default: [:]][result.outcome, default: 0] += 1 }
    gates[verdict.gate, default: 0] += 1
  }

  /// `rule outcome` for each outcome that a rule should have shown and did not, and `gate decision` likewise.
  func missing(_ requirements: Requirements) -> Set<String> {
    var missing = Set<String>()
    for rule in requirements.rules {
      for outcome in [Oracle.Outcome.pass, .fail, .unknown] where counts[rule.id]?[outcome] == nil {
        missing.insert("\(rule.id) \(outcome.rawValue)")
      }
    }
    for decision in ["stop", "hold", "conditional", "proceed"] where gates[decision] == nil {
      missing.insert("gate \(decision)")
    }
    return missing
  }

  /// A line for each rule: its counts by outcome.
  func table(_ requirements: Requirements) -> String {
    var lines = ["gates: " + gates.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")]
    for rule in requirements.rules {
      let cells = Oracle.Outcome.allCases.map { "\($0.rawValue) \(counts[rule.id]?[$0] ?? 0)" }
      lines.append(rule.id + ": " + cells.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }

  /// What is known to be missing, each with a reason, by a key of the file.
  static func known(_ key: String) throws -> Set<String> {
    let root = try Folder.root("Tests/ConformanceTests/Cases/coverage-gaps.yaml")
    return Set(
      try (root.required(key).items ?? []).map { item in
        guard try !item.text("reason").isEmpty else { throw UnexpectedShape(description: "a gap without a reason") }
        return try item.text("what")
      })
  }
}
