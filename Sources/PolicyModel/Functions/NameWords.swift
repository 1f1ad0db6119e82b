extension [String] {
  /// Whether the words of another text stand in a row among these.
  func containsInARow(_ wanted: [String]) -> Bool {
    guard !wanted.isEmpty, count >= wanted.count else { return false }
    return (0...count - wanted.count).contains { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
