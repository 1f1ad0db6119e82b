internal import HTTPTypes
internal import Hummingbird
internal import ProjectFiles

extension RouteGroup {
  /// The projects of the folder, and how a new one begins.
  static let projects = RouteGroup { router, site in
    router.get("/") { _, context in
      Response.page(try await ProjectsPage(rows: ProjectRow.all(site), site: site, token: context.formToken).bytes)
    }
    router.post("/projects") { request, context in
      try await SubmittedForm.answer(request, context) { sent in
        var form = NewProjectForm(sent)
        if let name = try form.create(site) { return .goingTo(.questions(name)) }
        let page = ProjectsPage(rows: try await ProjectRow.all(site), site: site, token: context.formToken, form: form)
        return .page(page.bytes, status: .unprocessableContent)
      }
    }
  }
}
