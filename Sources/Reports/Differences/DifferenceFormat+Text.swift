internal import AssessmentEngine
internal import Diagnostics
internal import PolicyModel

extension DifferenceFormat {
  /// For a person at a terminal: project by project the gate, what got worse, better, and changed otherwise.
  static let text = DifferenceFormat(name: "text", summary: "For reading: what got worse first, and why.") {
    differences, layout, out in
    var options = ReportFormat.Options()
    options.decorator = layout.decorator
    options.width = layout.width
    var lines = ReportLines(options)
    lines.write(differences)
    // The first line is that which stands before every heading.
    for line in lines.lines.drop(while: \.isEmpty) { out.line(line) }
  }
}

extension ReportLines {
  fileprivate mutating func write(_ differences: ProjectDifferences) {
    for difference in differences.both { write(difference) }
    writeProjects("New projects", differences.come)
    writeProjects("Projects that are gone", differences.gone)
    if differences.both.isEmpty { add("No project is on both sides, so no outcome could be compared.") }
  }

  private mutating func writeProjects(_ title: String, _ projects: [RecordedAssessment]) {
    guard !projects.isEmpty else { return }
    heading("\(title) (\(projects.count))")
    for project in projects { add("\(project.title): \(project.gate)", indent: 4, first: "  ") }
    append()
  }

  private mutating func write(_ difference: AssessmentDifference) {
    append()
    let (old, new) = (difference.old.decision, difference.new.decision)
    let style: Decorator.Style = old == new ? .strong : new ?? .stop < old ?? .stop ? .bad : .good
    append(paint(difference.gateText, style) + "  " + DiagnosticRenderer.printable(difference.titleText))
    for part in difference.circumstances { add(part.changeText, indent: 4, first: "  ") }
    if let text = difference.knowledgeText { add(text, indent: 2) }
    if difference.rules.isEmpty { add("Every outcome is as before.", indent: 2) }
    for direction in AssessmentDifference.Direction.allCases {
      let changes = difference.changes(direction)
      guard !changes.isEmpty else { continue }
      heading("\(direction.title) (\(changes.count))")
      for change in changes { write(change) }
    }
    append()
  }

  private mutating func write(_ change: AssessmentDifference.RuleChange) {
    append()
    let style: Decorator.Style =
      switch change.direction {
      case .worse: change.severity == .blocker ? .bad : .caution
      case .better: .good
      case .otherwise: .strong
      }
    let title = change.title.map { "  " + DiagnosticRenderer.printable($0) } ?? ""
    append(
      "\(paint(DiagnosticRenderer.printable(change.outcomeText), style))  \(change.severity.name)  "
        + DiagnosticRenderer.printable(change.rule) + title)
    let alone = change.reasons.count { $0.bearing == .alone }
    for reason in change.reasons {
      add("\(reason.opening(isOneOfSeveral: alone > 1)):", indent: 4)
      for part in reason.parts {
        let place = part.place.map { " (\($0))" } ?? ""
        add(part.changeText + place, indent: 8, first: "      ")
      }
    }
    if !change.isExplained { for cause in change.causesText { add(cause, indent: 6, first: "    ") } }
  }
}
