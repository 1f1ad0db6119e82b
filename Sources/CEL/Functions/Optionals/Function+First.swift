extension Function {
  static let first = end("first", "The first item of a list, if it has any.", "1") { $0.items.first }
}
