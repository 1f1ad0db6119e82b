internal import CEL

extension Function {
  /// `list.excludes(texts)`: whether the list holds none.
  static let excludes = Function(
    name: "excludes", summary: "Whether none of the texts is in the list.",
    overloads: [
      Overload(
        id: "excludes", .member, [.list(.string), .list(.string)], .bool,
        examples: [("['a', 'b'].excludes(['c'])", "true")], openParameters: [0],
        requirement: { others, wanted in "\(wanted ? "none" : "one") of \(others[0].listed("or"))" }
      ) { arguments in
        guard let items = arguments[0].texts, let unwanted = arguments[1].texts else { return .mistyped("excludes") }
        if unwanted.contains(where: { items.contains($0) }) { return .bool(false) }
        return arguments[0].openness.map { .unknown($0) } ?? .bool(true)
      }
    ])
}
