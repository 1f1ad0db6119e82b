extension Function {
  /// `text.contains(other)`: whether the other is somewhere in the text.
  static let contains = Function(
    name: "contains", summary: "Whether the text holds another.",
    overloads: [
      Overload(
        id: "contains_string", .member, [.string, .string], .bool, examples: [("'hello'.contains('ell')", "true")],
        requirement: { others, wanted in
          "\(wanted ? "a text that contains" : "no text like") \(others[0].written)"
        }
      ) { arguments in
        guard let first = arguments[0].asString, let second = arguments[1].asString else {
          return .noOverload("contains")
        }
        return .bool(TextSearch(Array(second.utf8)).first(in: Array(first.utf8)) != nil)
      }
    ])
}
