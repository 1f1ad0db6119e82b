extension Function {
  /// `list.last()`: an optional with the last item.
  static let last = listEnd("last", "The last item of a list, if it has any.", "3") { $0.items.last }
}
