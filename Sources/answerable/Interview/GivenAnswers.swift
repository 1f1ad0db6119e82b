internal import Diagnostics
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire

/// Answers that were given as options of a command.
enum GivenAnswers {
  /// An answer, and the option that gives it.
  struct Given {
    let question: Int
    let input: AnswerInput
    /// As it was typed, without its value: `--stage`.
    let option: String
  }

  /// The answers given by options of their own and by `--answer`. Throws a `Failure` where one of them is none, or two do
  /// not say the same of a question.
  static func read(
    _ named: [(option: String, field: String, value: String?)], _ others: [String], _ policies: PolicySet
  ) throws -> [(question: Int, input: AnswerInput)] {
    var all: [Given] = []
    for (option, field, value) in named {
      guard let value else { continue }
      let read = try read(field, value, option: option, policies)
      all.append(Given(question: read.question, input: read.input, option: "\(option) \(value)"))
    }
    for text in others {
      let read = try read(text, policies)
      all.append(Given(question: read.question, input: read.input, option: "--answer \(text)"))
    }
    var first: [Int: Given] = [:]
    for given in all {
      guard let other = first.updateValue(given, forKey: given.question) else { continue }
      if other.input != given.input {
        throw Failure(
          .usage,
          "`\(other.option)` and `\(given.option)` say two things of `\(policies.schema.questions[given.question].id)`: "
            + "leave one out")
      }
    }
    return all.map { ($0.question, $0.input) }
  }

  /// An answer written as `FIELD=VALUE`; the items of a list stand between commas. Throws a `Failure` where there is no
  /// such question, or its answer does not fit on a command line.
  static func read(_ text: String, _ policies: PolicySet) throws -> (question: Int, input: AnswerInput) {
    guard let cut = text.firstIndex(of: "="), cut != text.startIndex else {
      throw Failure(.usage, "`--answer \(text)`: write a question and its answer, such as `scope.isr=true`")
    }
    return try read(
      String(text[..<cut]), String(text[text.index(after: cut)...]), option: "--answer \(text[..<cut])=", policies)
  }

  private static func read(
    _ name: String, _ value: String, option: String, _ policies: PolicySet
  ) throws -> (question: Int, input: AnswerInput) {
    guard let index = policies.schema.index(of: name) else {
      let near = policies.schema.near(name).first.map { "did you mean `\($0)`?" }
      throw Failure(
        .usage, "there is no question `\(name)`: \(near ?? "`answerable next` names those that are open")")
    }
    let value = value.trimmed
    if value.isEmpty { throw Failure(.usage, "`\(option)` gives no answer: write one behind it, or leave it out") }
    if DiagnosticRenderer.printable(value) != value {
      throw Failure(
        .usage, "`\(option)` holds a line break or something else that is not seen: write it on one line of plain text")
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
