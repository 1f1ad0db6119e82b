extension Function {
  static let setsContains = sets(
    "contains", "Whether the first list holds every item of the second.", ("[1, 2, 3], [2]", "true")
  ) {
    first, second, context in includes(first, second, &context)
  }

  static let setsEquivalent = sets(
    "equivalent", "Whether each of two lists holds every item of the other.", ("[1, 2], [2, 1, 1]", "true")
  ) { first, second, context in
    guard let forwards = includes(first, second, &context) else { return nil }
    return forwards ? includes(second, first, &context) : false
  }

  static let setsIntersects = sets(
    "intersects", "Whether two lists have an item in common.", ("[1], [2, 3]", "false")
  ) { first, second, context in
    guard let known = collected(first, &context) else { return nil }
    for item in second {
      guard let isThere = known.contains(item, &context) else { return nil }
      if isThere { return true }
    }
    return false
  }

  private static func collected(_ items: [Value], _ context: inout CallContext) -> DistinctValues? {
    var values = DistinctValues()
    for item in items where !values.insert(item, &context) { return nil }
    return values
  }

  private static func includes(_ first: [Value], _ second: [Value], _ context: inout CallContext) -> Bool? {
    guard let known = collected(first, &context) else { return nil }
    for item in second {
      guard let isThere = known.contains(item, &context) else { return nil }
      if !isThere { return false }
    }
    return true
  }

  /// `apply` gives nil where the budget is spent.
  private static func sets(
    _ name: String, _ summary: String, _ example: (arguments: String, result: String),
    _ apply: @escaping @Sendable ([Value], [Value], inout CallContext) -> Bool?
  ) -> Function {
    Function(
      name: "sets.\(name)", summary: summary,
      overloads: [
        Overload(
          id: "list_sets_\(name)_list", .global, [.list(.parameter("T")), .list(.parameter("T"))], .bool,
          examples: [("sets.\(name)(\(example.arguments))", example.result)]
        ) { arguments, context in
          guard let first = arguments[0].asList?.items, let second = arguments[1].asList?.items else {
            return .noOverload("sets.\(name)")
          }
          return apply(first, second, &context).map { .bool($0) } ?? .error(.budgetSpent)
        }
      ])
  }
}
