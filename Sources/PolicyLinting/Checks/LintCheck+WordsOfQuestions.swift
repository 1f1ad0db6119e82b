internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

extension LintCheck {
  /// `lint.missing-words`, `lint.missing-example`, `lint.bad-example`.
  static let wordsOfQuestions = LintCheck("Questions that do not say why, how to answer well, and who knows.") {
    subject in
    subject.policies.schema.questions.flatMap { question in
      var missing: [String] = []
      if question.why == nil { missing.append("why") }
      if question.goodAnswer == nil { missing.append("good_answer") }
      if question.knownBy == nil { missing.append("known_by") }
      let words = missing.isEmpty ? [] : [Messages.missingWords(missing, of: question)]
      return words + example(of: question, subject.policies)
    }
  }

  private static func example(of question: Question, _ policies: PolicySet) -> [Diagnostic] {
    guard let example = question.example else {
      switch question.type {
      case .number, .text, .textList, .recordList: return [Messages.missingExample(question)]
      case .boolean, .date, .choice, .choiceList: return []
      }
    }
    let text = "answerable: project/1\n\(question.id): \(ExampleText.write(example, as: question.type))\n"
    let read = YAMLReader.read(SourceFile(name: "example", bytes: Array(text.utf8)))
    guard let document = read.value.first else { return [] }
    let project = policies.readProject(Diagnosed(document, diagnostics: read.diagnostics), on: lastDay)
    if let wrong = project.diagnostics.first(where: { $0.severity != .note }) {
      return [Messages.badExample(question, wrong.message)]
    }
    let isOpen = project.value.answer(question.id, in: policies.schema)?.value == nil
    return isOpen ? [Messages.badExample(question, "it leaves the question unanswered")] : []
  }
}

/// Days since 1970: no example lies in its future.
private let lastDay = 60_000

/// Writes an example as it would stand in a project description, in the notation that YAML shares with JSON.
private enum ExampleText {
  static func write(_ example: AnswerExample, as type: AnswerType) -> String {
    switch example {
    case .scalar(let text):
      switch type {
      case .text, .textList, .choice, .choiceList: return quoted(text)
      case .boolean, .number, .date, .recordList: return text
      }
    case .list(let items): return "[" + items.map { write($0, as: type) }.joined(separator: ", ") + "]"
    case .entry(let members):
      var keys: [String: AnswerType] = [:]
      if case .recordList(let declared) = type { for key in declared { keys[key.name] = key.type } }
      return "{" + members.map { "\($0.key): \(write($0.value, as: keys[$0.key] ?? .text))" }.joined(separator: ", ")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let parts = text.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.map { String($0) }.joined(separator: "''") + "'"
  }
}
