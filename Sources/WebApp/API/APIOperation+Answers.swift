internal import Diagnostics
internal import HTTPTypes
internal import Hummingbird
internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire
internal import Schemas

extension APIOperation {
  private static let path = "/projects/answers/{id}"

  private static let answered = Success(
    meaning: "How the question stands.", content: [("application/json", .component("questionState"))],
    headers: [
      Success.Header(
        name: "ETag", meaning: "The version of the answer, for `If-Match`. Other answers don't change it.",
        schema: JSONSchema(type: "string"))
    ])

  static let answer = APIOperation(
    method: .get, path: path, id: "getAnswer", summary: "Get the answer of a project to a question.",
    details: "And what hangs on it.", parameters: [.question, .file], success: answered,
    problems: [.notFound, .unacceptable]
  ) { asked, site in
    let question = try site.question(asked)
    return state(of: question, try site.desk(asked))
  }

  static let putAnswer = APIOperation(
    method: .put, path: path, id: "putAnswer", summary: "Answer a question of a project.",
    details: """
      The answer is written into the project's file, where it belongs; everything else in it stays as it is. An answer \
      that `answerable check` would find an error in is refused, and nothing is written.
      """,
    parameters: [.question, .file, .ifMatch],
    body: Body(
      meaning: "The answer.",
      forms: [
        Body.Form(
          mediaType: "application/json",
          schema: .object([JSONSchema.Member("answer", .component("answer"))]), example: ["answer": .number(0.5)])
      ]),
    success: answered, problems: [.notFound, .conflict, .changedMeanwhile, .versionRequired]
  ) { asked, site in
    let question = try site.question(asked)
    let path = try site.folder.file(asked.text(.file))
    guard MediaType(asked.request.headers[.contentType] ?? "")?.name == "application/json" else {
      throw Problem(.unsupportedType, "an answer is read as application/json")
    }
    let bytes = try await asked.request.bytes(limit: SubmittedForm.usualLimit)
    let input = try SentAnswer.read(bytes, to: site.policies.schema.questions[question])
    return try save(.answer(question: question, input), at: ProjectDesk(path, site.assessor), question, asked, site)
  }

  static let deleteAnswer = APIOperation(
    method: .delete, path: path, id: "deleteAnswer", summary: "Take an answer out of a project.",
    details: "Its field goes with it. A question without an answer is unknown.",
    parameters: [.question, .file, .ifMatch],
    success: answered, problems: [.notFound, .conflict, .changedMeanwhile, .unacceptable, .versionRequired]
  ) { asked, site in
    let question = try site.question(asked)
    let path = try site.folder.file(asked.text(.file))
    let desk = try ProjectDesk(path, site.assessor)
    guard desk.version(of: question) != ProjectDesk.noVersion else {
      throw Problem(.notFound, "the project has no answer to `\(asked.text(.question))`")
    }
    return try save(.removal(question: question), at: desk, question, asked, site)
  }

  private static func save(
    _ change: ProjectDesk.Change, at desk: ProjectDesk, _ question: Int, _ asked: APIRequest, _ site: Site
  ) throws -> Response {
    let version = EntityTags(asked.text(.ifMatch))?.version(present: desk.version(of: question))
    switch try ProjectDesk.save(change, to: desk.path, replacing: version, asSeen: desk, site.assessor) {
    case .saved(let desk, _): return state(of: question, desk)
    case .refused(let errors):
      throw Problem(.unacceptable, "this is no answer to the question: nothing was written", diagnostics: errors)
    case .conflict(let desk):
      var problem = Problem(
        .changedMeanwhile,
        "somebody else answered this question meanwhile: nothing was written; read their answer first")
      problem.headers[.eTag] = tag(desk, question)
      throw problem
    }
  }

  private static func state(of question: Int, _ desk: ProjectDesk) -> Response {
    let state = QuestionOverview(desk.assessment).states[question]
    return .json([.eTag: tag(desk, question)]) { QuestionJSON.write(state, PlaceIndex(), &$0) }
  }

  private static func tag(_ desk: ProjectDesk, _ question: Int) -> String { "\"\(desk.version(of: question))\"" }
}

/// An answer as it was sent.
enum SentAnswer {
  /// Throws a `Problem` where the bytes are no JSON, or hold something else than one answer of the question's kind.
  static func read(_ bytes: [UInt8], to question: Question) throws -> AnswerInput {
    let read = YAMLReader.read(SourceFile(name: "<answer>", bytes: try JSONText.asYAML(bytes)))
    if read.hasErrors { throw Problem(unreadable: "the answer", read.diagnostics) }
    guard read.value.count == 1, let entries = read.value[0].root?.entries, entries.count == 1,
      entries[0].name == "answer"
    else { throw Problem(.unacceptable, "send one object with the member `answer`: {\"answer\": 0.5}") }
    let node = entries[0].value
    guard node.scalar.map({ $0.resolved == .null }) ?? false || fits(node, question.type) else {
      throw Problem(.unacceptable, "`\(question.id)` is answered by \(question.type.described), not by what was sent")
    }
    if case .recordList(let keys) = question.type {
      for entry in (node.items ?? []).flatMap({ $0.entries ?? [] })
      where !keys.contains(where: { $0.name == entry.name }) {
        throw Problem(
          .unacceptable,
          "an entry of `\(question.id)` has no `\(entry.name)`: it can have \(keys.map(\.name).joined(separator: ", "))"
        )
      }
    }
    return AnswerInput(node, of: question.type)
  }

  private static func fits(_ node: YAMLNode, _ type: AnswerType) -> Bool {
    let isUnknown = node.scalar?.text == "unknown"
    switch type {
    case .boolean, .number, .text, .date, .choice: return node.scalar != nil
    case .textList, .choiceList: return isUnknown || node.items?.allSatisfy { $0.scalar != nil } ?? false
    case .recordList:
      let isEntry = { (item: YAMLNode) in
        item.entries?.allSatisfy { $0.value.scalar != nil } ?? (item.scalar?.text == AnswerInput.openItem)
      }
      return isUnknown || node.items?.allSatisfy(isEntry) ?? false
    }
  }
}
