internal import HTTPTypes
internal import Hummingbird
internal import Schemas

/// One way to ask at one address of the API. The route and what the OpenAPI document says of it both come from this, so
/// they can't differ. A new operation is a file and a line in `all`.
struct APIOperation: Sendable {
  /// What is sent with a request.
  struct Body: Sendable {
    struct Form: Sendable {
      let mediaType: String
      let schema: JSONSchema
      /// A body that works with the projects of `Examples/`.
      let example: JSONValue
    }

    let meaning: String
    let forms: [Form]
    var limit = SubmittedForm.usualLimit
  }

  /// What comes back where nothing is wrong.
  struct Success: Sendable {
    struct Header: Sendable {
      let name: String
      let meaning: String
      let schema: JSONSchema
    }

    var status = 200
    let meaning: String
    /// By media type; none where nothing is sent back.
    let content: [(mediaType: String, schema: JSONSchema)]
    var headers: [Header] = []
  }

  let method: HTTPRequest.Method
  /// Below `/api/v1`, with parameters in braces.
  let path: String
  let id: String
  /// In a line.
  let summary: String
  /// What else there is to know; sentences.
  let details: String
  let parameters: [APIParameter]
  var body: Body?
  let success: Success
  /// What can be wrong, beside what can be wrong with every request.
  let problems: [Problem.Kind]
  let answer: @Sendable (_ asked: APIRequest, _ site: Site) async throws -> Response

  static let all: [APIOperation] = [
    .assess, .nextQuestions, .packs, .pack, .rule, .questions, .question, .projects, .projectAssessment,
    .projectQuestions, .answer, .putAnswer, .deleteAnswer, .openAPI,
  ]

  static let root = "/api/v1"

  /// All problems that it can answer with, in the order of `Problem.Kind.all`.
  var allProblems: [Problem.Kind] {
    var kinds: [Problem.Kind] = [
      .badRequest, .signInRequired, .addressTooLong, .expectationFailed, .misdirected, .tooManyAttempts, .fault,
    ]
    if method != .get { kinds.append(.foreignRequest) }
    if body != nil { kinds += [.unsupportedType, .unacceptable] }
    if body != nil || parameters.contains(where: { $0.name == APIParameter.file.name }) { kinds.append(.tooLarge) }
    return Problem.Kind.all.filter { (kinds + problems).contains($0) }
  }
}

/// A request to an operation, with its parameters checked.
struct APIRequest {
  let request: Request
  private let values: [String: String]

  /// Throws a `Problem` where a parameter is missing, not known, given twice, or not what it has to be.
  init(_ request: Request, _ operation: APIOperation) throws {
    self.request = request
    var values: [String: String] = [:]
    let parts = request.uri.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
    for (name, part) in zip(operation.path.split(separator: "/"), parts) where name.hasPrefix("{") {
      values[String(name.dropFirst().dropLast())] = try URLEncodedFields.pathPart(part)
    }
    let known = operation.parameters.filter { $0.place == .query }.map(\.name)
    for field in try request.queryFields() {
      guard known.contains(field.name) else {
        let offer =
          known.isEmpty ? "there are none here" : "there are " + known.map { "`\($0)`" }.joined(separator: ", ")
        throw Problem(.badRequest, "there is no parameter `\(field.name)`: \(offer)")
      }
      guard values.updateValue(field.value, forKey: field.name) == nil else {
        throw Problem(.badRequest, "`\(field.name)` is given twice")
      }
    }
    for parameter in operation.parameters {
      if parameter.place == .header {
        values[parameter.name] = HTTPField.Name(parameter.name).flatMap { request.headers[$0] }
      }
      guard let value = values[parameter.name] else {
        if parameter.place == .header, parameter.isRequired {
          throw Problem(.versionRequired, "send `\(parameter.name)`: its value is the `ETag` of the answer, or `*`")
        }
        if parameter.isRequired { throw Problem(.badRequest, "the parameter `\(parameter.name)` is missing") }
        continue
      }
      try parameter.check(value)
    }
    self.values = values
  }

  subscript(_ parameter: APIParameter) -> String? { values[parameter.name] }

  /// A parameter that is required, and so is there.
  func text(_ parameter: APIParameter) -> String { values[parameter.name] ?? "" }
}
