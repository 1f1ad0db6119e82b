internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

extension ReportPart {
  /// What is wrong with the input.
  static let input = ReportPart { content in
    let shown = content.assessment.diagnostics.filter { $0.severity != .note }
    guard !shown.isEmpty else { return nil }
    let errors = shown.count { $0.severity == .error }
    return Section(
      "input",
      "What is wrong with the input (\(ReportContent.count(errors, "error", "errors")), "
        + "\(ReportContent.count(shown.count - errors, "warning", "warnings")))",
      [.table(content.diagnostics("Errors and warnings", shown))])
  }

  /// Everything that the outcome depends on, by digest, and what overlays loosen.
  static let repeating = ReportPart { content in
    let assessment = content.assessment
    let foundation = content.policies.foundation
    var inputs: [(String, String, String)] = [("Project", assessment.placeName, assessment.projectDigest)]
    if let review = assessment.review { inputs.append(("Review record", review.file, review.digest)) }
    inputs.append(("Foundation", "\(foundation.id) \(foundation.version)", foundation.sha256))
    inputs += content.policies.packs.map { ("Pack", "\($0.id) \($0.version)", $0.sha256) }
    var blocks: [Block] = [
      .paragraph([
        .text(
          """
          The outcome follows from these bytes, from the date \(assessment.date) and from nothing else: whoever has them \
          gets the same report.
          """)
      ]),
      .table(
        Table(
          caption: "Digests of what was read", columns: [.text("What"), .text("Which"), .text("SHA-256")],
          rows: inputs.map { Table.Row([[.text($0.0)], [.text($0.1)], [.code($0.2)]]) })),
    ]
    let named = content.evidence.filter { $0.item.sha256 != nil }.count
    if named > 0 {
      blocks.append(
        .paragraph([
          .text("The digests of \(ReportContent.count(named, "evidence file", "evidence files")) are under "),
          .link("Evidence", to: "evidence"), .text("."),
        ]))
    }
    if !content.options.version.isEmpty {
      blocks.append(.paragraph([.text("Written by answerable \(content.options.version).")]))
    }
    let loosened = content.policies.loosened
    if !loosened.isEmpty {
      blocks.append(
        .table(
          Table(
            caption: "Loosened by overlays", columns: [.text("Pack"), .text("What")],
            rows: loosened.map { Table.Row([[.text($0.pack)], [.text($0.what)]]) })))
    }
    let notes = assessment.diagnostics.filter { $0.severity == .note }
    if !notes.isEmpty { blocks.append(.table(content.diagnostics("Noted", notes))) }
    return Section("inputs", "What was read, and how to repeat this", blocks)
  }
}

extension ReportContent {
  func diagnostics(_ caption: String, _ diagnostics: [Diagnostic]) -> Table {
    Table(
      caption: caption,
      columns: [.text("What"), .text("Where"), .text("What to do"), .text("Code")],
      rows: diagnostics.map { diagnostic in
        Table.Row(
          lines: [
            [[diagnostic.severity == .error ? .strong("error: ") : .text("")] + Line(diagnostic.message)],
            place(diagnostic.location).map { [[.text($0)]] } ?? [], diagnostic.notes.map { Line($0.message) },
            [[.code(diagnostic.code)]],
          ])
      })
  }
}
