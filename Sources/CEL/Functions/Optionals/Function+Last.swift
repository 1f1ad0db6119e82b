extension Function {
  static let last = end("last", "The last item of a list, if it has any.", "3") { list in
    list.openness.map { .unknown($0) } ?? list.items.last
  }
}
