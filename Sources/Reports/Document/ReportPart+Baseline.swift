internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

extension ReportPart {
  /// What is new, worse, fixed and still open since the baseline, where one was given.
  static let baseline = ReportPart { content in
    guard let comparison = content.options.baseline?[content.assessment] else { return nil }
    let rows = BaselineComparison.Group.allCases.flatMap { group in
      comparison.entries(group).map { entry in
        let isThere = content.policies.rule(entry.rule) != nil
        return Table.Row(
          lines: [
            [[.text(group.title)]], [[isThere ? content.link(entry.rule) : .code(entry.rule)]],
            [[ReportContent.label(entry.severity)]], [[.text(entry.change)]], entry.signatures.map { [.text($0)] },
          ])
      }
    }
    var blocks = content.baselineBlocks(comparison)
    if !rows.isEmpty {
      blocks.append(
        .table(
          Table(
            caption: "Rules that are open, or were",
            columns: [.text("Since then"), .text("Rule"), .text("Severity"), .text("Change"), .text("By whose word")],
            rows: rows)))
    }
    let title = comparison.baseline.map { "Compared with the baseline of \($0.date)" } ?? "Compared with the baseline"
    return Section("baseline", title, blocks)
  }
}

extension ReportContent {
  /// The verdict, and why nothing is forgiven where that is so.
  func baselineBlocks(_ comparison: BaselineComparison) -> [Block] {
    let then = comparison.baseline.map { "It was \($0.gate) then; " } ?? ""
    return [.paragraph([.text(then + comparison.verdict(on: assessment) + ".")])]
      + comparison.refusals.map { .paragraph([.text("Nothing is forgiven: \($0).")]) }
  }
}
