/// A set of places of a program, as bits.
struct NodeSet: Hashable, Sendable {
  private(set) var words: [UInt64]

  init(_ count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  /// One number stands for all words: hashing each for itself would take longer than working out most states.
  func hash(into hasher: inout Hasher) {
    hasher.combine(words.reduce(0) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 ^ $1 >> 29 })
  }

  func contains(_ node: Int) -> Bool { words[node >> 6] >> UInt64(node & 63) & 1 == 1 }

  /// Whether the node was new.
  mutating func insert(_ node: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(node & 63)
    if words[node >> 6] & bit != 0 { return false }
    words[node >> 6] |= bit
    return true
  }

  mutating func removeAll() {
    for word in words.indices { words[word] = 0 }
  }

  mutating func formIntersection(_ other: NodeSet) {
    for word in words.indices { words[word] &= other.words[word] }
  }

  func intersects(_ other: NodeSet) -> Bool {
    words.indices.contains { words[$0] & other.words[$0] != 0 }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func forEach(in mask: NodeSet? = nil, _ body: (Int) -> Void) {
    for word in words.indices {
      var bits = mask.map { words[word] & $0.words[word] } ?? words[word]
      while bits != 0 {
        body(word << 6 | bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }
}
