extension Function {
  /// `sets.equivalent(list, other)`: whether two lists are the same set.
  static let setsEquivalent = setComparison(
    "equivalent", "Whether each of two lists holds every item of the other.", ("[1, 2], [2, 1, 1]", "true")
  ) { first, second, context in
    guard let forwards = ItemSet.includes(first, second, &context) else { return nil }
    return forwards ? ItemSet.includes(second, first, &context) : false
  }
}
