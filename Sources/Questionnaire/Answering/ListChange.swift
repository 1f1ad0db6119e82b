/// What turns one list into another: some items replaced where they stand, some removed, some added.
struct ListChange {
  /// Places of the old list, and of the new one what comes there instead.
  private(set) var replaced: [(old: Int, new: Int)] = []
  /// Places of the old list, in order.
  private(set) var removed: [Int] = []
  /// Places of the new list, in order.
  private(set) var added: [Int] = []
  /// Whether what is added comes behind everything else.
  private(set) var isInPlace = true

  /// Comparisons at most; beyond them items are told apart by their places alone.
  private static let mostComparisons = 1_000_000

  /// - Parameter likeness: How much two items have in common; 0 where they are not the same item changed.
  init<Item: Equatable>(from old: [Item], to new: [Item], likeness: (Item, Item) -> Int) {
    var head = 0
    while head < min(old.count, new.count), old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    let (before, after) = (head..<old.count - tail, head..<new.count - tail)
    let pairs = Self.pairs(before, after) { likeness(old[$0], new[$1]) }
    var (oldNext, newNext) = (head, head)
    for (oldPlace, newPlace) in pairs + [(before.upperBound, after.upperBound)] {
      let isLast = oldPlace == old.count && newPlace == new.count
      take(oldNext..<oldPlace, newNext..<newPlace, isLast: isLast)
      guard oldPlace < before.upperBound, newPlace < after.upperBound else { break }
      if old[oldPlace] != new[newPlace] { replaced.append((oldPlace, newPlace)) }
      (oldNext, newNext) = (oldPlace + 1, newPlace + 1)
    }
  }

  /// What stands between two pairs: nobody can tell which became which, so they go by their order.
  private mutating func take(_ old: Range<Int>, _ new: Range<Int>, isLast: Bool) {
    replaced += zip(old, new).map { ($0, $1) }
    removed += old.dropFirst(new.count)
    added += new.dropFirst(old.count)
    if new.count > old.count, !isLast { isInPlace = false }
  }

  /// The items that are the same, or the same changed: in order, and so that as much as can be is alike.
  ///
  /// - Complexity: each old item is compared to each new one.
  private static func pairs(
    _ old: Range<Int>, _ new: Range<Int>, _ likeness: (Int, Int) -> Int
  ) -> [(old: Int, new: Int)] {
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= mostComparisons else { return [] }
    // best[i][j] is for what follows place i of the old items and place j of the new ones.
    let none = Array(repeating: 0, count: new.count + 1)
    var best = Array(repeating: none, count: old.count + 1)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        let (row, column) = (i - old.lowerBound, j - new.lowerBound)
        best[row][column] = max(
          best[row + 1][column], best[row][column + 1], best[row + 1][column + 1] + likeness(i, j))
      }
    }
    var found: [(old: Int, new: Int)] = []
    var (i, j) = (old.lowerBound, new.lowerBound)
    while i < old.upperBound, j < new.upperBound {
      let (row, column) = (i - old.lowerBound, j - new.lowerBound)
      let own = likeness(i, j)
      if own > 0, best[row][column] == best[row + 1][column + 1] + own {
        found.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if best[row][column] == best[row + 1][column] {
        i += 1
      } else {
        j += 1
      }
    }
    return found
  }
}
