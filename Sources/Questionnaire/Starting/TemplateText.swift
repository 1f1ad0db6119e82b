internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

/// The text of a project description in which nothing is answered yet.
struct TemplateText {
  private let template: ProjectTemplate
  private let policies: PolicySet
  private let file: String
  private var lines: [String] = []
  private var hasWords = true

  init(_ template: ProjectTemplate, _ policies: PolicySet, file: String) {
    self.template = template
    self.policies = policies
    self.file = file
  }

  /// Columns of a comment, its margin included.
  private static let width = 100

  var annotated: String { text(hasWords: true) }

  var brief: String { text(hasWords: false) }

  private func text(hasWords: Bool) -> String {
    var copy = self
    copy.hasWords = hasWords
    copy.writeAll()
    return copy.lines.joined(separator: "\n") + "\n"
  }

  private mutating func writeAll() {
    if hasWords {
      comment(
        """
        A project description. Write the answer in place of `unknown`, and leave `unknown` where you don't know: what \
        is missing never counts for you, and never as a failure. Only questions that can matter for this project at \
        its stage are here.
        """, indent: 0)
      lines.append("")
    }
    lines.append("answerable: project/1")
    write(template.questions, depth: 0)
    lines.append("")
    writeClosing()
  }

  /// The questions under one key, by the part of their names at a depth; nothing under a key is torn apart.
  private mutating func write(_ indexes: [Int], depth: Int) {
    var names: [String] = []
    for index in indexes {
      let name = policies.schema.questions[index].parts[depth]
      if names.last != name, !names.contains(name) { names.append(name) }
    }
    let margin = String(repeating: " ", count: 2 * depth)
    for name in names {
      let own = indexes.filter { policies.schema.questions[$0].parts[depth] == name }
      if depth == 0 || hasWords { lines.append("") }
      let leaf = own.first { policies.schema.questions[$0].parts.count == depth + 1 }
      if let leaf {
        if hasWords { writeWords(policies.schema.questions[leaf], indent: 2 * depth) }
        lines.append("\(margin)\(name): unknown")
      } else {
        if depth == 0, let title = policies.foundation.sectionTitles[name] {
          comment(hasWords ? "=== \(title) ===" : title, indent: 0)
        }
        lines.append("\(margin)\(name):")
        write(own, depth: depth + 1)
      }
    }
  }

  private mutating func writeWords(_ question: Question, indent: Int) {
    comment(question.ask, indent: indent)
    let words = [
      ("why", question.why), ("good", question.goodAnswer), ("known by", question.knownBy),
      ("answer", question.allowedAnswers), ("example", question.example?.written),
    ]
    for (label, text) in words {
      guard let text else { continue }
      comment(text, indent: indent, label: "  " + label + String(repeating: " ", count: 9 - label.utf8.count))
    }
  }

  private mutating func writeClosing() {
    let name = CommandWords.quoted(file)
    comment("How to go on:", indent: 0)
    lines += ["#", "#   answerable interview \(name)", "#   answerable check \(name)", "#"]
    var words =
      "The first asks one question after the other, the most useful next; the second says how the project stands."
    if template.possible > 0 {
      words +=
        " Up to \(template.possible) more questions hang on what the system is: they are asked once it is answered."
    }
    if !template.added.isEmpty {
      let stages = template.added.map { "\($0.count) from \($0.stage.name)" }.joined(separator: ", ")
      words += " Later stages ask more, as far as can be told from these answers: \(stages)."
    }
    comment(words, indent: 0)
  }

  /// Comment lines. What packs wrote could hold line breaks, which would end the comment.
  private mutating func comment(_ text: String, indent: Int, label: String = "") {
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
    let margin = String(repeating: " ", count: indent) + "# "
    lines += TextWrapping.wrap(
      DiagnosticRenderer.printable(plain), width: Self.width - margin.utf8.count, indent: label.utf8.count,
      first: label.isEmpty ? nil : label
    ).map { margin + $0 }
  }
}
