internal import DocumentWriting
internal import PolicyModel

extension ReferencePart {
  /// What the terms mean that rules and questions use.
  static let glossary = ReferencePart { content in
    let table = Table(
      caption: "Terms", columns: [.text("Term"), .text("Meaning"), .text("Source"), .text("Also")],
      rows: content.foundation.glossary.enumerated().map { index, term in
        Table.Row(
          [
            [.definition(term.term)], content.linked([term.definition], besides: index)[0] ?? [],
            term.source.map { [.text($0)] } ?? [], [.text(term.otherForms.joined(separator: ", "))],
          ], anchor: content.anchors[.term, term.term])
      })
    return Section(
      "glossary", "Glossary",
      [
        .paragraph(
          Line(
            """
            What words mean here. Where a rule or a question uses one of them, its first occurrence there leads to this \
            list.
            """))
      ] + (content.foundation.glossary.isEmpty ? [] : [.table(table)]))
  }
}
