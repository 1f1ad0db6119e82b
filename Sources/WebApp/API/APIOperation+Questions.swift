internal import Diagnostics
internal import DocumentWriting
internal import HTTPTypes
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire
internal import Schemas

extension APIOperation {
  private static let section = APIParameter(
    "section", .query, .text, "Only the questions of this section.", example: "control")
  private static let reader = APIParameter(
    "rule", .query, .text, "Only the questions that this rule reads.", example: "hc-abort-beats-effect")

  static let questions = APIOperation(
    method: .get, path: "/questions", id: "listQuestions", summary: "List the questions that are asked of projects.",
    details: "In the order of the packs.", parameters: [section, reader],
    success: Success(
      meaning: "The questions.",
      content: [("application/json", .object([JSONSchema.Member("questions", .array(of: .component("question")))]))]),
    problems: [.notFound]
  ) { asked, site in
    var found = site.policies.schema.questions
    if let section = asked[section] {
      found = found.filter { $0.id.hasPrefix(section + ".") }
      if found.isEmpty { throw Problem(.notFound, "there is no section `\(section)`") }
    }
    if let id = asked[reader] {
      guard let rule = site.policies.rule(id) else { throw Problem(.notFound, "there is no rule `\(id)`") }
      found = found.filter { rule.questions.contains($0.id) || rule.scopeQuestions.contains($0.id) }
    }
    return .json { json in
      json.object { json in
        json.key("questions")
        json.array { json in for question in found { QuestionJSON.write(question, &json) } }
      }
    }
  }

  static let question = APIOperation(
    method: .get, path: "/questions/{id}", id: "getQuestion", summary: "Get one question.",
    details: "With what a good answer looks like, and who usually knows.", parameters: [.question],
    success: Success(meaning: "The question.", content: [("application/json", .component("question"))]),
    problems: [.notFound]
  ) { asked, site in
    let question = site.policies.schema.questions[try site.question(asked)]
    return .json { QuestionJSON.write(question, &$0) }
  }

  static let nextQuestions = APIOperation(
    method: .post, path: "/next-questions", id: "nextQuestions",
    summary: "Say which questions a project that is sent along should answer next.",
    details: "The open questions, the one on which the gravest rules hang first.", parameters: [.date, .stage],
    body: Body(meaning: "The project description.", forms: projectForms(withReview: false)),
    success: states("The open questions, the best to answer next first."), problems: []
  ) { asked, site in
    let sent = try await SentProject(asked, takesReview: false)
    guard sent.items.count == 1 else { throw Problem(.unacceptable, "send one project: there are several documents") }
    let overview = QuestionOverview(site.assessor(asked).assess(sent: sent.items[0], with: nil))
    return .states(overview.next)
  }

  static func states(_ meaning: String) -> Success {
    Success(
      meaning: meaning,
      content: [
        ("application/json", .object([JSONSchema.Member("questions", .array(of: .component("questionState")))]))
      ])
  }
}

extension Site {
  /// The index of the question that a request names. Throws a `Problem` where there is none.
  func question(_ asked: APIRequest) throws -> Int {
    let id = asked.text(.question)
    guard let index = policies.schema.index(of: id) else {
      let near = Suggestions.near(id, in: policies.schema.questions.map(\.id)).first.map { ": did you mean `\($0)`?" }
      throw Problem(.notFound, "there is no question `\(id)`\(near ?? "")")
    }
    return index
  }
}
