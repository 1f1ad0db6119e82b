/// What is known of an automaton so far: a value, so that texts can be matched with it while it grows elsewhere.
struct AutomatonTables: Sendable {
  /// Where to go, by state and column. A state is written as the offset of its row.
  enum Entry {
    static let unknown: Int32 = -1
    static let dead: Int32 = -2
    /// The bit that says that a match was found before the character; the rest is the state.
    static let found = Int32.min

    static func state(_ entry: Int32) -> Int { Int(entry & .max) }
    static func isFound(_ entry: Int32) -> Bool { entry < dead }
  }

  /// The column of the edge of the text.
  static let edge = 0

  var entries: [Int32] = []
  /// The columns of the characters of ASCII.
  var classes: [UInt8] = []
  /// The columns of some other code points, each with its code point in the upper half.
  var memo: [UInt64] = []
  /// The places of the program that each state stands for.
  var contents: [AutomatonState] = []
  /// Rows are two to the power of this long.
  var shift = 0
  /// How often states were forgotten: their numbers hold only while this is the same.
  var generation = 0

  func entry(_ state: Int, _ column: Int) -> Int32 { entries[state + column] }

  /// The column of a code point beyond ASCII; nil where it is not in the memo.
  func column(of value: UInt32) -> Int? {
    if memo.isEmpty { return nil }
    let known = memo[Int(value & 0xFF)]
    return known >> 32 == UInt64(value) ? Int(known & 0xFFFF_FFFF) : nil
  }

  /// Follows a text for as long as the way is known and nothing was found. Says what stopped it: an entry below zero,
  /// which belongs to the character at `index`.
  func follow(_ text: Span<UInt8>, _ index: inout Int, _ state: inout Int) -> Int32 {
    let entries = entries.span
    let classes = classes.span
    while index < text.count {
      let byte = text[index]
      var column = 0
      var length = 1
      if byte < 0x80 {
        column = Int(classes[Int(byte)])
      } else {
        let decoded = UTF8Text.decode(text, at: index)
        guard let known = self.column(of: decoded.value) else { return Entry.unknown }
        column = known
        length = decoded.length
      }
      let entry = entries[state + column]
      if entry < 0 { return entry }
      state = Int(entry)
      index += length
    }
    return entries[state + Self.edge]
  }
}

/// What an automaton can be in between two characters.
struct AutomatonState: Hashable, Sendable {
  var nodes: NodeSet
  /// What stood before, where a place waits for the next character and may ask about both.
  var last: Surroundings
}
