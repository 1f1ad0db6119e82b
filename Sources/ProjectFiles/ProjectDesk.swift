public import AssessmentEngine
public import Diagnostics
internal import LocalFiles
internal import PolicyModel
public import LocatedYAML
public import Questionnaire

/// A project's file on the desk of somebody who answers its questions: as it is now, and how answers come into it.
public struct ProjectDesk: Sendable {
  public let path: String
  public let file: EditedFile
  /// With the review record beside it.
  public let assessment: Assessment
  /// The file as something to answer; the reason where it can't be edited.
  public let draft: Result<ProjectDraft, YAMLEditProblem>

  /// Reads and assesses a project as it is now. Throws a `Failure` where the file does not hold one project, and a
  /// `FileProblem` where it can't be read.
  public init(_ path: String, _ assessor: ProjectAssessor) throws {
    try self.init(EditedFile(reading: path, names: assessor.names), assessor)
  }

  private init(_ file: EditedFile, _ assessor: ProjectAssessor) throws {
    let draft: ProjectDraft
    do throws(YAMLEditProblem) {
      draft = try ProjectDraft(file.bytes, name: file.name, policies: assessor.policies, on: assessor.day)
    } catch {
      let item = try ProjectSource.single(file.bytes, name: file.name)
      self.init(file, try assessor.assess(item, at: file.path).assessment, .failure(error))
      return
    }
    self = try Self.holding(draft, in: file, assessor)
  }

  /// Throws a `Failure` where the file is clearly something else: an answer in it would spoil it, and be none.
  public func requireProject() throws {
    guard assessment.diagnostics.contains(where: { $0.code == "file.wrong-header" }) else { return }
    let item = try ProjectSource.single(file.bytes, name: file.name)
    guard ProjectRecognition(assessment.policies).isOther(item, at: file.path) else { return }
    throw Failure(
      .invalidInput,
      "`\(file.name)` is no project description, and stays as it is: one begins with `answerable: project/1`")
  }

  /// What can be edited is one document without errors: it is not read once more to be assessed.
  private static func holding(
    _ draft: ProjectDraft, in file: EditedFile, _ assessor: ProjectAssessor
  ) throws -> ProjectDesk {
    ProjectDesk(
      file, try assessor.assess(draft.project, digest: Digest.of(draft.bytes), at: file.path), .success(draft))
  }

  private init(_ file: EditedFile, _ assessment: Assessment, _ draft: Result<ProjectDraft, YAMLEditProblem>) {
    path = file.path
    self.file = file
    self.assessment = assessment
    self.draft = draft
  }

  /// The version of an answer where nothing stands in the file.
  public static let noVersion = "none"

  /// What stands in the file for a question, in a form that tells whether it is still the same.
  public func version(of question: Int) -> String {
    guard let node = assessment.project.answers[question].node else { return Self.noVersion }
    return String(Digest.of(Array(file.bytes[node.range.offsets])).prefix(16))
  }

  /// What the project says to a question, as it would have been typed.
  public func answer(to question: Int) -> AnswerInput {
    AnswerInput(
      assessment.project.answers[question].node, of: assessment.policies.schema.questions[question].type)
  }

  // MARK: Saving

  /// A change to a project's file.
  public enum Change: Sendable {
    case answer(question: Int, AnswerInput)
    /// Takes an answer and its field out.
    case removal(question: Int)
    case evidence(NewEvidence)
  }

  /// What became of a change.
  public enum Outcome: Sendable {
    /// It is in the file, on the disk; with what there is to say of it.
    case saved(ProjectDesk, notes: [Diagnostic])
    /// It is no answer to the question; the file is as it was.
    case refused([Diagnostic])
    /// Somebody else answered the same question otherwise since `version`: theirs stays, as the desk has it.
    case conflict(ProjectDesk)
  }

  /// Makes a change to the file as it is now, whatever else others changed in it meanwhile.
  ///
  /// - Parameters:
  ///   - version: Of the answer that the change is meant to replace, as `version(of:)` gave it; nil for whatever stands
  ///     there.
  ///   - seen: The file as it was read a moment ago: where it is still the same it is not read once more.
  ///
  /// Throws a `Failure` where the file can't be edited, and a `FileProblem` where it can't be read or written. The file
  /// is as it was then.
  public static func save(
    _ change: Change, to path: String, replacing version: String?, asSeen seen: ProjectDesk? = nil,
    _ assessor: ProjectAssessor
  ) throws -> Outcome {
    var seen = seen
    for _ in 0..<Self.attempts {
      let desk = try seen ?? ProjectDesk(path, assessor)
      try desk.requireProject()
      seen = nil
      if let version, let question = change.question, desk.version(of: question) != version {
        let present = try desk.editable.answer(to: question)
        // Both said the same: there is nothing to settle.
        if case .answer(_, let input) = change, input == present { return .saved(desk, notes: []) }
        return .conflict(desk)
      }
      switch try change.apply(to: desk.editable) {
      case .refused(let errors): return .refused(errors)
      case .blocked(let problem): throw Failure(problem, desk.file.name)
      case .accepted(let draft, let notes):
        if draft.bytes == desk.file.bytes { return .saved(desk, notes: notes) }
        guard try desk.file.replaceUnlessChanged(by: draft.bytes) else { continue }
        return .saved(try Self.holding(draft, in: desk.file.holding(draft.bytes), assessor), notes: notes)
      }
    }
    throw Failure(
      .inputOutput,
      "`\(assessor.names.name(of: path))` changes all the time, and nothing was written: try again when it is at rest",
      isConflict: true)
  }

  /// Each attempt fails only where somebody else wrote in the same few milliseconds.
  private static let attempts = 20

  private var editable: ProjectDraft {
    get throws {
      switch draft {
      case .success(let draft): return draft
      case .failure(let problem): throw Failure(problem, file.name)
      }
    }
  }
}

extension ProjectDesk.Change {
  /// The question that it is about; nil for evidence.
  var question: Int? {
    switch self {
    case .answer(let question, _), .removal(let question): question
    case .evidence: nil
    }
  }

  func apply(to draft: ProjectDraft) -> ProjectDraft.Result {
    switch self {
    case .answer(let question, let input): draft.answering(question, input)
    case .removal(let question): draft.removing(question)
    case .evidence(let item): draft.attaching(item)
    }
  }
}

extension Failure {
  /// Why a file was not edited.
  public init(_ problem: YAMLEditProblem, _ name: String) {
    let isOurs = if case .mistaken = problem { true } else { false }
    self.init(isOurs ? .internalError : .invalidInput, "`\(name)` was not changed: \(problem.message)")
  }
}
