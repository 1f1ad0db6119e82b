extension Function {
  /// `list.flatten()`, `list.flatten(depth)`: the items of the lists in a list.
  static let flatten = Function(
    name: "flatten", summary: "The items of the lists in a list, one level deep or as deep as is said.",
    overloads: [
      Overload(
        id: "list_flatten", .member, [.list(.list(.parameter("T")))], .list(.parameter("T")),
        examples: [("[[1], [2, 3]].flatten()", "1, 2, 3")]
      ) { arguments, context in flattened(arguments[0], depth: 1, &context) },
      Overload(
        id: "list_flatten_dyn", .member, [.list(.dyn)], .list(.dyn), examples: [("[1, [2, [3]]].flatten()", "1, 2, 3")]
      ) { arguments, context in flattened(arguments[0], depth: 1, &context) },
      Overload(
        id: "list_flatten_int", .member, [.list(.dyn), .int], .list(.dyn),
        examples: [("[1, [2, [3, [4]]]].flatten(2).size()", "4")]
      ) { arguments, context in
        guard let depth = arguments[1].asInt else { return .noOverload("flatten") }
        guard depth >= 0 else { return .error(.negativeCount("the depth")) }
        return flattened(arguments[0], depth: depth, &context)
      },
    ])

  private static func flattened(_ list: Value, depth: Int64, _ context: inout CallContext) -> Value {
    guard let items = list.asList?.items else { return .noOverload("flatten") }
    var out: [Value] = []
    return append(items, depth: depth, to: &out, &context) ? .list(ListValue(out)) : .error(.budgetSpent)
  }

  private static func append(
    _ items: [Value], depth: Int64, to out: inout [Value], _ context: inout CallContext
  ) -> Bool {
    guard context.spend(items.count) else { return false }
    for item in items {
      guard depth > 0, let inner = item.asList else {
        out.append(item)
        continue
      }
      guard append(inner.items, depth: depth - 1, to: &out, &context) else { return false }
    }
    return true
  }
}
