internal import DocumentWriting
internal import Questionnaire
internal import Reports

/// All there is to say of one thing that packs and reports name; what else it names leads on.
struct ExplanationPage {
  let view: ProjectView
  let name: String
  /// What `explain` says, a line each.
  let text: String
  /// Everything that can be explained.
  let names: Set<String>

  var bytes: [UInt8] {
    PageLayout(title: name, place: view.place).bytes { html in
      html.element(.div, [.styled("title")]) { html in
        html.element(.h1, text: name)
        if let state = view.state(name) {
          html.element(.p) { html in
            html.element(.a, [.styled("button main"), .link(view.address(of: state.index))], text: "Answer it")
          }
        }
      }
      html.element(.pre) { html in
        html.element(.code) { html in
          for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { html.lines("\n") }
            write(line, &html)
          }
        }
      }
    }
  }

  private func write(_ line: Substring, _ html: inout HTMLWriter) {
    var rest = line
    while !rest.isEmpty {
      let isWord = Self.isInWord(rest[rest.startIndex])
      let part = rest.prefix { Self.isInWord($0) == isWord }
      rest = rest[part.endIndex...]
      let word = String(part)
      if isWord, word != name, names.contains(word), Self.isIdentifier(word) {
        html.element(.a, [.link(view.explanation(of: word))], text: word)
      } else {
        html.text(word)
      }
    }
  }

  private static func isInWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_.:#".contains(character)
  }

  /// Plain words name terms: they would lead on everywhere.
  private static func isIdentifier(_ word: String) -> Bool {
    word.contains { !$0.isLowercase || !$0.isLetter }
  }
}
