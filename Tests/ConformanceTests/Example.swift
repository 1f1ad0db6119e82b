import LocatedYAML
import TestSupport

/// A project of examples.yaml with the outcomes that it must have.
struct Example: Sendable {
  let id: String
  let answers: [String: Generated]
  let claims: [YAMLNode]
  let acceptances: [YAMLNode]
  let gate: String
  /// Outcome by rule.
  let expected: [String: String]
  let day: Int

  static let all = Result { try read() }

  private static func read() throws -> [Example] {
    let root = try Folder.root("Tests/ConformanceTests/Cases/examples.yaml")
    guard let day = Calendar.day(try root.text("assessment_date")) else {
      throw UnexpectedShape(description: "assessment_date is no date")
    }
    return try (root.required("examples").items ?? []).map { example in
      var expected: [String: String] = [:]
      let outcomes = try example.required("expected").pairs().filter { $0.name != "gate" }
      for (outcome, rules) in outcomes {
        for rule in try rules.texts() { expected[rule] = outcome == "fail_accepted" ? "accepted" : outcome }
      }
      return Example(
        id: try example.text("id"),
        answers: Dictionary(
          uniqueKeysWithValues: try example.required("answers").pairs().map { ($0.name, Generated($0.value)) }),
        claims: example.value(forKey: "na_claims")?.items ?? [],
        acceptances: example.value(forKey: "risk_acceptances")?.items ?? [],
        gate: try example.required("expected").text("gate"), expected: expected, day: day)
    }
  }

  var project: String { ProjectText.write(answers) }

  /// The review record that the example's claims and acceptances make, or nil where there are none.
  func review(subject: String) -> String? {
    guard !claims.isEmpty || !acceptances.isEmpty else { return nil }
    var lines = ["answerable: review/1", "subject: {sha256: \(subject)}"]
    for (name, entries) in [("not_applicable", claims), ("risk_acceptances", acceptances)] where !entries.isEmpty {
      lines.append(name + ":")
      for entry in entries {
        let pairs = (entry.entries ?? []).map { pair in
          let key = ["requirement": "rule", "rationale": "reason"][pair.name] ?? pair.name
          return (key: key, value: Generated(pair.value))
        }
        lines.append("  - " + Generated.record(pairs).flow)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
