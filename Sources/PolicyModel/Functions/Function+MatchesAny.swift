internal import CEL

extension Function {
  /// `text.matchesAny(names)`: whether one of the named patterns hits the text.
  static func matchesAny(_ patterns: PatternBook) -> Function {
    Function(
      name: "matchesAny", summary: "Whether one of the named patterns hits the text.",
      overloads: [
        Overload(
          id: "matches_any", .member, [.string, .list(.string)], .bool, examples: [("'x'.matchesAny([])", "false")],
          requirement: { others, wanted in
            "\(wanted ? "something" : "nothing") that reads as \(patterns.meanings(others[0].texts ?? []))"
          }
        ) { arguments in
          guard case .string(let text) = arguments[0], let names = arguments[1].texts else {
            return .mistyped("matchesAny")
          }
          return .bool(patterns.firstHit(names, in: text) != nil)
        }
      ])
  }
}
