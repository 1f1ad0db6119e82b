import Testing

@testable import Questionnaire

@Suite("What turns one list into another")
struct ListChangeTests {
  /// All lists of up to four of three items.
  private static let lists: [[String]] = (0..<4).reduce(into: [[]]) { lists, length in
    lists += lists.filter { $0.count == length }.flatMap { list in ["a", "b", "c"].map { list + [$0] } }
  }

  /// The old list with the change made to it, as a file has it made: in places, then at the end, then taken out.
  private static func made(_ change: ListChange, of old: [String], into new: [String]) -> [String] {
    var list = old
    for (place, other) in change.replaced { list[place] = new[other] }
    list += change.added.map { new[$0] }
    for place in change.removed.reversed() { list.remove(at: place) }
    return list
  }

  @Test("a change that is said to be in place leads from any list to any other")
  func leads() {
    #expect(Self.lists.count == 121)
    for old in Self.lists {
      for new in Self.lists {
        let change = ListChange(from: old, to: new) { $0 == $1 ? 1 : 0 }
        if change.isInPlace { #expect(Self.made(change, of: old, into: new) == new, "\(old) \(new)") }
        #expect(old.count - change.removed.count + change.added.count == new.count, "\(old) \(new)")
        // What only goes, or only comes at the end, leaves everything else alone.
        if old.starts(with: new) { #expect(change.replaced.isEmpty && change.isInPlace) }
        if new.starts(with: old) { #expect(change.replaced.isEmpty && change.removed.isEmpty && change.isInPlace) }
      }
    }
  }

  @Test("one item taken out from anywhere is all that changes", arguments: 0..<4)
  func removed(place: Int) {
    let old = ["a", "b", "c", "d"]
    var new = old + ["e"]
    new.remove(at: place)
    let change = ListChange(from: old, to: new) { $0 == $1 ? 1 : 0 }
    // The last one and the new one could be the same, changed.
    #expect(change.removed == (place == 3 ? [] : [place]) && change.replaced.count == (place == 3 ? 1 : 0))
  }

  @Test("lists too long to compare each with each go by their places")
  func long() {
    let old = (0..<1500).map { "old \($0)" }
    let change = ListChange(from: old, to: old.reversed()) { _, _ in 1 }
    #expect(change.replaced.count == 1500 && change.isInPlace)
  }
}
