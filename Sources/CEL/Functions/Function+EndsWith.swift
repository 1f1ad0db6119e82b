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
        guard case .string(let first) = arguments[0], case .string(let second) = arguments[1] else {
          return .error(.noOverload("endsWith"))
        }
        return .bool(first.utf8.reversed().starts(with: second.utf8.reversed()))
      }
    ])
}
