internal import AssessmentEngine
public import Diagnostics

/// What a change of policies does, for reading: what is said otherwise, and what becomes of projects.
public struct ComparisonReport {
  private let difference: PolicyDifference
  private let outcomes: [OutcomeDifference]
  private let hasWords: Bool
  private let decorator: Decorator
  private var lines: [String] = []

  /// Without words, changes are left out that only say something in another way.
  public init(
    _ difference: PolicyDifference, _ outcomes: [OutcomeDifference], hasWords: Bool = true,
    decorator: Decorator = .plain
  ) {
    self.difference = difference
    self.outcomes = outcomes
    self.hasWords = hasWords
    self.decorator = decorator
  }

  public mutating func bytes() -> [UInt8] {
    lines = []
    let changes = difference.changes.filter { hasWords || $0.effect != .words || $0.kind == .pack }
    for kind in Change.Kind.allCases { write(kind, changes.filter { $0.kind == kind }) }
    if changes.isEmpty { lines.append("nothing is said otherwise") }
    writeVersions()
    writeOutcomes()
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines.append(decorator.paint(text, as: .strong))
  }

  private mutating func write(_ kind: Change.Kind, _ changes: [Change]) {
    guard !changes.isEmpty else { return }
    var names: [String] = []
    for change in changes where !names.contains(change.name) { names.append(change.name) }
    heading("\(kind.rawValue.capitalizedFirst)s (\(names.count))")
    for name in names {
      let own = changes.filter { $0.name == name }
      if let whole = own.first(where: { $0.aspect == nil }) {
        lines.append("  \(printable(name)) \(whole.effect.rawValue)")
        continue
      }
      lines.append("  \(printable(name))")
      for change in own { write(change) }
    }
  }

  private mutating func write(_ change: Change) {
    let old = printable(change.old ?? "nothing")
    let new = printable(change.new ?? "nothing")
    let aspect = change.aspect ?? ""
    if old.utf8.count + new.utf8.count < 60, !old.contains("\n"), !new.contains("\n") {
      lines.append("    \(aspect): \(old) -> \(new) (\(change.effect.rawValue))")
      return
    }
    lines.append("    \(aspect) (\(change.effect.rawValue))")
    let (before, after) = (old.split(separator: "\n"), new.split(separator: "\n"))
    for line in before where !after.contains(line) { lines.append("      - \(line)") }
    for line in after where !before.contains(line) { lines.append("      + \(line)") }
  }

  /// Line breaks stay: conditions have them.
  private func printable(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { DiagnosticRenderer.printable(String($0)) }
      .joined(separator: "\n")
  }

  private mutating func writeVersions() {
    guard !difference.versionFaults.isEmpty else { return }
    heading("Versions that do not say so (\(difference.versionFaults.count))")
    for fault in difference.versionFaults {
      let raised =
        fault.old == fault.new ? "is \(fault.old) as before" : "goes from \(fault.old) to \(fault.new)"
      lines.append("  \(printable(fault.name)) \(raised): what changed calls for a \(fault.needed) step")
    }
  }

  private mutating func writeOutcomes() {
    guard !outcomes.isEmpty else { return }
    let changed = outcomes.filter { !$0.isEmpty }
    heading("Outcomes (\(outcomes.count == 1 ? "1 project" : "\(outcomes.count) projects"), \(changed.count) changed)")
    for outcome in changed {
      let decision =
        outcome.difference.old.gate == outcome.difference.new.gate
        ? "\(outcome.difference.new.gate) as before"
        : "\(outcome.difference.old.gate) -> \(outcome.difference.new.gate)"
      lines.append("  \(printable(outcome.project)): \(decision)")
      for rule in outcome.rules {
        lines.append(
          "    \(printable(rule.rule)): \(rule.old?.outcomeText ?? "no such rule") -> \(rule.new?.outcomeText ?? "no such rule")"
        )
      }
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
