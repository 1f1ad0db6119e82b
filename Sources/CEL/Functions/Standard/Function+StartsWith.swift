extension Function {
  /// `text.startsWith(prefix)`: whether the text begins so.
  static let startsWith = Function(
    name: "startsWith", summary: "Whether the text begins with another.",
    overloads: [
      Overload(
        id: "startsWith_string", .member, .string, .string, .bool, examples: [("'hello'.startsWith('he')", "true")],
        requirement: { others, wanted in
          "\(wanted ? "a text that begins with" : "no text like") \(others[0].written)"
        }
      ) { text, other, _ in
        guard let first = text.asString, let second = other.asString else { return .noOverload("startsWith") }
        return .bool(first.begins(with: second))
      }
    ])
}
