internal import DocumentWriting
internal import PolicyModel

extension ReferencePart {
  /// The provisions of other texts that rules are related to, framework by framework, and the custom that matches them.
  static let crosswalk = ReferencePart { content in
    let frameworks = content.instrument.frameworks
    return Section(
      "crosswalk", "Crosswalk",
      [
        .paragraph(
          [
            .text(
              """
              From each provision to the rules that are related to it. The other way, each rule lists its provisions \
              under 
              """),
            .link("Rules by pack", to: "rules"), .text("."),
          ]),
        .table(content.totals(of: frameworks)),
      ] + frameworks.map { .section(content.section(of: $0)) } + [.section(content.customaryLaw)])
  }
}

extension ReferenceContent {
  private func provisions(of framework: Framework) -> [Provision] {
    provisions.filter { Framework.prefix(of: $0.identifier) == framework.prefix }
  }

  fileprivate func totals(of frameworks: [Framework]) -> Table {
    Table(
      caption: "Frameworks",
      columns: [
        .text("Framework"), .text("Title"), .text("Ground"), .text("Standing"), .number("Provisions"),
        .number("Verified"), .number("Not verified"), .number("Rules"),
      ],
      rows: frameworks.map { framework in
        let provisions = provisions(of: framework)
        let verified = provisions.count(where: \.isVerified)
        let rules = Set(provisions.flatMap(\.rules).map(\.id)).count
        return Table.Row([
          code(.framework, framework.prefix), [.text(framework.title)], [.label(framework.ground.rawValue, .plain)],
          [.text(Self.standing(framework))], [.text(String(provisions.count))], [.text(String(verified))],
          [.text(String(provisions.count - verified))], [.text(String(rules))],
        ])
      })
  }

  fileprivate func section(of framework: Framework) -> Section {
    let provisions = provisions(of: framework)
    let fields: [Field?] = [
      Field("Ground", [.text(framework.ground.rawValue)]),
      Field("Standing", [.text(Self.standing(framework))]),
      framework.note.map { Field("Note", linked([$0])[0] ?? []) },
    ]
    let facts: Line = [
      .code(framework.prefix), .text(", \(Self.count(provisions.count, "provision", "provisions"))"),
    ]
    let table = Table(
      caption: "Provisions of \(framework.prefix)",
      columns: [.text("Provision"), .text("What it says"), .text("Checked"), .text("Note"), .text("Related rules")],
      rows: provisions.map { provision in
        Table.Row(
          lines: [
            [[.code(provision.identifier)]],
            [provision.citation.map { [.text($0.title)] } ?? []].filter { !$0.isEmpty },
            checked(provision),
            [
              provision.citation?.note.map { [.text($0)] } ?? [],
              provision.custom.isEmpty ? [] : [.text("Custom: ICRC study, \(Self.custom(provision.custom)).")],
            ].filter { !$0.isEmpty },
            [provision.rules.isEmpty ? [.label("none", .doubt)] : ids(provision.rules)],
          ], anchor: anchors[.provision, provision.identifier])
      })
    return Section(
      anchors[.framework, framework.prefix] ?? "", framework.title,
      [.facts(facts), .fields(fields.compactMap { $0 })] + (provisions.isEmpty ? [] : [.table(table)]))
  }

  /// Treaty provisions that custom matches: what binds States that are not party to the treaty.
  fileprivate var customaryLaw: Section {
    let matched = provisions.filter { !$0.custom.isEmpty }
    let table = Table(
      caption: "Treaty provisions, the rules of custom that match them, and our rules",
      columns: [.text("Provision"), .text("What it says"), .text("ICRC study"), .text("Related rules")],
      rows: matched.map { provision in
        Table.Row([
          code(.provision, provision.identifier), described(provision), [.text(Self.custom(provision.custom))],
          provision.rules.isEmpty ? [.label("none", .doubt)] : ids(provision.rules),
        ])
      })
    return Section(
      "customary-law", "Customary law",
      [
        .paragraph(
          Line(
            """
            The numbers are those of rules in the study on customary international humanitarian law that the ICRC \
            published in 2005. For States that are not party to a treaty they show what binds them all the same.
            """))
      ] + (matched.isEmpty ? [.paragraph(Line("No provision has a match."))] : [.table(table)]))
  }
}
