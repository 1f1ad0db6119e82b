internal import DocumentWriting
internal import HTTPTypes
internal import Hummingbird
internal import LocalFiles
internal import ProjectFiles

extension RouteGroup {
  /// What reviewers decide about a project.
  static let review = RouteGroup { router, site in
    let notices = ReviewNotices()
    router.get("/review") { request, context in
      let visit = try ReviewVisit(try request.projectName(), site, context)
      // Who only asks whether the page is there is told nothing that the visitor has not seen.
      let notice = request.method == .get ? await notices.take(for: context.session, on: visit.file) : nil
      return Response.page(ReviewPage(visit: visit, notice: notice).bytes)
    }
    router.get("/review/form") { request, context in
      let visit = try ReviewVisit(try request.projectName(), site, context)
      guard let action = request.query("action").flatMap({ ReviewAction(rawValue: $0) }),
        let subject = request.query("about"), !subject.isEmpty
      else {
        throw Problem(.badRequest, "the address does not say what is to be entered: choose it on the review page")
      }
      return Response.page(try ReviewFormPage(visit: visit, action: action, subject: subject).bytes)
    }
    router.post("/review/start") { request, context in
      try await SubmittedForm.answer(request, context) { form in
        let visit = try visit(form, site, context)
        guard ReviewVisit.Versions(form) == visit.versions else { return conflict(visit, form) }
        let path = try site.folder.file(visit.file)
        let name = try ReviewDesk.begin(path, visit.item, site.assessor.reviews)
        await notices.put(
          ReviewNotice(["began `\(name)` for this version of `\(visit.file)`"]), for: context.session, on: visit.file)
        return .goingTo(.review(visit.file, at: "done"))
      }
    }
    router.post("/review/renew") { request, context in
      try await SubmittedForm.answer(request, context) { form in
        let visit = try visit(form, site, context)
        guard ReviewVisit.Versions(form) == visit.versions else { return conflict(visit, form) }
        let desk = try visit.openDesk()
        let notice = try desk.renew().map { ReviewNotice($0, from: desk.present) }
        await notices.put(
          notice ?? ReviewNotice(["`\(desk.record.name)` is for this version of `\(visit.file)` already"]),
          for: context.session, on: visit.file)
        return .goingTo(.review(visit.file, at: "done"))
      }
    }
    for action in ReviewAction.allCases {
      router.post(RouterPath(action.address.text)) { request, context in
        try await SubmittedForm.answer(request, context) { form in
          let visit = try visit(form, site, context)
          var attempt = try ReviewAttempt(action, form)
          do {
            guard attempt.versions == visit.versions else {
              attempt.isConflict = true
              return try refused(attempt, visit)
            }
            let desk = try visit.openDesk()
            guard let change = try attempt.perform(at: desk) else { return try refused(attempt, visit) }
            await notices.put(ReviewNotice(change, from: desk.present), for: context.session, on: visit.file)
            return .goingTo(.review(visit.file, at: "done"))
          } catch let failure as Failure where failure.isConflict {
            attempt.isConflict = true
            return try refused(attempt, ReviewVisit(visit.file, site, context))
          } catch let failure as Failure where failure.status == .invalidInput {
            attempt.refusal = failure
            return try refused(attempt, visit)
          } catch let problem as FileProblem {
            attempt.refusal = Failure(.inputOutput, site.names.shortened(problem.message))
            return try refused(attempt, visit)
          }
        }
      }
    }
  }

  private static func visit(_ form: SubmittedForm, _ site: Site, _ context: SiteContext) throws -> ReviewVisit {
    guard let file = form["file"], !file.isEmpty else {
      throw Problem(.badRequest, "the form does not say which project: open the page again")
    }
    return try ReviewVisit(file, site, context)
  }

  /// The form again, with what was typed and what is wrong with it.
  private static func refused(_ attempt: ReviewAttempt, _ visit: ReviewVisit) throws -> Response {
    let page = try ReviewFormPage(visit: visit, action: attempt.action, subject: attempt.subject, attempt: attempt)
    return Response.page(page.bytes, status: attempt.status)
  }

  /// The review page as it is now, where a button was pressed on one of other versions.
  private static func conflict(_ visit: ReviewVisit, _ form: SubmittedForm) -> Response {
    Response.page(ReviewPage(visit: visit, shown: ReviewVisit.Versions(form)).bytes, status: .conflict)
  }
}
