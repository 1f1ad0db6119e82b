extension Function {
  /// `text.indexOf(other)`, `text.indexOf(other, from)`: where the other first occurs; -1 where it does not.
  static let indexOf = search(
    "indexOf", "Where a text first occurs in another, from a position on; -1 where it does not.",
    examples: ["'mellow mellow'.indexOf('ello')", "'mellow mellow'.indexOf('ello', 2)"], results: ["1", "8"]
  ) { search, scalars, position in search.first(in: scalars, from: position ?? 0) }
}
