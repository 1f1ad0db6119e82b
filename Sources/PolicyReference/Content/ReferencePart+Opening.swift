internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

extension ReferencePart {
  /// What the document is about, and how it is read.
  static let opening = ReferencePart { content in
    Section(
      "about", "About this document",
      content.purpose + [
        .section(content.packs), .section(content.reading), .section(content.severities), .section(content.stages),
        .section(content.deciding), .section(content.conditionWords),
      ])
  }
}

extension ReferenceContent {
  fileprivate var purpose: [Block] {
    [
      .paragraph(
        Line(
          """
          This document shows every rule that projects are assessed against, what it asks, why, and on which clause of \
          the instrument it rests. It is made from the policy packs listed below, so it says what is checked and \
          nothing else. It is written for legal advisers and reviewers, who answer two questions of each rule: is it \
          right, and is its clause the right one?
          """)),
      .fields([
        Field("Instrument", [.text("\(instrument.title) (\(instrument.place), \(instrument.date))")]),
        Field("Foundation", [.code(foundation.id), .text(", version \(foundation.version)")]),
        Field(
          "Extent",
          [
            .text(
              [
                Self.count(instrument.clauses.count, "clause", "clauses"),
                Self.count(policies.packs.count, "pack", "packs"),
                Self.count(policies.rules.count, "rule", "rules"),
                Self.count(policies.schema.questions.count, "question", "questions"),
                Self.count(provisions.count, "provision elsewhere", "provisions elsewhere"),
                Self.count(foundation.glossary.count, "term", "terms"),
              ].joined(separator: ", "))
          ]),
        Field("Made by", [.text(subject.writer)]),
      ]),
    ]
  }

  // MARK: Packs

  fileprivate var packs: Section {
    let table = Table(
      caption: "Packs, and their rules by severity",
      columns: [.text("Pack"), .text("Title"), .text("Version"), .number("Rules")]
        + Severity.allCases.map { .number($0.name) },
      rows: policies.packs.map { pack in
        Table.Row(
          [code(.pack, pack.id), [.text(pack.title)], [.text(pack.version)], [.text(String(pack.rules.count))]]
            + Self.numbers(pack.rules).map { [.text($0)] })
      })
    let digests = Table(
      caption: "Digests of the files", columns: [.text("File of"), .text("SHA-256")],
      rows: [Table.Row([[.text("the foundation")], [.code(foundation.sha256)]])]
        + policies.packs.map { Table.Row([code(.pack, $0.id), [.code($0.sha256)]]) })
    return Section("packs", "Packs and overlays", [.table(table), .table(digests)] + overlays)
  }

  private var overlays: [Block] {
    var blocks: [Block] = []
    if let named = subject.named {
      blocks.append(
        .paragraph(
          [.text("Named beside the built-in packs, or in place of one: ")] + codes(.pack, named) + [.text(".")]))
    }
    let overlays = policies.packs.filter { !$0.extended.isEmpty }
    guard !overlays.isEmpty || !policies.loosened.isEmpty else {
      return blocks + [
        .paragraph(Line("No overlay is among them: all numbers and severities are those that the packs declare."))
      ]
    }
    blocks.append(
      .paragraph(
        Line(
          """
          Numbers, severities and patterns are shown as the overlays leave them. What an overlay tightens is shown by \
          `answerable pack diff`; what it loosens is listed here.
          """)))
    let entries = overlays.map { pack -> Field in
      let loosened = policies.loosened.filter { $0.pack == pack.id }
      let set = foundation.parameters.filter { setter(of: $0) == pack.id }
      return Field(
        pack.id,
        blocks: [
          .paragraph([.text("Extends ")] + codes(.pack, pack.extended) + [.text(".")]),
          .paragraph(set.isEmpty ? Line("Sets no number.") : [.text("Sets ")] + codes(.parameter, set.map(\.name))),
          .paragraph([.text(loosened.isEmpty ? "Loosens nothing." : "Loosens:")]),
        ] + (loosened.isEmpty ? [] : [.list(loosened.map { self.loosening($0) })]))
    }
    return blocks + [.fields(entries)]
  }

  func loosening(_ loosening: Loosening) -> Line {
    Line(loosening.what) + (loosening.rule.map { [.text(", of ")] + code(.rule, $0) } ?? [])
  }

  /// The pack in whose text a parameter's value stands; nil for the foundation's.
  func setter(of parameter: Parameter) -> String? {
    let place = parameter.location
    return policies.packs.filter { $0.location.file === place.file && $0.location.range.start < place.range.start }
      .max { $0.location.range.start < $1.location.range.start }?.id
  }

  // MARK: Reading

  fileprivate var reading: Section {
    Section(
      "reading", "How to read it",
      [
        .list([
          [
            .strong("Treaty, custom and policy are told apart."),
            .text(
              """
               A treaty binds the States that are party to it, and nobody else. Custom binds all States, whatever \
              treaties they have joined. Policy is a choice: of the packs, or of a text that binds nobody or somebody \
              else. Each rule names its grounds; a rule with several has parts that rest on each.
              """),
          ],
          [
            .strong("Related is not equal."),
            .text(
              """
               A provision beside a rule deals with the same matter. Meeting the rule does not show that the provision \
              is met, nor the other way round.
              """),
          ],
          [
            .strong("Not verified means: do not rely on it yet."),
            .text(" Such a provision was not checked, or not enough, against its source. It is marked "),
            .label("not verified", .doubt),
            .text(" wherever it is named."),
          ],
          [
            .strong("The words explain, the condition decides."),
            .text(
              """
               What a rule requires is written twice: in words, and as a condition that the program evaluates. Where the \
              two differ the condition is what is checked, and the difference is a mistake to be reported.
              """),
          ],
          [
            .strong("No answer satisfies nothing."),
            .text(
              """
               Where an answer is missing, a rule that hangs on it is undecided, never met. The words of clauses are a \
              summary and not the instrument's own.
              """),
          ],
          [
            .strong("Names lead on."),
            .text(" Rules, questions, numbers, provisions and "), .link("terms", to: "glossary"),
            .text(" lead to where they are described; what stands in "), .code("this type"),
            .text(" is a name or a value as it stands in files."),
          ],
        ])
      ])
  }

  fileprivate var severities: Section {
    let table = Table(
      caption: "Severities, from the gravest",
      columns: [.text("Severity"), .text("What a failure means"), .number("Rules")],
      rows: Severity.allCases.map { severity in
        Table.Row([
          [Self.label(severity)], [.text(foundation.meaning(of: severity))],
          [.text(String(policies.rules.count { $0.severity == severity }))],
        ])
      })
    return Section("severities", "Severities", [.table(table)])
  }

  fileprivate var stages: Section {
    let table = Table(
      caption: "Stages of a system's life, and the rules due at each",
      columns: [.text("Stage"), .number("Rules first due"), .number("Rules due"), .number("Questions first needed")],
      rows: LifecycleStage.allCases.map { stage in
        let needed = policies.readers.count { !$0.rules.isEmpty && $0.earliest == stage }
        return Table.Row([
          [.text(stage.name)], [.text(String(policies.rules.count { $0.dueFrom == stage }))],
          [.text(String(policies.rules.count { $0.stagesDue.contains(stage) }))], [.text(String(needed))],
        ])
      })
    return Section(
      "stages", "Stages",
      [
        .paragraph(
          Line(
            """
            A rule is due from a stage on, to the end or until a later stage. What it requires can grow: each further \
            tier begins at a stage of its own, and all tiers that have begun must hold.
            """)),
        .table(table),
      ])
  }
}
