internal import AssessmentEngine
internal import DocumentWriting
internal import Hummingbird
internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire

/// A project as a request finds it, read and assessed once, and what pages over it share.
struct ProjectView {
  /// The name of its file in the folder.
  let file: String
  let desk: ProjectDesk
  let overview: QuestionOverview
  /// For every form.
  let token: String

  var assessment: Assessment { desk.assessment }
  var policies: PolicySet { assessment.policies }

  /// Throws a `Failure` where there is no such project, or its file holds none or several, and a `FileProblem` where it
  /// can't be read.
  init(_ file: String, _ site: Site, _ context: SiteContext) throws {
    try self.init(file, ProjectDesk(site.folder.file(file), site.assessor), token: context.formToken)
  }

  init(_ file: String, _ desk: ProjectDesk, token: String) {
    self.file = file
    self.desk = desk
    self.token = token
    overview = QuestionOverview(desk.assessment)
  }

  var place: PageLayout.Place {
    PageLayout.Place(file: file, name: assessment.projectName, marking: assessment.project.marking)
  }

  /// Of the file and its review record, so that a change of either is seen.
  var version: String { Self.version(project: assessment.projectDigest, record: assessment.review?.digest) }

  static func version(project: String, record: String?) -> String {
    "\(project.prefix(16))-\((record ?? "none").prefix(16))"
  }

  /// Why the file can't be edited, in a sentence; nil where it can.
  var obstacle: String? {
    guard case .failure(let problem) = desk.draft else { return nil }
    return problem.message
  }

  func state(_ question: String) -> QuestionState? {
    policies.schema.index(of: question).map { overview.states[$0] }
  }

  /// Where a question is answered.
  func address(of question: Int) -> SitePath {
    let state = overview.states[question]
    return .questions(file, group: overview.group(of: question)?.id, at: state.question.id)
  }

  /// The question that a finding's field belongs to; it may lead into a list.
  func question(ofField field: String) -> QuestionState? { state(String(field.prefix { $0 != "[" })) }

  func explanation(of name: String) -> SitePath { .explanation(file, of: name) }
}

extension Request {
  /// The name of the project that the query asks for. Throws a `Problem` where it names none.
  func projectName() throws -> String {
    guard let file = query("file"), !file.isEmpty else {
      throw Problem(.badRequest, "the address does not say which project: it needs `file=` with its name")
    }
    return file
  }
}
