internal import CEL
internal import UnicodeText

extension Function {
  /// Whether two names are those of different people.
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

  /// Whether the words of none of the texts stand in a row in this one.
  static let mentionsNone = Function(
    name: "mentionsNone", summary: "Whether the words of none of the listed texts stand in a row in this text.",
    overloads: [
      Overload(
        id: "mentions_none", .member, [.string, .list(.string)], .bool,
        examples: [("'Acme Systems engineer'.mentionsNone(['ACME systems'])", "false")], openParameters: [1],
        requirement: { others, wanted in
          wanted ? "a name without \(others[0].listed("or"))" : "a name with \(others[0].listed("or"))"
        }
      ) { arguments in
        guard case .string(let text) = arguments[0], let mentioned = arguments[1].texts else {
          return .mistyped("mentionsNone")
        }
        let words = CleanedText.words(text)
        if mentioned.contains(where: { words.containsInARow(CleanedText.words($0)) }) { return .bool(false) }
        return arguments[1].openness.map { .unknown($0) } ?? .bool(true)
      }
    ])
}

extension [String] {
  fileprivate func containsInARow(_ wanted: [String]) -> Bool {
    guard !wanted.isEmpty, count >= wanted.count else { return false }
    return (0...count - wanted.count).contains { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
