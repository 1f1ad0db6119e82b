internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import HTTPTypes
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire
internal import Schemas

extension APIOperation {
  static let projects = APIOperation(
    method: .get, path: "/projects", id: "listProjects", summary: "List the projects in the folder that is served.",
    details: "Each with its decision; a file that holds several projects, or none that can be read, has none here.",
    parameters: [],
    success: Success(
      meaning: "The projects, in the order of their names.",
      content: [("application/json", .object([JSONSchema.Member("projects", .array(of: .component("projectEntry")))]))]),
    problems: []
  ) { _, site in
    let rows = try await ProjectRow.all(site)
    return .json { json in
      json.object { json in
        json.key("projects")
        json.array { json in
          for row in rows {
            json.object { json in
              json.member("file", row.file)
              guard case .assessed(let summary) = row.content, let decision = summary.decision else { return }
              if let name = summary.name { json.member("name", name) }
              json.member("stage", summary.stage.name)
              json.member("decision", decision.rawValue)
              json.member("has_errors", summary.hasErrors)
            }
          }
        }
      }
    }
  }

  static var projectSchemas: [(key: String, value: JSONValue)] {
    typealias Member = JSONSchema.Member
    let text = JSONSchema(type: "string")
    return [
      (
        "projectEntry",
        JSONSchema.object([
          Member("file", text.described("Its name in the folder.")), Member("name", text, isRequired: false),
          Member("stage", .values(LifecycleStage.allCases.map(\.name)), isRequired: false),
          Member("decision", .values(Gate.Decision.allCases.map(\.rawValue)), isRequired: false),
          Member("has_errors", JSONSchema(type: "boolean"), isRequired: false),
        ]).value
      )
    ]
  }

  static let projectAssessment = APIOperation(
    method: .get, path: "/projects/assessment", id: "assessProject", summary: "Assess a project in the folder.",
    details: "With its review record and its evidence, as `answerable check` in that folder does.",
    parameters: [.file, .date, .stage, .verbose, .format], success: AssessmentAnswer.success,
    problems: [.notFound, .notOffered, .unacceptable]
  ) { asked, site in
    let path = try site.folder.file(asked.text(.file))
    let assessor = site.assessor(asked)
    let file = try EditedFile(reading: path, names: site.names)
    let source = ProjectSource(file.bytes, name: file.name)
    var assessments: [Assessment] = []
    while let item = try source.next() {
      guard assessments.count < SentProject.documentLimit else { throw SentProject.tooMany }
      let (assessment, hasStrayRecord) = try assessor.assess(item, at: path)
      guard assessment.isDecided else { throw Problem(undecided: assessment, in: file.name) }
      if hasStrayRecord {
        throw Problem(
          .unacceptable, "`\(file.name)` holds several projects: one with a review record stands in a file of its own")
      }
      if assessment.record == nil { try assessor.reviews.requireNoOther(for: path, holding: item.digest) }
      assessments.append(assessment)
      await Task.yield()
    }
    guard !assessments.isEmpty else { throw Problem(.unacceptable, "`\(file.name)` is empty") }
    return try AssessmentAnswer(assessments, asked, site).response
  }

  private static let group = APIParameter(
    "group", .query, .text, "Only the questions of this group: `project`, or the id of a pack.",
    example: "human-control")
  private static let standing = APIParameter(
    "standing", .query, .choice(QuestionJSON.standings), "Only the questions that stand like this.", example: "open")

  static let projectQuestions = APIOperation(
    method: .get, path: "/projects/questions", id: "projectQuestions",
    summary: "List the questions with how they stand in a project.",
    details: "In the order of the packs; the open ones have the rank in which to answer them.",
    parameters: [.file, group, standing], success: states("The questions."), problems: [.notFound, .unacceptable]
  ) { asked, site in
    let desk = try site.desk(asked)
    let overview = QuestionOverview(desk.assessment)
    var states = overview.states
    if let id = asked[group] {
      guard let group = overview.groups.first(where: { $0.id == id }) else {
        throw Problem(.notFound, "there is no group `\(id)`")
      }
      states = group.states
    }
    if let standing = asked[standing] { states = states.filter { QuestionJSON.name(of: $0.standing) == standing } }
    return .states(states)
  }
}

extension Problem {
  /// Why nothing was decided of what a file holds.
  init(undecided assessment: Assessment, in name: String) {
    let isUnreadable = assessment.diagnostics.contains { $0.severity == .error && $0.code.hasPrefix("yaml.") }
    if isUnreadable {
      self.init(unreadable: "`\(name)`", assessment.diagnostics)
    } else {
      self.init(
        .unacceptable, "`\(name)` holds something that is no project description", diagnostics: assessment.diagnostics)
    }
  }
}

extension Site {
  /// The project that a request names, as it is now. Throws a `Problem` where nothing in it can be read: that a question is
  /// open would not be true.
  func desk(_ asked: APIRequest) throws -> ProjectDesk {
    let desk = try ProjectDesk(folder.file(asked.text(.file)), assessor)
    guard desk.assessment.isDecided else { throw Problem(undecided: desk.assessment, in: desk.file.name) }
    return desk
  }
}
