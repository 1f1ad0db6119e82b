internal import CEL
internal import UnicodeText

extension [String] {
  func containsInARow(_ wanted: [String]) -> Bool {
    guard !wanted.isEmpty, count >= wanted.count else { return false }
    return (0...count - wanted.count).contains { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
