/// The text of a pack with one rule, for examples of what is wrong with packs.
package enum SmallPack {
  /// A sound pack, but for what is given: `above` stands before `rules:`, nil leaves a line out.
  package static func text(
    version: String = "1.0.0", above: String = "", id: String = "ours-stop-control",
    requires: String = "Whoever stands at the system can stop it.",
    why: String? = "P10 asks for human control, which ends where nobody can stop the system.",
    severity: String = "major", due: String = "test",
    appliesWhen: String? = nil, tiers: [String] = ["{from: test, require: control.person_inhibit}"],
    clauses: String = "[P10]", grounds: String? = "[policy]", crosswalk: String? = nil,
    evidence: String? = "[Record of the trial of the stop control]",
    remedy: String = "Fit a control with which a person stops the system."
  ) -> String {
    let lines: [(key: String, value: String?)] = [
      ("title", "A person can stop the system"), ("requires", requires), ("why", why), ("severity", severity),
      ("applies_when", appliesWhen), ("due_from", due),
      ("tiers", "\n" + tiers.map { "      - \($0)" }.joined(separator: "\n")), ("clauses", clauses),
      ("grounds", grounds), ("crosswalk", crosswalk), ("evidence", evidence), ("remedy", remedy), ("claim", "never"),
      ("waiver", "never"),
    ]
    let rule = lines.compactMap { line in
      line.value.map { "    \(line.key):\($0.hasPrefix("\n") ? "" : " ")\($0)" }
    }
    return header(version) + (above.isEmpty ? "" : above + "\n") + "rules:\n  - id: \(id)\n"
      + rule.joined(separator: "\n")
  }

  /// A pack without rules, which changes others.
  package static func overlay(_ text: String) -> String { header("1.0.0") + text }

  private static func header(_ version: String) -> String {
    "answerable: pack/1\nid: ours\nversion: \(version)\ntitle: What we ask beyond the others\n"
  }
}
