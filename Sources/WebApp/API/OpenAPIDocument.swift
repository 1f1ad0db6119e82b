internal import Diagnostics
internal import HTTPTypes
internal import PolicyModel
internal import Schemas

/// The description of the API (OpenAPI 3.1), from the registry that the routes come from.
struct OpenAPIDocument {
  private let site: Site

  init(_ site: Site) { self.site = site }

  var value: JSONValue {
    .object([
      ("openapi", "3.1.0"),
      (
        "info",
        .object([
          ("title", "Answerable"), ("version", .text(site.version)),
          (
            "description",
            .text(
              "Assess defence projects that use AI, and answer the questions of their descriptions. All parameters "
                + "that are not described here are refused.")
          ), ("license", .object([("name", "Apache 2.0"), ("identifier", "Apache-2.0")])),
        ])
      ), ("servers", [.object([("url", .text(APIOperation.root))])]), ("security", .array(security)),
      ("paths", .object(paths)),
      (
        "components",
        .object([
          (
            "securitySchemes",
            .object([
              (
                "token",
                .object([
                  ("type", "http"), ("scheme", "bearer"),
                  ("description", "The access token, where the server was started with one."),
                ])
              )
            ])
          ), ("schemas", .object(schemas)),
        ])
      ),
    ])
  }

  private var security: [JSONValue] {
    let token = JSONValue.object([("token", .array([]))])
    return site.signIn == nil ? [.object([]), token] : [token]
  }

  private var schemas: [(key: String, value: JSONValue)] {
    FileSchema.assessmentParts(at: "#/components/schemas/") + QuestionJSON.schemas + PolicyJSON.schemas
      + APIOperation.projectSchemas + [("problem", problem.value), ("noted", noted.value)]
  }

  /// A diagnostic with its notes, which assessments leave out.
  private var noted: JSONSchema {
    let place = ["line", "column", "endLine", "endColumn"].map {
      JSONSchema.Member($0, JSONSchema(type: "integer").with("minimum", 1), isRequired: false)
    }
    let text = JSONSchema(type: "string")
    let file = [JSONSchema.Member("file", text, isRequired: false)]
    return .object(
      [
        JSONSchema.Member("code", text),
        JSONSchema.Member("severity", .values(Diagnostic.Severity.allCases.map(\.rawValue))),
        JSONSchema.Member("message", text),
      ] + file + place + [
        JSONSchema.Member("notes", .array(of: .object([JSONSchema.Member("message", text)] + file + place))),
        JSONSchema.Member("fix", text, isRequired: false),
      ])
  }

  private var problem: JSONSchema {
    let text = JSONSchema(type: "string")
    return .object([
      JSONSchema.Member("type", .values(Problem.Kind.all.map(\.address))), JSONSchema.Member("title", text),
      JSONSchema.Member("status", JSONSchema(type: "integer")), JSONSchema.Member("detail", text),
      JSONSchema.Member(
        "diagnostics",
        JSONSchema.array(of: .component("noted")).described("What is wrong where, in what was sent.")),
    ])
  }

  // MARK: Operations

  private var paths: [(key: String, value: JSONValue)] {
    var names: [String] = []
    for operation in APIOperation.all where !names.contains(operation.path) { names.append(operation.path) }
    return names.map { path in
      (
        path,
        .object(
          APIOperation.all.filter { $0.path == path }.map { ($0.method.rawValue.lowercased(), value(of: $0)) })
      )
    }
  }

  private func value(of operation: APIOperation) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("operationId", .text(operation.id)), ("summary", .text(operation.summary)),
      ("description", .text(operation.details)),
    ]
    if !operation.parameters.isEmpty { members.append(("parameters", .array(operation.parameters.map(value(of:))))) }
    if let body = operation.body {
      members.append(
        (
          "requestBody",
          .object([
            ("description", .text(body.meaning)), ("required", true),
            (
              "content",
              .object(
                body.forms.map { form in
                  (form.mediaType, .object([("schema", form.schema.value), ("example", form.example)]))
                })
            ),
          ])
        ))
    }
    members.append(("responses", .object(responses(of: operation))))
    return .object(members)
  }

  private func value(of parameter: APIParameter) -> JSONValue {
    .object(
      [
        ("name", .text(parameter.name)), ("in", .text(parameter.place.rawValue)),
        ("description", .text(parameter.meaning)), ("required", .boolean(parameter.isRequired)),
        ("schema", parameter.schema.value),
      ] + (parameter.example.map { [("example", example($0, parameter))] } ?? []))
  }

  private func example(_ text: String, _ parameter: APIParameter) -> JSONValue {
    if case .flag = parameter.kind { .boolean(text == "true") } else { .text(text) }
  }

  private func responses(of operation: APIOperation) -> [(key: String, value: JSONValue)] {
    let success = operation.success
    var statuses: [Int] = []
    for kind in operation.allProblems where !statuses.contains(kind.status) { statuses.append(kind.status) }
    return [
      (
        String(success.status),
        .object([
          ("description", .text(success.meaning)),
          (
            "headers",
            .object(
              success.headers.map { header in
                (
                  header.name,
                  .object([
                    ("description", .text(header.meaning)), ("required", true), ("schema", header.schema.value),
                  ])
                )
              })
          ),
          (
            "content",
            .object(success.content.map { ($0.mediaType, .object([("schema", $0.schema.value)])) })
          ),
        ])
      )
    ]
      + statuses.map { status in
        let kinds = operation.allProblems.filter { $0.status == status }
        return (
          String(status),
          .object([
            ("description", .text(kinds.map { "\($0.title): `\($0.address)`." }.joined(separator: " "))),
            ("headers", .object(headers(of: kinds))),
            (
              "content",
              .object([("application/problem+json", .object([("schema", JSONSchema.component("problem").value)]))])
            ),
          ])
        )
      }
  }

  private func headers(of kinds: [Problem.Kind]) -> [(key: String, value: JSONValue)] {
    kinds.flatMap(\.headers).map { name, meaning in
      (
        name,
        .object([
          ("description", .text(meaning)), ("required", true), ("schema", JSONSchema(type: "string").value),
        ])
      )
    }
  }
}
