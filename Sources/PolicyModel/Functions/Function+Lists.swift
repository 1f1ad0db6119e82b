internal import CEL

extension Function {
  static let hasAtLeast = Function(
    name: "hasAtLeast", summary: "Whether the list has at least so many items.",
    overloads: [
      hasAtLeast("has_at_least_int", .int, "[1, 2].hasAtLeast(2)"),
      hasAtLeast("has_at_least_double", .double, "[1, 2].hasAtLeast(2.0)"),
    ])

  private static func hasAtLeast(_ id: String, _ number: CELType, _ example: String) -> Overload {
    Overload(
      id: id, .member, [.list(.parameter("A")), number], .bool, examples: [(example, "true")], openParameters: [0],
      requirement: { others, wanted in
        wanted ? "at least \(others[0].written) items" : "fewer than \(others[0].written) items"
      }
    ) { arguments in
      guard case .list(let list) = arguments[0] else { return .mistyped("hasAtLeast") }
      let isEnough: Bool
      switch arguments[1] {
      case .int(let count): isEnough = list.items.count >= count
      case .double(let count): isEnough = Double(list.items.count) >= count
      default: return .mistyped("hasAtLeast")
      }
      if isEnough { return .bool(true) }
      return list.openness.map { .unknown($0) } ?? .bool(false)
    }
  }

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
