internal import DocumentWriting
internal import PolicyModel

extension ReferencePart {
  /// How completely everything is traced, and whatever is doubtful or missing.
  static let traceability = ReferencePart { content in
    let gaps = Gap.all.map { (gap: $0, found: $0.find(content)) }
    let totals = Table(
      caption: "What was looked for, and how much was found",
      columns: [.text("Doubtful or missing"), .number("Found")],
      rows: gaps.map { each in
        Table.Row([[.link(each.gap.title, to: each.gap.anchor)], [.text(String(each.found.count))]])
      })
    return Section(
      "traceability", "Traceability and gaps",
      [
        .paragraph(
          Line(
            """
            Everything in the packs that is missing, not verified or worth a second look is listed here, the harmless \
            too. A list that is empty says so.
            """)),
        .table(content.coverage),
        .table(content.bases),
        .table(totals),
      ]
        + gaps.map { each in
          .section(
            Section(
              each.gap.anchor, each.gap.title,
              (each.gap.meaning.map { [.paragraph(Line($0))] } ?? [])
                + [each.found.isEmpty ? .paragraph(Line("None.")) : .list(each.found)],
              isInContents: false))
        })
  }
}

extension ReferenceContent {
  fileprivate var coverage: Table {
    let rules = policies.rules
    let obliging = instrument.clauses.filter(\.obliges)
    func row(_ what: String, _ number: Int, _ whole: Int) -> Table.Row {
      Table.Row([[.text(what)], [.text(String(number))], [.text(String(whole))]])
    }
    return Table(
      caption: "Coverage", columns: [.text("What is traced"), .number("Traced"), .number("Of")],
      rows: [
        row("Clauses that oblige, with a rule", obliging.count { uses.byClause[$0.id] != nil }, obliging.count),
        row("Rules that rest on a clause", rules.count { !$0.clauses.isEmpty }, rules.count),
        row("Rules that name their ground", rules.count { !$0.grounds.isEmpty }, rules.count),
        row("Rules with a related provision", rules.count { !$0.crosswalk.isEmpty }, rules.count),
        row("Rules with a verified related provision", rules.count { hasVerifiedProvision($0) }, rules.count),
        row("Rules that say what would show them", rules.count { !$0.evidence.isEmpty }, rules.count),
        row(
          "Questions that a rule reads", policies.readers.count { !$0.rules.isEmpty }, policies.schema.questions.count),
        row("Provisions that a rule is related to", provisions.count { !$0.rules.isEmpty }, provisions.count),
        row("Provisions that are verified", provisions.count(where: \.isVerified), provisions.count),
      ])
  }

  /// How far the provisions were checked.
  fileprivate var bases: Table {
    Table(
      caption: "What provisions were checked against",
      columns: [.text("Checked against"), .number("Verified"), .number("Not verified")],
      rows: Citation.Basis.allCases.map { basis in
        let checked = provisions.filter { $0.citation?.basis == basis }
        let verified = checked.count(where: \.isVerified)
        return Table.Row([
          [.text(basis.described)], [.text(String(verified))], [.text(String(checked.count - verified))],
        ])
      })
  }

  func hasVerifiedProvision(_ rule: Rule) -> Bool {
    rule.crosswalk.contains { instrument.citations[$0]?.isVerified ?? false }
  }
}
