extension Function {
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

  static let slice = Function(
    name: "slice", summary: "The items of a list from a position to before another.",
    overloads: [
      Overload(
        id: "list_slice", .member, [.list(.parameter("T")), .int, .int], .list(.parameter("T")),
        examples: [("[1, 2, 3, 4].slice(1, 3)", "2, 3")]
      ) { arguments in
        guard let items = arguments[0].asList?.items, let start = arguments[1].asInt, let end = arguments[2].asInt
        else {
          return .noOverload("slice")
        }
        for position in [start, end] where !(0...Int64(items.count)).contains(position) {
          return .error(.indexOutOfRange("\(position)"))
        }
        guard start <= end else { return .error(.substringRange(start, end)) }
        return .list(ListValue(Array(items[Int(start)..<Int(end)])))
      }
    ])

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

/// Values without repetition. Those that can be keys of a map are looked up; others are compared one by one.
struct DistinctValues {
  private(set) var values: [Value] = []
  private var keys: Set<MapKey> = []
  private var others: [Value] = []

  /// False where the budget does not allow to compare.
  mutating func insert(_ value: Value, _ context: inout CallContext) -> Bool {
    guard context.spend(1) else { return false }
    if let key = MapKey(value) {
      if keys.insert(key).inserted { values.append(value) }
      return true
    }
    for other in others {
      guard context.spend(1) else { return false }
      if Equality.areEqual(other, value, &context.budget) { return true }
    }
    others.append(value)
    values.append(value)
    return true
  }

  func contains(_ value: Value, _ context: inout CallContext) -> Bool? {
    guard context.spend(1) else { return nil }
    if let key = MapKey(value) { return keys.contains(key) }
    for other in others {
      guard context.spend(1) else { return nil }
      if Equality.areEqual(other, value, &context.budget) { return true }
    }
    return false
  }
}

/// Sorts values by keys, keeping the order of those with equal keys.
enum ValueSorter {
  static func sorted(_ items: [Value], by keys: [Value], _ context: inout CallContext) -> Value {
    guard let first = keys.first else { return .list(ListValue([])) }
    guard context.spend(keys.reduce(items.count) { $0 + $1.weight }) else { return .error(.budgetSpent) }
    for key in keys where key.typeName != first.typeName || Ordering.compare(key, first) == nil {
      return .error(.noOrder(key))
    }
    let order = keys.indices.sorted { left, right in
      switch Ordering.compare(keys[left], keys[right]) {
      case .less: true
      case .greater: false
      default: left < right
      }
    }
    return .list(ListValue(order.map { items[$0] }))
  }
}
