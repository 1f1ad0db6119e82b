extension Function {
  /// `text.endsWith(suffix)`: whether the text ends so.
  static let endsWith = Function(
    name: "endsWith", summary: "Whether the text ends with another.",
    overloads: [
      Overload(
        id: "endsWith_string", .member, .string, .string, .bool, examples: [("'hello'.endsWith('lo')", "true")],
        requirement: { others, wanted in
          "\(wanted ? "a text that ends with" : "no text like") \(others[0].written)"
        }
      ) { text, other, _ in
        guard let first = text.asString, let second = other.asString else { return .noOverload("endsWith") }
        return .bool(first.ends(with: second))
      }
    ])
}
