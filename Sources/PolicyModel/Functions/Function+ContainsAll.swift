internal import CEL

extension Function {
  /// `list.containsAll(texts)`: whether the list holds every one.
  static let containsAll = Function(
    name: "containsAll", summary: "Whether every one of the texts is in the list.",
    overloads: [
      Overload(
        id: "contains_all", .member, [.list(.string), .list(.string)], .bool,
        examples: [("['a', 'b'].containsAll(['a'])", "true")], openParameters: [0],
        requirement: { others, wanted in
          wanted ? "all of \(others[0].listed("and"))" : "not all of \(others[0].listed("and"))"
        }
      ) { arguments in
        guard let items = arguments[0].texts, let wanted = arguments[1].texts else { return .mistyped("containsAll") }
        if wanted.allSatisfy({ items.contains($0) }) { return .bool(true) }
        return arguments[0].openness.map { .unknown($0) } ?? .bool(false)
      }
    ])
}
