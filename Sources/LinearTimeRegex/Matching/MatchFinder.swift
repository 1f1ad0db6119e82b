/// Finds where matches begin and end, in two passes: the first reads the text from its end and records at each place
/// from which parts of the program a match can still be completed; the second walks from the start and always takes the
/// first alternative from which one can. Neither goes back, so that all matches of a text together cost linear time.
struct MatchFinder {
  private let program: RegexProgram
  private let automaton: LazyAutomaton
  /// The number of the automaton's state at each offset, with the bit `start` where a match can begin.
  private var records: [Int32]
  private static let start = Int32.min
  /// What the numbers stand for.
  private var contents: [AutomatonState] = []
  /// Where the automaton forgot its states, from the end of the text on: what was recorded behind the last of these no
  /// longer holds, and is recorded anew when the walk comes there.
  private var breaks: [Break]
  /// No match begins before.
  private var first = 0
  private var seen: NodeSet
  private var stack: [Int] = []

  private struct Break {
    let place: Int
    let state: AutomatonState
  }

  private init(_ program: RegexProgram, _ automaton: LazyAutomaton, length: Int) {
    self.program = program
    self.automaton = automaton
    records = Array(repeating: 0, count: length + 1)
    breaks = []
    seen = NodeSet(program.instructions.count)
  }

  /// The ranges of all matches that do not overlap, from left to right, as offsets of bytes.
  static func matches(
    of program: RegexProgram, _ backward: LazyAutomaton, in text: Span<UInt8>, _ effort: inout Effort
  ) -> [Range<Int>] {
    var finder = MatchFinder(program, backward, length: text.count)
    defer { backward.letGo { finder.contents = [] } }
    finder.record(text, &effort)
    var found: [Range<Int>] = []
    var place = finder.first
    while place <= text.count {
      guard finder.record(at: place, text, &effort) < 0 else {
        place += 1
        continue
      }
      let end = finder.end(ofMatchFrom: place, text, &effort)
      if end > place || end != found.last?.upperBound { found.append(place..<end) }
      place = end > place ? end : end + 1
    }
    return found
  }

  // MARK: From the end

  private mutating func record(_ text: Span<UInt8>, _ effort: inout Effort) {
    var tables = automaton.tables()
    defer { automaton.letGo { tables = AutomatonTables() } }
    var state = 0
    var index = text.count
    breaks = [Break(place: index, state: tables.contents[0])]
    while true {
      effort.characters += 1
      records[index] = Int32(state >> tables.shift)
      let previous = index == 0 ? 0 : UTF8Text.start(before: index, text)
      let generation = tables.generation
      let entry = entry(tables: &tables, state, index, previous, text, &effort)
      if AutomatonTables.Entry.isFound(entry) { records[index] |= Self.start }
      if entry == AutomatonTables.Entry.dead { first = index }
      if entry == AutomatonTables.Entry.dead || index == 0 {
        // Another thread had them forgotten in the last step: nothing since the last break holds.
        if tables.generation != generation, let last = breaks.last {
          breaks.append(Break(place: index - 1, state: last.state))
        }
        break
      }
      state = AutomatonTables.Entry.state(entry)
      index = previous
      if tables.generation != generation {
        breaks.append(Break(place: index, state: tables.contents[state >> tables.shift]))
      }
    }
    contents = tables.contents
  }

  private func entry(
    tables: inout AutomatonTables, _ state: Int, _ index: Int, _ previous: Int, _ text: Span<UInt8>,
    _ effort: inout Effort
  ) -> Int32 {
    var column: Int? = AutomatonTables.edge
    if previous < index {
      let value = UTF8Text.decode(text, at: previous).value
      column = value < 0x80 ? Int(tables.classes[Int(value)]) : tables.column(of: value)
    }
    if let column {
      let known = tables.entry(state, column)
      if known != AutomatonTables.Entry.unknown { return known }
    }
    return automaton.entry(from: state, symbol(previous, index, text), &tables, &effort)
  }

  private func symbol(_ start: Int, _ end: Int, _ text: Span<UInt8>) -> AutomatonCache.Symbol {
    start < end ? .scalar(UTF8Text.scalar(text, at: start)) : .edge
  }

  /// Records the part of the text behind the last break anew, with states of its own: there are no more of them than the
  /// automaton had room for between the two breaks.
  private mutating func passBreak(_ text: Span<UInt8>, _ effort: inout Effort) {
    let left = breaks.removeLast().place
    guard let right = breaks.last else { return }
    var cache = AutomatonCache(TransitionGraph(program, isBackward: true), memory: .max)
    var number = cache.number(of: right.state)
    var index = right.place
    while index > left {
      effort.characters += 1
      records[index] = Int32(number)
      let previous = index == 0 ? 0 : UTF8Text.start(before: index, text)
      let entry = cache.entry(from: number, symbol(previous, index, text), &effort)
      if AutomatonTables.Entry.isFound(entry) { records[index] |= Self.start }
      if entry == AutomatonTables.Entry.dead || index == 0 { break }
      number = AutomatonTables.Entry.state(entry) >> cache.tables.shift
      index = previous
    }
    automaton.letGo { contents = cache.tables.contents }
  }

  private mutating func record(at place: Int, _ text: Span<UInt8>, _ effort: inout Effort) -> Int32 {
    while let last = breaks.last, place > last.place { passBreak(text, &effort) }
    return records[place]
  }

  // MARK: From the start

  private mutating func end(ofMatchFrom start: Int, _ text: Span<UInt8>, _ effort: inout Effort) -> Int {
    var index = start
    var place = 0
    while true {
      let number = Int(record(at: index, text, &effort) & .max)
      place = choose(from: place, at: index, contents[number].nodes, text, &effort)
      if case .match = program.instructions[place] { return index }
      place += 1
      index += UTF8Text.decode(text, at: index).length
    }
  }

  /// The first place, in order of preference, that takes the next character on the way to a match, or that is the match.
  private mutating func choose(
    from start: Int, at index: Int, _ viable: NodeSet, _ text: Span<UInt8>, _ effort: inout Effort
  ) -> Int {
    seen.removeAll()
    stack.removeAll(keepingCapacity: true)
    stack.append(start)
    while let place = stack.popLast() {
      guard seen.insert(place) else { continue }
      effort.places += 1
      switch program.instructions[place] {
      case .match: return place
      case .take: if viable.contains(place) { return place }
      case .jump(let distance): stack.append(place + Int(distance))
      case .split(let first, let second):
        stack.append(place + Int(second))
        stack.append(place + Int(first))
      case .check(let assertion): if holds(assertion, at: index, text) { stack.append(place + 1) }
      }
    }
    preconditionFailure("the first pass said that a match can be completed from here")
  }

  private func holds(_ assertion: Assertion, at index: Int, _ text: Span<UInt8>) -> Bool {
    let before = index > 0 ? UTF8Text.scalar(text, at: UTF8Text.start(before: index, text)) : nil
    let after = index < text.count ? UTF8Text.scalar(text, at: index) : nil
    return assertion.holds(between: program.surroundings(before), and: program.surroundings(after))
  }
}
