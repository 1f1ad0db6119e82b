internal import CEL

extension Function {
  /// `list.containsAny(texts)`: whether the list holds at least one.
  static let containsAny = Function(
    name: "containsAny", summary: "Whether one of the texts is in the list.",
    overloads: [
      Overload(
        id: "contains_any", .member, [.list(.string), .list(.string)], .bool,
        examples: [("['a', 'b'].containsAny(['b', 'c'])", "true")], openParameters: [0],
        requirement: { others, wanted in "\(wanted ? "one" : "none") of \(others[0].listed("or"))" }
      ) { arguments in
        guard let items = arguments[0].texts, let wanted = arguments[1].texts else { return .mistyped("containsAny") }
        if wanted.contains(where: { items.contains($0) }) { return .bool(true) }
        return arguments[0].openness.map { .unknown($0) } ?? .bool(false)
      }
    ])
}
