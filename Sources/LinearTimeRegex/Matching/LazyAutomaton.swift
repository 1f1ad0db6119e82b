internal import Synchronization

/// Answers whether a program matches a text of ASCII, with states that are worked out when first needed and then kept.
final class LazyAutomaton: Sendable {
  /// What the machine can be in between two characters: which instructions, and what stood before.
  private struct State: Hashable {
    var instructions: [Int]
    var isStart: Bool
    var isAfterWord: Bool
    var isAfterNewline: Bool
  }

  private struct Cache {
    var states: [State] = []
    var numbers: [State: Int] = [:]
    /// `state * width + class` gives the next state; the last column is the end of the text.
    var table: [Int] = []
    var classes: [UInt8] = []
    var width = 0
  }

  private static let unknown = -1
  private static let dead = -2
  private static let matched = -3
  /// Beyond this the states are forgotten and worked out anew, so that memory stays bounded.
  private static let mostStates = 4_000

  private let program: RegexProgram
  private let cache = Mutex(Cache())

  init(_ program: RegexProgram) {
    self.program = program
  }

  /// Whether the program matches anywhere; nil where the text is not ASCII.
  func isFound(in text: String) -> Bool? {
    var text = text
    return text.withUTF8Span { bytes in
      cache.withLock { cache in find(in: bytes, &cache) }
    }
  }

  private func find(in text: Span<UInt8>, _ cache: inout Cache) -> Bool? {
    if cache.width == 0 { prepare(&cache) }
    var state = 0
    var index = 0
    while index <= text.count {
      let byte = index < text.count ? text[index] : 0
      if byte >= 0x80 { return nil }
      let column = index < text.count ? Int(cache.classes[Int(byte)]) : cache.width - 1
      var next = cache.table[state * cache.width + column]
      if next == Self.unknown {
        next = step(state, index < text.count ? Unicode.Scalar(byte) : nil, column, &cache)
      }
      if next == Self.matched { return true }
      if next == Self.dead { return false }
      state = next
      index += 1
    }
    return false
  }

  /// Characters that no set of the program tells apart share a column.
  private func prepare(_ cache: inout Cache) {
    var columns: [[Bool]: UInt8] = [:]
    cache.classes = (0..<128).map { (value: UInt8) in
      let scalar = Unicode.Scalar(value)
      let signature = program.sets.map { $0.contains(scalar) } + [program.isWord(scalar), scalar == "\n"]
      let column = columns[signature] ?? UInt8(columns.count)
      columns[signature] = column
      return column
    }
    cache.width = columns.count + 1
    _ = number(of: State(instructions: [], isStart: true, isAfterWord: false, isAfterNewline: false), &cache)
  }

  private func number(of state: State, _ cache: inout Cache) -> Int {
    if let known = cache.numbers[state] { return known }
    let number = cache.states.count
    cache.states.append(state)
    cache.numbers[state] = number
    cache.table += Array(repeating: Self.unknown, count: cache.width)
    return number
  }

  private func step(_ number: Int, _ scalar: Unicode.Scalar?, _ column: Int, _ cache: inout Cache) -> Int {
    let state = cache.states[number]
    let (targets, isMatched) = advance(state, scalar)
    var next = Self.matched
    if !isMatched {
      if let scalar {
        let reached = State(
          instructions: targets.sorted(), isStart: false, isAfterWord: program.isWord(scalar),
          isAfterNewline: scalar == "\n")
        if cache.states.count >= Self.mostStates, cache.numbers[reached] == nil {
          forget(&cache)
          return self.number(of: reached, &cache)
        }
        next = self.number(of: reached, &cache)
      } else {
        next = Self.dead
      }
    }
    cache.table[number * cache.width + column] = next
    return next
  }

  private func forget(_ cache: inout Cache) {
    let (classes, width) = (cache.classes, cache.width)
    cache = Cache(classes: classes, width: width)
    _ = number(of: State(instructions: [], isStart: true, isAfterWord: false, isAfterNewline: false), &cache)
  }

  /// Follows everything that needs no character, then takes the character.
  private func advance(_ state: State, _ scalar: Unicode.Scalar?) -> (targets: Set<Int>, isMatched: Bool) {
    // Stand-ins: an assertion asks no more of what stood before than these three facts.
    let before: Unicode.Scalar? = state.isStart ? nil : state.isAfterNewline ? "\n" : state.isAfterWord ? "a" : " "
    var targets: Set<Int> = []
    var seen: Set<Int> = []
    // A match may begin anywhere, so the beginning of the program is always among the alternatives.
    var stack = state.instructions + [0]
    while let place = stack.popLast() {
      guard seen.insert(place).inserted else { continue }
      switch program.instructions[place] {
      case .match: return ([], true)
      case .jump(let target): stack.append(target)
      case .split(let first, let second):
        stack.append(second)
        stack.append(first)
      case .check(let assertion, let target):
        if program.holds(assertion, between: before, and: scalar) { stack.append(target) }
      case .take(let set, let target):
        if let scalar, program.sets[set].contains(scalar) { targets.insert(target) }
      }
    }
    return (targets, false)
  }
}

extension String {
  /// The UTF-8 bytes without copying them where the text has them in one piece.
  fileprivate mutating func withUTF8Span<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    makeContiguousUTF8()
    return body(utf8Span.span)
  }
}
