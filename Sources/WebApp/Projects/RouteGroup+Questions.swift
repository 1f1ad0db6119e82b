internal import AssessmentEngine
internal import Diagnostics
internal import HTTPTypes
internal import Hummingbird
internal import LocalFiles
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire

extension RouteGroup {
  /// The questions of a project, and what is sent by their forms.
  static let questions = RouteGroup { router, site in
    router.get("/project/questions") { request, context in
      try QuestionRoutes(site, request, context).show()
    }
    router.post("/project/answer") { request, context in
      try await SubmittedForm.answer(request, context) { try QuestionRoutes(site, request, context).save($0) }
    }
    router.post("/project/answer/remove") { request, context in
      try await SubmittedForm.answer(request, context) { try QuestionRoutes(site, request, context).remove($0) }
    }
  }
}

private struct QuestionRoutes {
  let site: Site
  let request: Request
  let context: SiteContext

  init(_ site: Site, _ request: Request, _ context: SiteContext) {
    self.site = site
    self.request = request
    self.context = context
  }

  func show() throws -> Response {
    let view = try ProjectView(request.projectName(), site, context)
    let group = try group(request.query("group"), view)
    var page = QuestionsPage(view: view, group: group, also: request.query("also"))
    if let before = request.query("saved").flatMap({ Gate.Decision(rawValue: $0) }) {
      page.status = Self.status(before, view)
    }
    return .page(page.bytes)
  }

  private func group(_ id: String?, _ view: ProjectView) throws -> QuestionGroup {
    guard let id else {
      let next = view.overview.next.first.flatMap { view.overview.group(of: $0.index) }
      if let group = next ?? view.overview.groups.first { return group }
      throw Problem(.notFound, "there are no questions")
    }
    if let group = view.overview.groups.first(where: { $0.id == id }) { return group }
    throw Problem(Failure.notOffered(id, view.overview.groups.map(\.id), "group of questions"))
  }

  // MARK: Saving

  func save(_ form: SubmittedForm) throws -> Response {
    let (file, index) = try subject(of: form)
    let path = try site.folder.file(file)
    let assessor = site.assessor
    let before = try ProjectDesk(path, assessor)
    let question = site.policies.schema.questions[index]
    let answer = AnswerForm(form, to: question, over: before.answer(to: index))
    let returns = QuestionArticle.Returns(rawValue: form["returns"] ?? "") ?? .group
    func fails(_ reason: AnswerAttempt.Reason, _ status: HTTPResponse.Status, _ desk: ProjectDesk) throws -> Response {
      let view = ProjectView(file, desk, token: context.formToken)
      var attempt = AnswerAttempt(question: index, typed: answer.input, reason: reason)
      if case .conflict = reason {} else { attempt.version = form["version"] }
      return try page(view, index, attempt, returns, status)
    }
    if let contradiction = answer.contradiction {
      return try fails(.contradictory(contradiction), .unprocessableContent, before)
    }
    do {
      let outcome = try ProjectDesk.save(
        .answer(question: index, answer.input), to: path, replacing: form["version"], asSeen: before, assessor)
      switch outcome {
      case .saved(let desk, _):
        return try saved(ProjectView(file, desk, token: context.formToken), index, before, returns)
      case .refused(let errors): return try fails(.refused(errors), .unprocessableContent, before)
      case .conflict(let desk):
        return try fails(.conflict, .conflict, desk)
      }
    } catch let failure as Failure {
      let desk = try ProjectDesk(path, assessor)
      let errors = desk.assessment.diagnostics.filter { $0.severity == .error }
      return try fails(
        .blocked(failure.message, failure.diagnostics.isEmpty ? errors : failure.diagnostics), .unprocessableContent,
        desk)
    } catch let problem as FileProblem {
      // What was typed must not be lost with a disk that is full.
      return try fails(.blocked(Problem(problem).shortened(site.names).detail, []), .internalServerError, before)
    }
  }

  func remove(_ form: SubmittedForm) throws -> Response {
    let (file, index) = try subject(of: form)
    let outcome = try ProjectDesk.save(
      .removal(question: index), to: site.folder.file(file), replacing: form["version"], site.assessor)
    switch outcome {
    case .saved: return .goingTo(.project(file, at: "idle"))
    case .refused(let errors):
      throw Problem(.unacceptable, "the answer can't be taken out", diagnostics: errors)
    case .conflict:
      throw Problem(.conflict, "somebody else changed the answer: look at it again before it is taken out")
    }
  }

  private func subject(of form: SubmittedForm) throws -> (file: String, question: Int) {
    guard let file = form["file"], let name = form["question"] else {
      throw Problem(.badRequest, "the form does not say which question of which project")
    }
    guard let index = site.policies.schema.index(of: name) else {
      throw Problem(.notFound, "there is no question `\(name)`")
    }
    return (file, index)
  }

  // MARK: Answers

  private static let requestedWith = HTTPField.Name("X-Requested-With")

  /// Whether the page's script asks, which puts the parts of the answer into the page.
  private var isScript: Bool { Self.requestedWith.map { request.headers[$0] == "answerable" } ?? false }

  private func saved(
    _ view: ProjectView, _ index: Int, _ before: ProjectDesk, _ returns: QuestionArticle.Returns
  ) throws -> Response {
    let decision = before.assessment.gate.decision
    if isScript {
      var page = try questions(view, index)
      page.status = Self.status(decision, view)
      return .page(page.bytes)
    }
    let group = view.overview.group(of: index)
    let question = view.overview.states[index].question.id
    return switch returns {
    case .overview: .goingTo(.project(view.file, saved: decision.rawValue, at: "next"))
    case .group:
      .goingTo(.questions(view.file, group: group?.id, also: question, saved: decision.rawValue, at: question))
    }
  }

  private func page(
    _ view: ProjectView, _ index: Int, _ attempt: AnswerAttempt, _ returns: QuestionArticle.Returns,
    _ status: HTTPResponse.Status
  ) throws -> Response {
    if returns == .overview { return .page(ProjectPage(view: view, attempt: attempt).bytes, status: status) }
    var page = try questions(view, index)
    page.attempt = attempt
    page.status = "not saved: \(attempt.inWords)"
    return .page(page.bytes, status: status)
  }

  private func questions(_ view: ProjectView, _ index: Int) throws -> QuestionsPage {
    guard let group = view.overview.group(of: index) else { throw Problem(.notFound, "there are no questions") }
    return QuestionsPage(view: view, group: group, also: view.overview.states[index].question.id)
  }

  /// `saved; gate: hold → stop`.
  static func status(_ before: Gate.Decision, _ view: ProjectView) -> String {
    let now = view.assessment.gate.decision
    return "saved; gate: " + (before == now ? now.rawValue : "\(before.rawValue) → \(now.rawValue)")
  }
}

extension ProjectView {
  /// What the overview says once an answer was saved there.
  func status(before: String?) -> String? {
    before.flatMap { Gate.Decision(rawValue: $0) }.map { QuestionRoutes.status($0, self) }
  }
}
