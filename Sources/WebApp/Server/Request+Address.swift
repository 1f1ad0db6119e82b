internal import DocumentWriting
internal import Hummingbird

extension Request {
  /// Whether the API answers it, for programs, and not a page.
  var isForPrograms: Bool { uri.path.hasPrefix("/api/") }

  /// Whether what it asks for depends on no project: anybody may see it, and it is there at once.
  var saysNothingOfProjects: Bool {
    let path = uri.path
    return path == "/health" || path == SignIn.path.text || path.hasPrefix("/assets/") && !path.contains("..")
  }

  /// The first value that the query gives a name; nil where it gives none, and where it is written wrongly.
  func query(_ name: String) -> String? { try? queryFields().first { $0.name == name }?.value }

  /// All values that the query gives a name.
  func queries(_ name: String) -> [String] {
    ((try? queryFields()) ?? []).filter { $0.name == name }.map(\.value)
  }

  /// The fields of the query, in their order. Throws a `Problem` where they are written wrongly, or are too many.
  func queryFields() throws -> [FormField] { try URLEncodedFields.read(Array((uri.query ?? "").utf8)) }
}
