internal import Hummingbird

extension Request {
  /// Whether the API answers it, for programs, and not a page.
  var isForPrograms: Bool { uri.path.hasPrefix("/api/") }

  /// The first value that the query gives a name; nil where it gives none, and where it is written wrongly.
  func query(_ name: String) -> String? { try? queryFields().first { $0.name == name }?.value }

  /// All values that the query gives a name.
  func queries(_ name: String) -> [String] {
    ((try? queryFields()) ?? []).filter { $0.name == name }.map(\.value)
  }

  /// The fields of the query, in their order. Throws a `Problem` where they are written wrongly, or are too many.
  func queryFields() throws -> [FormField] { try URLEncodedFields.read(Array((uri.query ?? "").utf8)) }
}
