extension Function {
  /// A function that compares two lists as sets. `apply` gives nil where the budget is spent.
  static func setComparison(
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

/// Lists as sets: order and repetition say nothing. Nil where the budget is spent.
enum ItemSet {
  static func collected(_ items: [Value], _ context: inout CallContext) -> DistinctValues? {
    var values = DistinctValues()
    for item in items where !values.insert(item, &context) { return nil }
    return values
  }

  static func includes(_ first: [Value], _ second: [Value], _ context: inout CallContext) -> Bool? {
    guard let known = collected(first, &context) else { return nil }
    for item in second {
      guard let isThere = known.contains(item, &context) else { return nil }
      if !isThere { return false }
    }
    return true
  }
}
