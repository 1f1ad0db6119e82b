internal import CEL

extension Function {
  /// `name.differs(other)`: whether two names are those of different people.
  static func differs(_ names: NameComparison) -> Function {
    Function(
      name: "differs", summary: "Whether two names are those of different people, titles left out.",
      overloads: [
        Overload(
          id: "differs", .member, [.string, .string], .bool,
          examples: [("'Dr A. Tan'.differs('A. Tan')", "false"), ("'A. Tan'.differs('B. Tan')", "true")],
          requirement: { others, wanted in
            wanted ? "somebody other than \(others[0].written)" : "the same as \(others[0].written)"
          }
        ) { arguments in
          guard case .string(let first) = arguments[0], case .string(let second) = arguments[1] else {
            return .mistyped("differs")
          }
          return .bool(names.differ(first, second))
        }
      ])
  }
}
