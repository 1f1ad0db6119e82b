extension Function {
  /// `list.last()`: an optional with the last item. Which it is nobody knows while further items are possible.
  static let last = listEnd("last", "The last item of a list, if it has any.", "3") { list in
    list.openness.map { .unknown($0) } ?? list.items.last
  }
}
