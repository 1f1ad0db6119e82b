internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

extension DifferenceFormat {
  /// For a comment on a submission.
  static let markdown = DifferenceFormat(name: "markdown", summary: "For a comment on a submission.") {
    differences, _, out in
    for difference in differences.both { write(difference, &out) }
    write("New projects", differences.come, &out)
    write("Projects that are gone", differences.gone, &out)
    if differences.both.isEmpty { out.line("No project is on both sides, so no outcome could be compared.") }
  }

  private static func write(_ title: String, _ projects: [RecordedAssessment], _ out: inout ReportText) {
    guard !projects.isEmpty else { return }
    out.line("## \(title)\n")
    for project in projects { out.line("- \(MarkdownText.escaped(project.title)): \(project.gate)") }
    out.line()
  }

  private static func write(_ difference: AssessmentDifference, _ out: inout ReportText) {
    out.line("## \(MarkdownText.escaped(difference.titleText))\n")
    out.line("**\(MarkdownText.escaped(difference.gateText))**\n")
    for part in difference.circumstances { out.line("- \(MarkdownText.escaped(part.changeText))") }
    if !difference.circumstances.isEmpty { out.line() }
    if let text = difference.knowledgeText { out.line("\(text)\n") }
    if difference.rules.isEmpty { out.line("Every outcome is as before.\n") }
    for direction in AssessmentDifference.Direction.allCases {
      let changes = difference.changes(direction)
      guard !changes.isEmpty else { continue }
      out.line("### \(direction.title) (\(changes.count))\n")
      out.line("| rule | severity | outcome | why |\n| --- | --- | --- | --- |")
      for change in changes { write(change, &out) }
      out.line()
    }
  }

  private static func write(_ change: AssessmentDifference.RuleChange, _ out: inout ReportText) {
    let title = change.title.map { "<br>" + MarkdownText.escaped($0) } ?? ""
    let alone = change.reasons.count { $0.bearing == .alone }
    var why = change.reasons.map { reason in
      let parts = reason.parts.map { part in
        MarkdownText.escaped(part.changeText + (part.place.map { " (\($0))" } ?? ""))
      }
      return "\(reason.opening(isOneOfSeveral: alone > 1)): " + parts.joined(separator: "; ")
    }
    if !change.isExplained { why += change.causesText.map { MarkdownText.escaped($0) } }
    out.line(
      "| \(MarkdownText.code(change.rule, inTable: true))\(title) | \(change.severity.name) | "
        + "\(MarkdownText.escaped(change.outcomeText)) | \(why.joined(separator: "<br>")) |")
  }
}
