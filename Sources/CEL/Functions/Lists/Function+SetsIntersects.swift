extension Function {
  /// `sets.intersects(list, other)`: whether two lists have an item in common.
  static let setsIntersects = setComparison(
    "intersects", "Whether two lists have an item in common.", ("[1], [2, 3]", "false")
  ) { first, second, context in
    guard let known = ItemSet.collected(first, &context) else { return nil }
    for item in second {
      guard let isThere = known.contains(item, &context) else { return nil }
      if isThere { return true }
    }
    return false
  }
}
