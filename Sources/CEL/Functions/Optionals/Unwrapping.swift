extension Function {
  /// The values of the optionals in a list.
  static func unwrapped(_ list: Value) -> Value {
    guard let items = list.asList?.items, items.allSatisfy({ $0.asOptional != nil }) else {
      return .noOverload("optional.unwrap")
    }
    return .list(ListValue(items.compactMap { $0.asOptional?.value }))
  }
}
