internal import HTTPTypes
internal import Schemas

extension APIOperation {
  static let openAPI = APIOperation(
    method: .get, path: "/openapi.json", id: "getOpenAPI", summary: "Get this description of the API.",
    details: "OpenAPI 3.1.", parameters: [],
    success: Success(
      meaning: "The description.", content: [("application/json", JSONSchema(type: "object"))]), problems: []
  ) { _, site in
    let document = OpenAPIDocument(site).value
    return .json { document.write(&$0) }
  }
}
