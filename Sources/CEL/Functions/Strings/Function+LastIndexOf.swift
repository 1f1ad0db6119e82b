extension Function {
  /// `text.lastIndexOf(other)`, `text.lastIndexOf(other, from)`: where the other last occurs; -1 where it does not.
  static let lastIndexOf = search(
    "lastIndexOf", "Where a text last occurs in another, beginning at a position or before; -1 where it does not.",
    examples: ["'mellow mellow'.lastIndexOf('ello')", "'mellow mellow'.lastIndexOf('ello', 6)"], results: ["8", "1"]
  ) { search, scalars, position in search.last(in: scalars, upTo: position ?? scalars.count) }
}
