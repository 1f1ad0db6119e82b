extension Function {
  /// `sets.contains(list, others)`: whether every one of the others is in the list.
  static let setsContains = setComparison(
    "contains", "Whether the first list holds every item of the second.", ("[1, 2, 3], [2]", "true")
  ) { first, second, context in
    ItemSet.includes(first, second, &context)
  }
}
