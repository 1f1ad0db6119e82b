internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
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
  /// Why what was typed last is not in the file.
  private var obstacle: (any Error)?
  /// Whether the last line was not taken.
  private var isRefused = false

  /// Throws a `Failure` where the file can't be edited, once what is wrong with it is shown.
  init(_ path: String, _ course: Interview.Course, _ assessor: ProjectAssessor) throws {
    self.assessor = assessor
    desk = try ProjectDesk(path, assessor)
    try desk.requireProject()
    Console.show(desk.assessment.diagnostics.filter { $0.severity != .note })
    interview = Interview(try Self.sheet(desk), course)
  }

  private static func sheet(_ desk: ProjectDesk) throws -> Interview.Sheet {
    switch desk.draft {
    case .success(let draft): return Interview.Sheet(draft, desk.assessment)
    case .failure(let problem): throw Failure(problem, desk.path)
    }
  }

  /// Asks until whoever answers has enough. Throws where something that was typed was given up: what stood against it, or
  /// else a `Failure`; and where nobody sits at a terminal, who would see that a line was not taken: what stands behind it
  /// was meant for another question than the one that is asked now.
  mutating func run() throws {
    try perform(interview.begin())
    while !isEnded {
      Console.write(interview.prompt)
      let line = try nextLine()
      isRefused = false
      switch line {
      case .line(let line): try perform(interview.typed(line))
      case .end: try perform(interview.typed(nil))
      case .refused(let why):
        Console.write("  ✗ \(why)\n")
        isRefused = true
      }
      if isRefused, !Prompter.hasTerminal {
        try perform(interview.typed(nil))
        throw Failure(.invalidInput, "\(Self.words(line)) was not taken, and nothing behind it was read")
      }
    }
    if interview.isUnsaved {
      throw obstacle ?? Failure(.invalidInput, "not everything that was typed is in `\(desk.path)`")
    }
  }

  /// Throws a `FileProblem` where the input can't be read, once it is shown what is not in the file.
  private mutating func nextLine() throws -> TypedLine {
    do {
      return try TypedLine.read()
    } catch {
      try perform(interview.typed(nil))
      throw error
    }
  }

  private static func words(_ line: TypedLine) -> String {
    guard case .line(let text) = line else { return "a line" }
    return text.trimmed.isEmpty ? "an empty line" : "`\(Diagnostic.shortened(text))`"
  }

  private mutating func perform(_ effects: [Interview.Effect]) throws {
    for effect in effects {
      switch effect {
      case .show(let lines): Console.show(lines)
      case .refuse(let lines):
        Console.show(lines)
        isRefused = true
      case .save(let question, let input): try save(.answer(question: question, input), question)
      case .remove(let question): try save(.removal(question: question), question)
      case .attach(let source, let title, let supports): try attach(source, title, supports)
      case .end: isEnded = true
      }
    }
  }

  private mutating func save(_ change: ProjectDesk.Change, _ question: Int) throws {
    do {
      switch try ProjectDesk.save(change, to: desk.path, replacing: desk.version(of: question), assessor) {
      case .saved(let next, _): try perform(interview.saved(take(next)))
      case .refused(let errors): try perform(interview.refused(errors))
      case .conflict(let next): try perform(interview.conflicted(take(next)))
      }
    } catch let failure as Failure {
      try keep(failure)
      try perform(interview.failed(failure.message))
    } catch let problem as FileProblem {
      try keep(problem)
      try perform(interview.failed(problem.message))
    }
  }

  private mutating func attach(_ source: String, _ title: String?, _ supports: String) throws {
    do {
      let item: NewEvidence
      do {
        item = try NewEvidence(source, title: title, supports: [supports], of: desk.path)
      } catch let failure as Failure {
        return try perform(interview.notAttached(failure.message))
      }
      switch try ProjectDesk.save(.evidence(item), to: desk.path, replacing: nil, assessor) {
      case .saved(let next, _), .conflict(let next): try perform(interview.attached(take(next)))
      case .refused(let errors): try perform(interview.notAttached(errors))
      }
    } catch let failure as Failure {
      try keep(failure)
      try perform(interview.attachingFailed(failure.message))
    } catch let problem as FileProblem {
      try keep(problem)
      try perform(interview.attachingFailed(problem.message))
    }
  }

  private mutating func take(_ next: ProjectDesk) throws -> Interview.Sheet {
    let sheet = try Self.sheet(next)
    obstacle = nil
    desk = next
    return sheet
  }

  /// Whoever sits at a terminal may mend the file and try again; nobody else does.
  private mutating func keep(_ error: any Error) throws {
    guard Prompter.hasTerminal else { throw error }
    obstacle = error
    let present = (try? ProjectDesk(desk.path, assessor))?.assessment.diagnostics ?? []
    Console.show(present.filter { $0.severity == .error })
  }
}
