internal import DocumentWriting

extension ReferenceFormat {
  /// One page that needs nothing else: no script, no font, no picture, nothing from anywhere.
  static let html = ReferenceFormat(
    name: "html", summary: "One self-contained page, to read on a screen or to print."
  ) { document in
    var html = HTMLWriter()
    HTMLPage().write(document, &html)
    return html.bytes
  }
}

private struct HTMLPage {
  func write(_ document: ReferenceDocument, _ html: inout HTMLWriter) {
    html.beginPage(
      language: "en", title: "\(document.title): \(document.subtitle)", stylesheet: ReferenceStylesheet.text)
    html.element(.body) { html in
      html.element(.a, [.styled("skip"), .target("main")], text: "Skip to the content")
      html.element(.header) { html in
        html.element(.h1, text: document.title)
        html.element(.p, [.styled("subtitle")], text: document.subtitle)
        html.element(.p, [.styled("facts")]) { write(document.facts, &$0) }
      }
      html.element(.nav, [.label("Contents")]) { html in
        html.element(.h2, text: "Contents")
        contents(document.parts, &html)
      }
      html.element(.main, [.id("main"), .tabIndex(-1)]) { html in
        for part in document.parts { write(part, level: 2, &html) }
      }
    }
    html.endPage()
  }

  private func contents(_ sections: [Section], _ html: inout HTMLWriter) {
    html.element(.ol) { html in
      for section in sections {
        html.element(.li) { html in
          html.element(.a, [.target(section.anchor)], text: section.title.words)
          let inner = section.sections.filter(\.isInContents)
          if !inner.isEmpty { contents(inner, &html) }
        }
      }
    }
  }

  // MARK: Blocks

  private func write(_ section: Section, level: Int, _ html: inout HTMLWriter) {
    let attributes: [HTMLAttribute] = [.id(section.anchor)] + (section.isEntry ? [.styled("entry")] : [])
    let headings: [HTMLElement] = [.h2, .h3, .h4, .h5, .h6]
    html.element(section.isEntry ? .article : .section, attributes) { html in
      html.element(headings[min(level, 6) - 2]) { write(section.title, &$0) }
      for block in section.blocks { write(block, level: level, &html) }
    }
  }

  private func write(_ block: Block, level: Int, _ html: inout HTMLWriter) {
    switch block {
    case .paragraph(let line): html.element(.p) { write(line, &$0) }
    case .lead(let line): html.element(.p, [.styled("lead")]) { write(line, &$0) }
    case .facts(let line): html.element(.p, [.styled("facts")]) { write(line, &$0) }
    case .code(let text): html.element(.pre) { $0.element(.code) { $0.lines(text) } }
    case .list(let lines):
      html.element(.ul) { html in
        for line in lines { html.element(.li) { write(line, &$0) } }
      }
    case .fields(let fields):
      html.element(.dl) { html in
        for field in fields {
          html.element(.div) { html in
            html.element(.dt, text: field.name)
            html.element(.dd) { html in
              for block in field.blocks { write(block, level: level, &html) }
            }
          }
        }
      }
    case .table(let table): write(table, &html)
    case .section(let section): write(section, level: level + 1, &html)
    }
  }

  /// A table can be wider than the page: then it moves inside its own frame, by keyboard too.
  private func write(_ table: Table, _ html: inout HTMLWriter) {
    html.element(.div, [.styled("frame"), .role("region"), .label(table.caption), .tabIndex(0)]) { html in
      html.element(.table) { html in
        html.element(.caption, text: table.caption)
        html.element(.thead) { html in
          html.element(.tr) { html in
            for column in table.columns {
              html.element(.th, [.scope("col")] + Self.style(column), text: column.title)
            }
          }
        }
        html.element(.tbody) { html in
          for row in table.rows { write(row, table.columns, &html) }
        }
      }
    }
  }

  private func write(_ row: Table.Row, _ columns: [Table.Column], _ html: inout HTMLWriter) {
    html.element(.tr, row.anchor.map { [.id($0)] } ?? []) { html in
      for (index, cell) in row.cells.enumerated() {
        let style = Self.style(columns[index])
        html.element(index == 0 ? .th : .td, (index == 0 ? [.scope("row")] : []) + style) { write(lines: cell, &$0) }
      }
    }
  }

  private static func style(_ column: Table.Column) -> [HTMLAttribute] { column.isNumber ? [.styled("number")] : [] }

  private func write(lines: [Line], _ html: inout HTMLWriter) {
    if lines.count < 2 {
      for line in lines { write(line, &html) }
      return
    }
    html.element(.ul) { html in
      for line in lines { html.element(.li) { write(line, &$0) } }
    }
  }

  // MARK: Lines

  private func write(_ line: Line, _ html: inout HTMLWriter) {
    for inline in line { write(inline, &html) }
  }

  private func write(_ inline: Inline, _ html: inout HTMLWriter) {
    switch inline {
    case .text(let text): html.text(text)
    case .strong(let text): html.element(.strong, text: text)
    case .definition(let text): html.element(.dfn, text: text)
    case .code(let text): html.element(.code, text: text)
    case .link(let text, let anchor): html.element(.a, [.target(anchor)], text: text)
    case .codeLink(let text, let anchor):
      html.element(.a, [.target(anchor)]) { $0.element(.code, text: text) }
    case .term(let text, let anchor, let meaning):
      html.element(.a, [.styled("term"), .target(anchor), .title(meaning)], text: text)
    case .label(let text, let label): html.element(.span, [Self.style(label)], text: text)
    }
  }

  private static func style(_ label: Label) -> HTMLAttribute {
    switch label {
    case .grave: .styled("label grave")
    case .serious: .styled("label serious")
    case .slight: .styled("label slight")
    case .doubt: .styled("label doubt")
    case .plain: .styled("label plain")
    }
  }
}
