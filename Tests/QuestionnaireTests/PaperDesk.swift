import AssessmentEngine
import AssessmentTestSupport
import LocatedYAML
import PolicyModel
import Testing

@testable import Questionnaire

/// An interview about a project that is in no file.
struct PaperDesk {
  private(set) var interview: Interview
  private(set) var draft: ProjectDraft
  /// Everything that was shown since the last line.
  private(set) var shown = ""
  private(set) var isEnded = false
  /// The questions that were written to, in order.
  private(set) var written: [Int] = []
  /// What somebody else writes just before the next answer or evidence is saved.
  var meanwhile: (question: Int, input: AnswerInput)?
  /// Why nothing can be saved now.
  var obstacle: String?

  init(_ text: String, _ course: Interview.Course = .mostDeciding) throws {
    draft = try ProjectDraft(
      Array(text.utf8), name: "project.yaml", policies: #require(World.policies), on: World.day("2026-03-01"))
    interview = Interview(Interview.Sheet(draft, draft.assessment), course)
    try perform(interview.begin())
  }

  var text: String { String(decoding: draft.bytes, as: UTF8.self) }

  var question: Question? { interview.question.map { draft.policies.schema.questions[$0] } }

  static func index(_ id: String) throws -> Int {
    let policies = try #require(World.policies)
    return try #require(policies.schema.index(of: id))
  }

  func answer(_ id: String) throws -> AnswerInput { draft.answer(to: try Self.index(id)) }

  mutating func type(_ lines: String?...) throws { try type(lines) }

  mutating func type(_ lines: [String?]) throws {
    for line in lines {
      shown = ""
      try perform(interview.typed(line))
    }
  }

  private mutating func perform(_ effects: [Interview.Effect]) throws {
    for effect in effects {
      switch effect {
      case .show(let lines), .refuse(let lines): shown += lines.map { $0.label + $0.text + "\n" }.joined()
      case .save(let question, let input): try save(question) { $0.answering(question, input) }
      case .remove(let question): try save(question) { $0.removing(question) }
      case .attach(let source, let title, let supports): try attach(source, title, supports)
      case .end: isEnded = true
      }
    }
  }

  private mutating func attach(_ source: String, _ title: String?, _ supports: String) throws {
    if let obstacle { return try perform(interview.attachingFailed(obstacle)) }
    writeMeanwhile()
    switch draft.attaching(NewEvidence(supports: [supports], title: title ?? source, uri: source)) {
    case .accepted(let next, _):
      draft = next
      try perform(interview.attached(Interview.Sheet(next, next.assessment)))
    case .refused(let errors): try perform(interview.notAttached(errors))
    case .blocked(let problem): try perform(interview.notAttached(problem.message))
    }
  }

  private mutating func writeMeanwhile() {
    if let other = meanwhile, case .accepted(let next, _) = draft.answering(other.question, other.input) {
      draft = next
      meanwhile = nil
    }
  }

  private mutating func save(_ question: Int, _ change: (ProjectDraft) -> ProjectDraft.Result) throws {
    if let obstacle { return try perform(interview.failed(obstacle)) }
    let version = draft.written(question)
    writeMeanwhile()
    if draft.written(question) != version {
      return try perform(interview.conflicted(Interview.Sheet(draft, draft.assessment)))
    }
    switch change(draft) {
    case .accepted(let next, _):
      draft = next
      written.append(question)
      try perform(interview.saved(Interview.Sheet(next, next.assessment)))
    case .refused(let errors): try perform(interview.refused(errors))
    case .blocked(let problem): Issue.record("\(problem.message)")
    }
  }
}
