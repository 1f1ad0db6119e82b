internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

/// How reports say what became of a project since a baseline.
extension BaselineComparison {
  /// What the project adds to the exit code; input that is not valid comes first.
  func exitCode(of assessment: Assessment) -> Int32 {
    assessment.hasErrors || !assessment.isDecided ? 65 : exitDecision.exitCode
  }

  /// In one line.
  func verdict(on assessment: Assessment) -> String {
    let decision = assessment.gate.decision
    let said =
      if assessment.hasErrors || !assessment.isDecided {
        "the input has errors, which no baseline forgives"
      } else if decision == .stop || decision == .hold {
        "no baseline forgives a \(decision.rawValue)"
      } else if isRegression {
        "worse than the baseline"
      } else if decision == .proceed, baseline == nil {
        exitDecision == .proceed ? "nothing is open" : "nobody can tell which project the baseline speaks of"
      } else if exitDecision == .proceed {
        "no worse than the baseline"
      } else if !refusals.isEmpty {
        "nothing is forgiven"
      } else {
        "not all that it hangs on are majors that were known already"
      }
    return "\(said): exit code \(exitCode(of: assessment))"
  }
}

extension BaselineComparison.Group {
  var title: String {
    switch self {
    case .new: "New"
    case .worse: "Worse"
    case .fixed: "Fixed"
    case .noLongerAsked: "Open then, and no longer asked"
    case .stillOpen: "Still open"
    }
  }
}

extension BaselineComparison.Entry {
  /// `pass → fail`.
  var change: String {
    guard let new else { return "\(old?.outcomeText ?? "") → no such rule" }
    guard let old else { return "\(new.outcomeText), not in the baseline" }
    return old.outcomeText == new.outcomeText ? new.outcomeText : "\(old.outcomeText) → \(new.outcomeText)"
  }

  /// Whose word lets a failure rest that was not let rest then, or lets it no longer.
  var signatures: [String] {
    let (before, after) = (old?.signatures ?? [], new?.signatures ?? [])
    return after.filter { !before.contains($0) }.map(\.described)
      + before.filter { !after.contains($0) }.map { "no longer \($0.described)" }
  }
}

extension ReportLines {
  /// The section, or in a short report its last line.
  mutating func write(
    _ comparison: BaselineComparison, _ assessment: Assessment, isQuiet: Bool, isVerbose: Bool
  ) {
    let verdict = comparison.verdict(on: assessment)
    if isQuiet { return add(verdict, indent: 2) }
    guard let baseline = comparison.baseline else {
      heading("Compared with the baseline")
      writeGroups(comparison, isVerbose: isVerbose)
      return add(verdict, indent: 2)
    }
    heading("Compared with the baseline of \(baseline.date)")
    add("It was \(baseline.gate) then.", indent: 2)
    writeGroups(comparison, isVerbose: isVerbose)
    add(verdict, indent: 2)
  }

  /// How many rules of a group are shown unless all are asked for; blockers always are.
  private static let shownOfGroup = 12

  private mutating func writeGroups(_ comparison: BaselineComparison, isVerbose: Bool) {
    for refusal in comparison.refusals { add("Nothing is forgiven: \(refusal).", indent: 4, first: "  ") }
    for group in BaselineComparison.Group.allCases {
      let entries = comparison.entries(group)
      guard !entries.isEmpty else { continue }
      append("  \(group.title) (\(entries.count))")
      let shown =
        isVerbose ? entries[...] : entries.prefix(max(Self.shownOfGroup, entries.count { $0.severity == .blocker }))
      for entry in shown {
        add("\(entry.rule) (\(entry.severity.name)): \(entry.change)", indent: 6, first: "    ")
        for signature in entry.signatures { add(signature, indent: 6) }
      }
      let rest = entries.count - shown.count
      if rest > 0 { append("    \(rest) more are shown with --verbose") }
    }
  }
}

extension JSONWriter {
  /// The member `baseline` of an assessment.
  mutating func baseline(_ comparison: BaselineComparison, _ assessment: Assessment) {
    key("baseline")
    object { json in
      if let baseline = comparison.baseline {
        json.member("date", baseline.date)
        if let decision = baseline.decision { json.member("decision", decision.rawValue) }
        json.member("stage", baseline.stage?.name ?? "unknown")
      }
      for group in BaselineComparison.Group.allCases {
        json.key(group.rawValue)
        json.array { json in for entry in comparison.entries(group) { json.write(entry) } }
      }
      json.member("refused", comparison.refusals)
      json.member("exit_code", Int(comparison.exitCode(of: assessment)))
    }
  }

  private mutating func write(_ entry: BaselineComparison.Entry) {
    object { json in
      json.member("id", entry.rule)
      json.member("severity", entry.severity.name)
      if let old = entry.old { json.member("old", old.outcome.rawValue) }
      if let new = entry.new { json.member("new", new.outcome.rawValue) }
    }
  }
}
