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
