internal import CEL

extension Function {
  /// `text.matchesNone(names)`: whether none of the named patterns hits the text, or any item of the list.
  static func matchesNone(_ patterns: PatternBook) -> Function {
    let requirement: @Sendable ([Value], Bool) -> String = { others, wanted in
      "\(wanted ? "nothing" : "something") that reads as \(patterns.meanings(others[0].texts ?? []))"
    }
    return Function(
      name: "matchesNone", summary: "Whether none of the named patterns hits the text, or any item of the list.",
      overloads: [
        Overload(
          id: "matches_none_string", .member, [.string, .list(.string)], .bool,
          examples: [("'x'.matchesNone([])", "true")], requirement: requirement
        ) { arguments in
          guard case .string(let text) = arguments[0], let names = arguments[1].texts else {
            return .mistyped("matchesNone")
          }
          return .bool(patterns.firstHit(names, in: text) == nil)
        },
        Overload(
          id: "matches_none_list", .member, [.list(.string), .list(.string)], .bool,
          examples: [("['x'].matchesNone([])", "true")], openParameters: [0], requirement: requirement
        ) { arguments in
          guard let texts = arguments[0].texts, let names = arguments[1].texts else { return .mistyped("matchesNone") }
          if texts.contains(where: { patterns.firstHit(names, in: $0) != nil }) { return .bool(false) }
          return arguments[0].openness.map { .unknown($0) } ?? .bool(true)
        },
      ])
  }
}
