internal import Diagnostics
internal import HTTPTypes
internal import Hummingbird
internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles

/// A project description that was sent, with its review record if there is one.
struct SentProject {
  let items: [ProjectSource.Item]
  let review: ReviewSource.Found?

  /// Documents of one request: each takes a whole assessment.
  static let documentLimit = 100

  static let tooMany = Problem(.tooLarge, "there are more than the \(documentLimit) projects that are read at once")

  /// Reads YAML, JSON, or a form with `project` and `review`. Throws a `Problem` where it is none of them.
  init(_ asked: APIRequest, takesReview: Bool) async throws {
    let type = MediaType(asked.request.headers[.contentType] ?? "")
    if let charset = type?.parameters["charset"], !["utf-8", "utf8"].contains(charset.lowercased()) {
      throw Problem(.unsupportedType, "a project is read as UTF-8, not as `\(charset)`")
    }
    let bytes = try await asked.request.bytes(limit: SubmittedForm.usualLimit)
    switch type?.name {
    case "application/yaml", "application/x-yaml", "text/yaml":
      items = try Self.items(bytes, name: ProjectSource.standardInputName)
      review = nil
    case "application/json":
      items = try Self.items(JSONText.asYAML(bytes), name: ProjectSource.standardInputName, sent: bytes)
      review = nil
    case "multipart/form-data" where takesReview:
      (items, review) = try Self.form(bytes, boundary: type?.parameters["boundary"])
    default:
      throw Problem(
        .unsupportedType,
        "a project is read as application/yaml or application/json"
          + (takesReview ? ", or with its review record as multipart/form-data" : ""))
    }
  }

  private static func form(
    _ bytes: [UInt8], boundary: String?
  ) throws -> (items: [ProjectSource.Item], review: ReviewSource.Found?) {
    guard let boundary, let reader = MultipartReader(boundary: boundary) else {
      throw Problem(.badRequest, "the `Content-Type` of the form has no boundary")
    }
    let parts = try reader.read(bytes)
    if let other = parts.first(where: { !["project", "review"].contains($0.name) }) {
      throw Problem(.unacceptable, "the form has a field `\(other.name)`: it can have `project` and `review`")
    }
    let projects = parts.filter { $0.name == "project" }
    let reviews = parts.filter { $0.name == "review" }
    guard projects.count == 1, reviews.count <= 1 else {
      throw Problem(.unacceptable, "the form needs one field `project`, and at most one field `review`")
    }
    let items = try items(projects[0].bytes, name: name(of: projects[0]))
    guard let review = reviews.first else { return (items, nil) }
    guard items.count == 1 else {
      throw Problem(.unacceptable, "a review record is for one project: send each project in a request of its own")
    }
    return (items, ReviewSource.read(review.bytes, at: name(of: review)))
  }

  private static func name(of part: MultipartReader.Part) -> String {
    let last = part.fileName?.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init)
    return last.map { DiagnosticRenderer.printable(String($0.prefix(200))) } ?? ProjectSource.standardInputName
  }

  /// - Parameter sent: The bytes that a review record binds to, where others are read.
  private static func items(
    _ bytes: [UInt8], name: String, sent: [UInt8]? = nil
  ) throws -> [ProjectSource.Item] {
    let source = ProjectSource(bytes, name: name)
    var items: [ProjectSource.Item] = []
    while var item = try source.next() {
      guard items.count < documentLimit else { throw tooMany }
      guard item.document.value.root?.entries != nil else {
        if item.document.hasErrors { throw Problem(unreadable: "what was sent", item.document.diagnostics) }
        throw Problem(
          .unacceptable, "there is no project description in what was sent: begin with `answerable: project/1`",
          diagnostics: item.document.diagnostics)
      }
      if let sent, item.isAlone { item.digest = Digest.of(sent) }
      items.append(item)
    }
    guard !items.isEmpty else {
      throw Problem(.unacceptable, "what was sent is empty: begin with `answerable: project/1`")
    }
    return items
  }
}
