extension Function {
  /// `lists.range(count)`: the numbers from 0 to before the count.
  static let range = Function(
    name: "lists.range", summary: "The whole numbers from 0 to before a number.",
    overloads: [
      Overload(
        id: "lists_range", .global, [.int], .list(.int), examples: [("lists.range(3)", "0, 1, 2")]
      ) { arguments, context in
        guard let count = arguments[0].asInt else { return .noOverload("lists.range") }
        guard context.spend(Int(clamping: max(0, count))) else { return .error(.budgetSpent) }
        return .list(ListValue((0..<max(0, count)).map { .int($0) }))
      }
    ])
}
