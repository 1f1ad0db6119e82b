/// A document as one HTML page that needs nothing else: no script, no font, no picture, nothing from anywhere.
public enum HTMLPage {
  /// The page; the same for the same document.
  public static func bytes(_ document: Document) -> [UInt8] {
    var html = HTMLWriter()
    HTMLPageWriter().write(document, &html)
    return html.bytes
  }
}

struct HTMLPageWriter {
  func write(_ document: Document, _ html: inout HTMLWriter) {
    var margins: [(box: StaticString, text: String)] = []
    if let marking = document.marking { margins += [("top-center", marking), ("bottom-center", marking)] }
    if let footer = document.footer { margins.append(("bottom-left", footer)) }
    html.beginPage(
      language: "en", title: "\(document.title): \(document.subtitle)",
      stylesheets: [PageStylesheet.base, PageStylesheet.figures],
      margins: margins)
    html.element(.body, document.hasChapters ? [.styled("chapters")] : []) { html in
      html.element(.a, [.styled("skip"), .target("main")], text: "Skip to the content")
      html.element(.header) { html in
        if let marking = document.marking { html.element(.p, [.styled("marking")], text: marking) }
        html.element(.h1, text: document.title)
        html.element(.p, [.styled("subtitle")], text: document.subtitle)
        html.element(.p, [.styled("facts")]) { write(document.facts, &$0) }
        for block in document.opening { write(block, level: 1, &html) }
      }
      html.element(.nav, [.label("Contents")]) { html in
        html.element(.h2, text: "Contents")
        contents(document.parts, &html)
      }
      html.element(.main, [.id("main"), .tabIndex(-1)]) { html in
        for part in document.parts { write(part, level: 2, &html) }
      }
      if document.footer != nil || document.marking != nil {
        html.element(.footer) { html in
          if let footer = document.footer { html.element(.p, text: footer) }
          if let marking = document.marking { html.element(.p, [.styled("marking")], text: marking) }
        }
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

  func write(_ block: Block, level: Int, _ html: inout HTMLWriter) {
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
    case .chart(let chart): write(chart, &html)
    case .notice(let notice):
      html.element(.div, [Self.noticeStyle(notice.label)]) { html in
        html.element(.p, [.styled("notice-title")]) { write(notice.title, &$0) }
        for block in notice.blocks { write(block, level: level, &html) }
      }
    case .filter(let filter): write(filter, &html)
    case .section(let section): write(section, level: level + 1, &html)
    }
  }

  private func write(_ filter: Filter, _ html: inout HTMLWriter) {
    html.element(.fieldset, [.styled("filter")]) { html in
      html.element(.legend, text: filter.title)
      for (number, name) in [(nil, "all")] + filter.choices.map({ (Optional($0.number), $0.name) }) {
        let id = number.map { "show-\(filter.group.rawValue)\($0)" } ?? "show-\(filter.group.rawValue)"
        let name = (choice: name, group: filter.group == .first ? "first" as StaticString : "second")
        html.element(.input, [.id(id)] + HTMLAttribute.radio(name: name.group) + (number == nil ? [.checked] : []))
        html.element(.label, [.labelOf(id)], text: name.choice)
      }
    }
  }

  /// A table can be wider than the page: then it moves inside its own frame, by keyboard too.
  func write(_ table: Table, _ html: inout HTMLWriter) {
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
    let anchor = row.anchor.map { [HTMLAttribute.id($0)] } ?? []
    html.element(.tr, anchor + HTMLAttribute.tags(row.tags)) { html in
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
    case .good: .styled("label good")
    case .plain: .styled("label plain")
    }
  }

  private static func noticeStyle(_ label: Label) -> HTMLAttribute {
    switch label {
    case .grave: .styled("notice grave-notice")
    case .serious: .styled("notice serious-notice")
    case .doubt: .styled("notice doubt-notice")
    case .good: .styled("notice good-notice")
    case .slight, .plain: .styled("notice")
    }
  }
}

extension HTMLAttribute {
  /// What filters know a row by.
  fileprivate static func tags(_ tags: [Filter.Tag]) -> [HTMLAttribute] {
    guard !tags.isEmpty else { return [] }
    return [HTMLAttribute(tags: tags.flatMap { [$0.group.rawValue, $0.group.rawValue + String($0.number)] })]
  }
}
