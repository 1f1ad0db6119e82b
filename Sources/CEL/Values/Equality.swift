/// Whether values are equal, across number types, code point by code point (cel-spec `langdef.md`, section Equality).
enum Equality {
  /// Errors and unknowns must have been dealt with before. Each pair that is compared takes a unit of the budget; once
  /// that is spent the answer means nothing.
  static func areEqual(_ left: Value, _ right: Value, _ budget: inout Budget) -> Bool {
    switch (left, right) {
    case (.null, .null): return true
    case (.bool(let left), .bool(let right)): return left == right
    case (.string(let left), .string(let right)): return left.isSameText(as: right)
    case (.bytes(let left), .bytes(let right)): return left == right
    case (.timestamp(let left), .timestamp(let right)): return left == right
    case (.duration(let left), .duration(let right)): return left == right
    case (.type(let left), .type(let right)): return left == right
    case (.optional(let left), .optional(let right)):
      guard let first = left.value, let second = right.value else { return left.value == nil && right.value == nil }
      return budget.spend(1) && areEqual(first, second, &budget)
    case (.list(let left), .list(let right)): return areEqual(left.items, right.items, &budget)
    case (.map(let left), .map(let right)): return areEqual(left, right, &budget)
    case (.record(let left), .record(let right)):
      return left.type.name == right.type.name && areEqual(left.fields, right.fields, &budget)
    default: return Ordering.compareNumbers(left, right) == .equal
    }
  }

  private static func areEqual(_ left: [Value], _ right: [Value], _ budget: inout Budget) -> Bool {
    guard left.count == right.count else { return false }
    for (first, second) in zip(left, right) {
      guard budget.spend(1), areEqual(first, second, &budget) else { return false }
    }
    return true
  }

  private static func areEqual(_ left: MapValue, _ right: MapValue, _ budget: inout Budget) -> Bool {
    guard left.entries.count == right.entries.count else { return false }
    for entry in left.entries {
      guard budget.spend(1), let other = right.value(forKey: entry.key), areEqual(entry.value, other, &budget) else {
        return false
      }
    }
    return true
  }
}
