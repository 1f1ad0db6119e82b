internal import Diagnostics
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire

/// Answers that were given as options of a command.
enum GivenAnswers {
  /// An answer written as `FIELD=VALUE`; the items of a list stand between commas. Throws a `Failure` where there is no
  /// such question, or its answer does not fit on a command line.
  static func read(_ text: String, _ policies: PolicySet) throws -> (question: Int, input: AnswerInput) {
    guard let cut = text.firstIndex(of: "="), cut != text.startIndex else {
      throw Failure(.usage, "`--answer \(text)`: write a question and its answer, such as `scope.isr=true`")
    }
    return try read(String(text[..<cut]), String(text[text.index(after: cut)...]), policies)
  }

  /// The same of a question and its answer.
  static func read(
    _ name: String, _ value: String, _ policies: PolicySet
  ) throws -> (question: Int, input: AnswerInput) {
    guard let index = policies.schema.index(of: name) else {
      throw Failure.notOffered(name, policies.schema.questions.map(\.id), "question")
    }
    if value.lowercased() == "unknown" { return (index, .unanswered) }
    switch policies.schema.questions[index].type {
    case .boolean, .number, .text, .date, .choice: return (index, .text(value))
    case .textList, .choiceList:
      let items = value.split(separator: ",").map(\.trimmed)
      return (index, .items(items.filter { !$0.isEmpty }))
    case .recordList:
      throw Failure(.usage, "`\(name)` is a list of entries: answer it with `answerable interview`, or in the file")
    }
  }
}
