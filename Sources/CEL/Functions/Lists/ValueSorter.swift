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
