/// Did-you-mean: the candidates closest to a misspelt name.
public enum Suggestions {
  /// At most four candidates within a third of the name's length in edits (insert, delete, replace, swap neighbours),
  /// letter case and the difference between `-`, `_` and space apart; the closest first, then in the given order.
  ///
  /// - Complexity: proportional to the number of candidates times the square of the longest length, which is cut at 64.
  public static func near(_ name: String, in candidates: some Sequence<String>) -> [String] {
    let wanted = normalised(name)
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let limit = max(1, wanted.count / 3)
    var found: [(distance: Int, order: Int, name: String)] = []
    for (order, candidate) in candidates.enumerated() {
      let other = normalised(candidate)
      guard other.count <= 96, abs(other.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, other)
      if distance <= limit { found.append((distance, order, candidate)) }
    }
    found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return found.prefix(4).map(\.name)
  }

  private static func normalised(_ name: String) -> [UInt8] {
    name.utf8.map { byte in
      switch byte {
      case 0x41...0x5A: byte + 0x20
      case 0x20, 0x2D: 0x5F
      default: byte
      }
    }
  }

  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for row in left.indices {
      current[0] = row + 1
      for column in right.indices {
        let cost = left[row] == right[column] ? 0 : 1
        var best = min(current[column] + 1, last[column + 1] + 1, last[column] + cost)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current[column + 1] = best
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count]
  }
}
