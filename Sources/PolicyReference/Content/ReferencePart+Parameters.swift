internal import CEL
internal import DocumentWriting
internal import LinearTimeRegex
internal import PolicyModel

extension ReferencePart {
  /// The numbers that rules compare with, and the patterns that they look for in texts.
  static let parameters = ReferencePart { content in
    Section(
      "parameters", "Parameters and patterns",
      [.section(content.numbers), .section(content.patterns)])
  }
}

extension ReferenceContent {
  fileprivate var numbers: Section {
    let table = Table(
      caption: "Parameters with their values and the rules that read them",
      columns: [
        .text("Parameter"), .number("Value"), .text("Meaning"), .text("Stricter when"), .text("An overlay may set it"),
        .text("Value set by"), .text("Rules"),
      ],
      rows: foundation.parameters.map { parameter in
        let stricter =
          switch parameter.tighten {
          case .lower: "lower"
          case .higher: "higher"
          case .none: "neither"
          }
        return Table.Row(
          [
            [.code(parameter.name)], [.text(parameter.valueWithUnit)], linked([parameter.meaning])[0] ?? [],
            [.text(stricter)], [.text(parameter.allowedChange)],
            setter(of: parameter).map { code(.pack, $0) } ?? [.text("the foundation")],
            rules(uses.byParameter[parameter.name]),
          ], anchor: anchors[.parameter, parameter.name])
      })
    return Section(
      "numbers", "Parameters",
      [.paragraph(Line("A parameter is a number that rules compare with, named so that a State can set its own."))]
        + (foundation.parameters.isEmpty ? [] : [.table(table)]))
  }

  private func rules(_ rules: [Rule]?) -> Line { rules.map { ids($0) } ?? [.label("none", .doubt)] }

  fileprivate var patterns: Section {
    Section(
      "patterns", "Patterns",
      [
        .paragraph(
          Line(
            """
            A pattern recognises what a text says. It hits a text in which one of its expressions is found, after every \
            part that one of its exceptions matches was taken out.
            """))
      ] + foundation.patterns.map { .section(entry($0)) })
  }

  private func entry(_ pattern: TextPattern) -> Section {
    let isForNames = foundation.reviewLimits.namePatterns.contains(pattern.name)
    let stricter: String =
      switch pattern.tighten {
      case .more: "the more it hits"
      case .fewer: "the less it hits"
      }
    let used = uses.byPattern[pattern.name]
    var fields = [
      Field("Stricter", [.text(stricter)]),
      Field("Expressions", blocks: [.code(pattern.match.map(\.pattern).joined(separator: "\n"))]),
    ]
    if !pattern.except.isEmpty {
      fields.append(Field("Exceptions", blocks: [.code(pattern.except.map(\.pattern).joined(separator: "\n"))]))
    }
    if used != nil || !isForNames { fields.append(Field("Rules", rules(used))) }
    if isForNames { fields.append(Field("Names", Line("Nothing that it hits is a name in a review record."))) }
    return Section(
      entry: anchors[.pattern, pattern.name] ?? "", [.code(pattern.name)],
      [.lead(linked([pattern.meaning])[0] ?? []), .fields(fields)])
  }
}
