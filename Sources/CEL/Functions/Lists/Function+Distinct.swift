extension Function {
  /// `list.distinct()`: the items without repetition.
  static let distinct = Function(
    name: "distinct", summary: "The items of a list, each once, in the order of their first occurrence.",
    overloads: [
      Overload(
        id: "list_distinct", .member, [.list(.parameter("T"))], .list(.parameter("T")),
        examples: [("['b', 'b', 'c', 'b'].distinct()", "b, c")]
      ) { arguments, context in
        guard let items = arguments[0].asList?.items else { return .noOverload("distinct") }
        var kept = DistinctValues()
        for item in items where !kept.insert(item, &context) {
          return .error(.budgetSpent)
        }
        return .list(ListValue(kept.values))
      }
    ])
}
