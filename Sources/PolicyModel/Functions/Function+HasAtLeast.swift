internal import CEL

extension Function {
  /// `list.hasAtLeast(number)`: whether the list has so many items. An open list may prove it, and never the opposite.
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
}
