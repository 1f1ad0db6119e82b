internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire

/// The first questions about a project that is in no file yet, at a terminal.
struct StartingSession {
  private var draft: ProjectDraft
  private var isEnded = false

  /// - Parameter draft: What is known already.
  init(_ draft: ProjectDraft) {
    self.draft = draft
  }

  /// The answers that were known or given. Throws a `Failure` where somebody ends it before it is through.
  mutating func run() throws -> [(question: Int, input: AnswerInput)] {
    var interview = Interview(Interview.Sheet(draft, draft.assessment), .startOnly)
    perform(interview.begin(), &interview)
    while !isEnded {
      Console.write(interview.prompt)
      switch try TypedLine.read() {
      case .line(let line): perform(interview.typed(line), &interview)
      case .end: perform(interview.typed(nil), &interview)
      case .refused(let why): Console.write("  ✗ \(why)\n")
      }
    }
    guard interview.isComplete else { throw Failure(.usage, "nothing was written: not all was asked") }
    return draft.policies.schema.questions.indices.compactMap { index in
      let input = draft.answer(to: index)
      return input == .unanswered ? nil : (index, input)
    }
  }

  private mutating func perform(_ effects: [Interview.Effect], _ interview: inout Interview) {
    for effect in effects {
      switch effect {
      case .show(let lines), .refuse(let lines): Console.show(lines)
      case .save(let question, let input): keep(draft.answering(question, input), &interview)
      case .remove(let question): keep(draft.removing(question), &interview)
      case .attach: break
      case .end: isEnded = true
      }
    }
  }

  private mutating func keep(_ result: ProjectDraft.Result, _ interview: inout Interview) {
    switch result {
    case .accepted(let next, _):
      draft = next
      perform(interview.saved(Interview.Sheet(next, next.assessment)), &interview)
    case .refused(let errors): perform(interview.refused(errors), &interview)
    case .blocked(let problem): perform(interview.failed(problem.message), &interview)
    }
  }
}
