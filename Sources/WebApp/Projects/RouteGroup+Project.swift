internal import DocumentWriting
internal import HTTPTypes
internal import Hummingbird
internal import LocalFiles
internal import NIOCore
internal import PolicyModel
internal import ProjectFiles
internal import Reports

extension RouteGroup {
  /// One project: how it stands, its report, what its rules say.
  static let project = RouteGroup { router, site in
    router.get("/project") { request, context in
      let view = try ProjectView(request.projectName(), site, context)
      var evidence = EvidenceForm()
      evidence.supports = request.queries("supports")
      return Response.page(
        ProjectPage(view: view, evidence: evidence, status: view.status(before: request.query("saved"))).bytes)
    }
    router.get("/project/version") { request, _ in try version(request, site) }
    router.get("/project/report") { request, context in
      let view = try ProjectView(request.projectName(), site, context)
      return try report(view, site)
    }
    router.get("/project/explain") { request, context in
      let view = try ProjectView(request.projectName(), site, context)
      return try explanation(request.query("name") ?? "", view, site)
    }
    router.post("/project/evidence") { request, context in
      try await SubmittedForm.answer(request, context, limit: SubmittedForm.uploadLimit) { form in
        try attach(form, site, context)
      }
    }
  }

  /// What stands in the files, in a form that tells whether it is still the same, without an assessment.
  private static func version(_ request: Request, _ site: Site) throws -> Response {
    let path = try site.folder.file(request.projectName())
    let project = Digest.of(try LocalFile.contents(path))
    let record = try site.assessor.reviews.path(for: path).map { Digest.of(try LocalFile.contents($0)) }
    return Response(
      status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(
        byteBuffer: ByteBuffer(string: ProjectView.version(project: project, record: record))))
  }

  /// What `check --format html` writes.
  private static func report(_ view: ProjectView, _ site: Site) throws -> Response {
    guard let format = ReportFormat.named("html") else { throw Problem(.fault, "there is no report of that kind") }
    var options = ReportFormat.Options()
    options.version = site.version
    var response = Response.page(format.write([view.assessment], options: options))
    if let name = HTTPField.Name("Content-Security-Policy") {
      response.headers[name] = ResponseHeaders.documentSecurityPolicy
    }
    return response
  }

  private static func explanation(_ name: String, _ view: ProjectView, _ site: Site) throws -> Response {
    var options = ReportFormat.Options()
    options.width = 84
    var report = ExplanationReport(site.policies, view.assessment, codes: site.codes, options: options)
    guard report.knows(name) else {
      let near = report.suggestions(for: name).map { "`\($0)`" }.joined(separator: ", ")
      throw Problem(
        .notFound, "there is nothing called `\(name)` to explain" + (near.isEmpty ? "" : ": did you mean \(near)?"))
    }
    let text = String(decoding: report.bytes(of: name), as: UTF8.self)
    return .page(ExplanationPage(view: view, name: name, text: text, names: Set(report.names)).bytes)
  }

  private static func attach(_ form: SubmittedForm, _ site: Site, _ context: SiteContext) throws -> Response {
    guard let file = form["project"] else {
      throw Problem(.badRequest, "the form does not say which project")
    }
    let evidence = EvidenceForm(form)
    do {
      try EvidenceAttachment(evidence, to: file, site).save()
      return .goingTo(.project(file, at: "evidence"))
    } catch let refusal as EvidenceForm.Refusal {
      let view = try ProjectView(file, site, context)
      return .page(
        ProjectPage(view: view, evidence: evidence, evidenceRefusal: refusal).bytes, status: refusal.status)
    }
  }
}
