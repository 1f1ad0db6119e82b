extension Function {
  /// `list.sort()`: the items in order.
  static let sort = Function(
    name: "sort", summary: "The items of a list in their order; all must be of one type that has an order.",
    overloads: [
      Overload(
        id: "list_sort", .member, [.list(.parameter("T"))], .list(.parameter("T")),
        examples: [("[3, 1, 2].sort()", "1, 2, 3")]
      ) { arguments, context in
        guard let items = arguments[0].asList?.items else { return .noOverload("sort") }
        return ValueSorter.sorted(items, by: items, &context)
      }
    ])
}
