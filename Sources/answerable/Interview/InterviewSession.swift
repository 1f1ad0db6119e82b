internal import AssessmentEngine
internal import Diagnostics
internal import LocatedYAML
internal import ProjectFiles
internal import Questionnaire

/// An interview at a terminal, about a project in a file.
struct InterviewSession {
  private let assessor: ProjectAssessor
  private var interview: Interview
  /// The file as it was when the present question was shown.
  private var desk: ProjectDesk
  private var isEnded = false

  /// Throws a `Failure` where the file can't be edited, once what is wrong with it is shown.
  init(_ path: String, _ course: Interview.Course, _ assessor: ProjectAssessor) throws {
    self.assessor = assessor
    desk = try ProjectDesk(path, assessor)
    Console.show(desk.assessment.diagnostics.filter { $0.severity != .note })
    interview = Interview(try Self.sheet(desk), course)
  }

  private static func sheet(_ desk: ProjectDesk) throws -> Interview.Sheet {
    switch desk.draft {
    case .success(let draft): return Interview.Sheet(draft, desk.assessment)
    case .failure(let problem): throw Failure(problem, desk.path)
    }
  }

  /// Asks until whoever answers has enough.
  mutating func run() throws {
    try perform(interview.begin())
    while !isEnded {
      Console.write(interview.prompt)
      switch TypedLine.read() {
      case .line(let line): try perform(interview.typed(line))
      case .end: try perform(interview.typed(nil))
      case .refused(let why): Console.write("  ✗ \(why)\n")
      }
    }
  }

  private mutating func perform(_ effects: [Interview.Effect]) throws {
    for effect in effects {
      switch effect {
      case .show(let lines): Console.show(lines)
      case .save(let question, let input): try save(.answer(question: question, input), question)
      case .remove(let question): try save(.removal(question: question), question)
      case .end: isEnded = true
      }
    }
  }

  private mutating func save(_ change: ProjectDesk.Change, _ question: Int) throws {
    switch try ProjectDesk.save(change, to: desk.path, replacing: desk.version(of: question), assessor) {
    case .saved(let next, _):
      desk = next
      try perform(interview.saved(Self.sheet(next)))
    case .refused(let errors): try perform(interview.refused(errors))
    case .conflict(let next):
      desk = next
      try perform(interview.conflicted(Self.sheet(next)))
    }
  }
}
