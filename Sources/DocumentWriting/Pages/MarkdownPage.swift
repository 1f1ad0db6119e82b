/// A document as Markdown as GitHub shows it, a sentence or a table's row on each line, so that two versions can be
/// compared line by line.
public enum MarkdownPage {
  /// The page; the same for the same document.
  public static func bytes(_ document: Document) -> [UInt8] {
    var page = MarkdownPageWriter()
    page.write(document)
    return Array((page.lines.joined(separator: "\n") + "\n").utf8)
  }
}

private struct MarkdownPageWriter {
  private(set) var lines: [String] = []

  mutating func write(_ document: Document) {
    if let marking = document.marking { lines += [Self.inline(.strong(marking)), ""] }
    lines.append("# " + MarkdownText.escaped(VisibleText.oneLine(document.title)))
    paragraph([.strong(document.subtitle)])
    paragraph(document.facts)
    for block in document.opening { write(block, level: 1) }
    lines += ["", "## Contents", ""]
    contents(document.parts, indent: "")
    for part in document.parts { write(part, level: 2) }
    if let footer = document.footer { paragraph([.text(footer)]) }
    if let marking = document.marking { paragraph([.strong(marking)]) }
  }

  private mutating func contents(_ sections: [Section], indent: String) {
    for section in sections {
      lines.append("\(indent)- " + Self.inline(.link(section.title.words, to: section.anchor)))
      contents(section.sections.filter(\.isInContents), indent: indent + "  ")
    }
  }

  // MARK: Blocks

  private mutating func write(_ section: Section, level: Int) {
    let marks = String(repeating: "#", count: min(level, 6))
    let title = section.title.map { Self.inline($0) }.joined()
    lines += ["", "\(marks) <a id=\"\(section.anchor)\"></a>\(title)"]
    for block in section.blocks { write(block, level: level) }
  }

  private mutating func write(_ block: Block, level: Int) {
    switch block {
    case .paragraph(let line), .facts(let line), .lead(let line): paragraph(line)
    case .section(let section): write(section, level: level + 1)
    case .table(let table): write(table)
    case .chart(let chart): write(chart.table)
    case .notice(let notice):
      paragraph([.strong(notice.title.words)])
      for block in notice.blocks { write(block, level: level) }
    case .filter: break
    case .list, .fields, .code:
      lines.append("")
      write(block, indent: "")
    }
  }

  private mutating func paragraph(_ line: Line) {
    lines.append("")
    lines += Self.sentences(line, opening: "", indent: "")
  }

  /// A block without an empty line around it, so that lists stay tight.
  private mutating func write(_ block: Block, indent: String) {
    switch block {
    case .paragraph(let line), .facts(let line), .lead(let line):
      lines += Self.sentences(line, opening: indent, indent: indent)
    case .list(let items):
      for item in items { lines += Self.sentences(item, opening: "\(indent)- ", indent: indent + "  ") }
    case .code(let text):
      let fence = MarkdownText.fence(around: text)
      lines.append(indent + fence)
      for line in VisibleText.clean(text, keepingLines: true).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        lines.append(line.isEmpty ? "" : indent + line)
      }
      lines.append(indent + fence)
    case .fields(let fields):
      for field in fields { write(field, indent: indent) }
    case .table, .section, .chart, .notice, .filter: preconditionFailure("it stands in no list")
    }
  }

  private mutating func write(_ field: Field, indent: String) {
    let name = "\(indent)- " + Self.inline(.strong(field.name + ":"))
    var blocks = field.blocks[...]
    if case .paragraph(let line)? = blocks.first {
      blocks = blocks.dropFirst()
      lines += Self.sentences(line, opening: name + " ", indent: indent + "  ", startsLine: false)
    } else {
      lines.append(name)
    }
    for block in blocks {
      // Without the break a paragraph would go on in the line before.
      if case .paragraph = block, let last = lines.last, !last.hasSuffix("`") { lines[lines.count - 1] = last + "<br>" }
      write(block, indent: indent + "  ")
    }
  }

  private mutating func write(_ table: Table) {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    lines += ["", Self.inline(.strong(table.caption)), ""]
    lines.append(row(table.columns.map { MarkdownText.escaped($0.title) }))
    lines.append(row(table.columns.map { $0.isNumber ? "---:" : "---" }))
    for each in table.rows {
      let cells = each.cells.map { cell in
        cell.map { line in line.map { Self.inline($0, inTable: true) }.joined() }.joined(separator: "<br>")
      }
      let anchor = each.anchor.map { "<a id=\"\($0)\"></a>" } ?? ""
      lines.append(row([anchor + (cells.first ?? "")] + cells.dropFirst()))
    }
  }

  // MARK: Lines

  /// The sentences of a line, each on a line of its own.
  private static func sentences(
    _ line: Line, opening: String, indent: String, startsLine: Bool = true
  ) -> [String] {
    var lines = [""]
    func write(_ text: String) { lines[lines.count - 1] += text }
    for inline in line {
      guard case .text(let text) = inline else {
        write(Self.inline(inline))
        continue
      }
      let sentences = MarkdownText.sentences(text)
      for (index, sentence) in sentences.enumerated() {
        if index > 0 { lines.append("") } else if text.first == " ", !lines[lines.count - 1].isEmpty { write(" ") }
        let begins = lines[lines.count - 1].isEmpty && (lines.count > 1 || startsLine)
        write(begins ? MarkdownText.escapedAtLineStart(sentence) : MarkdownText.escaped(sentence))
      }
      if text.last == " ", !lines[lines.count - 1].isEmpty { write(" ") }
    }
    return lines.enumerated().map { index, text in
      let trimmed = String(text.reversed().drop { $0 == " " }.reversed())
      return (index == 0 ? opening : indent) + trimmed
    }
  }

  private static func inline(_ inline: Inline, inTable: Bool = false) -> String {
    func words(_ text: String) -> String { MarkdownText.escaped(VisibleText.oneLine(text)) }
    switch inline {
    case .text(let text): return MarkdownText.escaped(text)
    case .strong(let text), .definition(let text), .label(let text, _):
      let words = words(text)
      return words.isEmpty ? "" : "**\(words)**"
    case .code(let text): return MarkdownText.code(text, inTable: inTable)
    case .link(let text, let anchor), .term(let text, let anchor, _): return "[\(words(text))](#\(anchor))"
    case .codeLink(let text, let anchor): return "[\(MarkdownText.code(text, inTable: inTable))](#\(anchor))"
    }
  }
}
