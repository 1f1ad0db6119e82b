internal import HTTPTypes
internal import Hummingbird

/// A field of a form, or of a query.
struct FormField: Equatable {
  let name: String
  let value: String
}

/// What somebody sent by a form of ours.
struct SubmittedForm {
  /// A file that was chosen.
  struct File {
    /// The last part of the name that it had where it came from; never empty.
    let name: String
    let bytes: [UInt8]
  }

  private let fields: [FormField]
  private let files: [(field: String, file: File)]

  /// The first value of a field; nil where it was not sent.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// All values of a field, in their order.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// The file of a field; nil where none was chosen.
  func file(_ name: String) -> File? { files.first { $0.field == name }?.file }

  /// The fields that somebody fills in, as far as they hold something; those that pages put there are left out.
  var typed: [FormField] { fields.filter { !Self.hidden.contains($0.name) && !$0.value.isEmpty } }

  private static let hidden: Set<String> = [
    "token", "file", "project", "record", "version", "question", "about", "returns",
  ]

  // MARK: Reading

  /// Answers with what is made of a form. A problem keeps what was typed: nobody should have to write it twice.
  static func answer(
    _ request: Request, _ context: SiteContext, limit: Int = usualLimit,
    _ respond: (SubmittedForm) async throws -> Response
  ) async throws -> Response {
    let form = try await fields(of: request, limit: limit)
    do {
      try form.requireToken(context)
      return try await respond(form)
    } catch {
      var problem = Problem(thrown: error)
      problem.typed = form.typed
      throw problem
    }
  }

  /// Bytes of a form without a file.
  static let usualLimit = 1 << 20
  /// Bytes of a form with a file.
  static let uploadLimit = 32 << 20

  /// Reads a form, `application/x-www-form-urlencoded` or `multipart/form-data`, of at most `limit` bytes. Throws a
  /// `Problem` where it is neither, is written wrongly or is too large, and where it lacks the token of the session.
  static func read(
    _ request: Request, _ context: SiteContext, limit: Int = usualLimit
  ) async throws -> SubmittedForm {
    let form = try await fields(of: request, limit: limit)
    try form.requireToken(context)
    return form
  }

  private func requireToken(_ context: SiteContext) throws {
    guard let token = self["token"], !context.formToken.isEmpty, ConstantTime.areEqual(token, context.formToken) else {
      throw Problem(.formExpired, "open the page again and repeat what you did: nothing was changed")
    }
  }

  private static func fields(of request: Request, limit: Int) async throws -> SubmittedForm {
    let type = MediaType(request.headers[.contentType] ?? "")
    switch type?.name {
    case "application/x-www-form-urlencoded":
      return SubmittedForm(
        fields: try URLEncodedFields.read(try await request.bytes(limit: min(limit, usualLimit))), files: [])
    case "multipart/form-data":
      guard let boundary = type?.parameters["boundary"], let reader = MultipartReader(boundary: boundary) else {
        throw Problem(.badRequest, "the `Content-Type` of the form has no boundary")
      }
      return try SubmittedForm(reader.read(try await request.bytes(limit: limit)))
    default:
      throw Problem(.unsupportedType, "a form has to be application/x-www-form-urlencoded or multipart/form-data")
    }
  }

  private init(fields: [FormField], files: [(field: String, file: File)]) {
    self.fields = fields
    self.files = files
  }

  private init(_ parts: [MultipartReader.Part]) throws {
    var fields: [FormField] = []
    var files: [(field: String, file: File)] = []
    for part in parts {
      if let name = part.fileName {
        // Browsers send a part without a name and without bytes where no file was chosen.
        guard let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last else { continue }
        files.append((part.name, File(name: String(last), bytes: part.bytes)))
      } else {
        guard let value = String(validating: part.bytes, as: UTF8.self) else {
          throw Problem(.badRequest, "the field `\(part.name)` of the form is not UTF-8")
        }
        fields.append(FormField(name: part.name, value: value))
      }
    }
    self.init(fields: fields, files: files)
  }
}
