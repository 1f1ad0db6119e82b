extension Function {
  /// `list.first()`: an optional with the first item.
  static let first = listEnd("first", "The first item of a list, if it has any.", "1") { $0.items.first }
}
