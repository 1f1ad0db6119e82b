extension Function {
  static let endsWith = Function(
    name: "endsWith", summary: "Whether the text ends with another.",
    overloads: [
      Overload(
        id: "endsWith_string", .member, [.string, .string], .bool, examples: [("'hello'.endsWith('lo')", "true")],
        requirement: { others, wanted in
          "\(wanted ? "a text that ends with" : "no text like") \(others[0].written)"
        }
      ) { arguments in
        guard let first = arguments[0].asString, let second = arguments[1].asString else {
          return .noOverload("endsWith")
        }
        return .bool(first.utf8.reversed().starts(with: second.utf8.reversed()))
      }
    ])
}
