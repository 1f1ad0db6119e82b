internal import HTTPTypes
internal import Hummingbird
internal import ProjectFiles

extension RouteGroup {
  /// The projects of the folder, and how a new one begins.
  static let projects = RouteGroup { router, site in
    router.get("/") { _, context in
      Response.page(try ProjectsPage(rows: ProjectRow.all(site), site: site, token: context.formToken).bytes)
    }
    router.post("/projects") { request, context in
      var form = NewProjectForm(try await SubmittedForm.read(request, context))
      if let name = try form.create(site) { return Response.goingTo(.questions(name)) }
      let page = ProjectsPage(rows: try ProjectRow.all(site), site: site, token: context.formToken, form: form)
      return Response.page(page.bytes, status: .unprocessableContent)
    }
  }
}
