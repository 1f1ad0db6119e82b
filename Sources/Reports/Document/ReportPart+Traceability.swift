internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel

extension ReportPart {
  /// Clause by clause: what it asks, and what became of each rule that derives from it.
  static let traceability = ReportPart { content in
    guard content.assessment.isDecided else { return nil }
    let instrument = content.policies.foundation.instrument
    let rows = instrument.clauses.map { clause in
      let results = content.assessment.results.filter { $0.rule.clauses.contains(clause.id) }
      let groups = Outcome.byAttention.compactMap { outcome -> Line? in
        let found = results.filter { $0.outcome == outcome }
        guard !found.isEmpty else { return nil }
        return [
          ReportContent.label(outcome, found.contains { $0.rule.severity == .blocker } ? .blocker : .major),
          .text(" \(found.count): "),
        ] + content.links(found.map(\.rule.id))
      }
      let asked = clause.asks ?? clause.reason ?? ""
      return Table.Row(
        lines: [
          [[.strong(clause.id), .text(" \(clause.text)")]] + (asked.isEmpty ? [] : [[.text(asked)]]),
          groups.isEmpty ? [[.text(clause.obliges ? "no rule" : "asks nothing of a project")]] : groups,
        ], anchor: ReportContent.anchor(clause: clause.id))
    }
    return Section(
      "traceability", "Clause by clause",
      [
        .paragraph([
          .text("The instrument is \(instrument.title), \(instrument.place), \(instrument.date), in our words.")
        ]),
        .table(
          Table(
            caption: "Clauses, what they ask, and the rules that derive from them",
            columns: [.text("Clause, and what follows from it"), .text("Rules")], rows: rows)),
      ])
  }

  /// What to answer next, the questions that decide most first.
  static let next = ReportPart { content in
    let next = content.assessment.next
    guard content.assessment.isDecided, !next.isEmpty else { return nil }
    let shown = content.options.isVerbose ? next : Array(next.prefix(25))
    return Section(
      "next", "What to answer next (\(next.count))",
      (shown.count < next.count
        ? [.paragraph([.text("The \(shown.count) that decide most of \(next.count); --verbose lists all.")])] : [])
        + [
          .table(
            Table(
              caption: "Unanswered questions, by the weight of the rules that hang on each",
              columns: [.text("Question"), .text("Field"), .text("Who usually knows"), .text("Decides")],
              rows: shown.map { next in
                Table.Row([
                  [.text(next.question.ask)], [.code(next.question.id)], [.text(next.question.knownBy ?? "")],
                  content.links(next.decides),
                ])
              }))
        ])
  }
}
