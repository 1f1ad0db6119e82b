internal import UnicodeText

/// Works out the states of an automaton when they are first needed, and forgets them all when they take too much memory.
struct AutomatonCache: Sendable {
  /// What is read next from the text.
  enum Symbol {
    case edge
    case scalar(Unicode.Scalar)
  }

  private(set) var tables = AutomatonTables()
  private let graph: TransitionGraph
  private let memory: Int
  private var numbers: [AutomatonState: Int] = [:]
  /// What each column stands for: what an assertion may ask of it, and which sets it is in.
  private var surroundings: [Surroundings] = []
  private var members: [NodeSet] = []
  private var columns: [Column: Int] = [:]
  private var columnMemory = 0
  private var reached: NodeSet
  private var stack: [Int] = []

  private struct Column: Hashable {
    let surroundings: Surroundings
    let members: NodeSet
  }

  /// - Parameter memory: about how many bytes the states may take.
  init(_ graph: TransitionGraph, memory: Int) {
    self.graph = graph
    self.memory = memory
    reached = NodeSet(graph.count)
    prepareColumns()
    forgetStates()
  }

  // MARK: Columns

  private mutating func prepareColumns() {
    surroundings = [Surroundings(isEdge: true)]
    members = [NodeSet(graph.program.sets.count)]
    columns = [:]
    columnMemory = 0
    tables.memo = []
    tables.classes = Array(repeating: 0, count: 128)
    for part in graph.program.indistinctASCII {
      let number = UInt8(column(like: Unicode.Scalar(UInt8(part.trailingZeroBitCount))))
      for value in 0..<128 where part >> UInt128(value) & 1 == 1 { tables.classes[value] = number }
    }
  }

  /// Characters that nothing in the program tells apart share a column.
  private mutating func column(like scalar: Unicode.Scalar) -> Int {
    var sets = NodeSet(graph.program.sets.count)
    let orbit = scalar.value < 0x80 ? [] : CaseFolding.simpleOrbit(scalar)
    for (number, set) in graph.program.sets.enumerated() where set.contains(scalar, orbit: orbit) {
      _ = sets.insert(number)
    }
    let key = Column(surroundings: graph.program.surroundings(scalar), members: sets)
    if let known = columns[key] { return known }
    columns[key] = members.count
    surroundings.append(key.surroundings)
    members.append(sets)
    columnMemory += 64 + 16 * sets.words.count
    return members.count - 1
  }

  private mutating func column(of symbol: Symbol) -> Int {
    guard case .scalar(let scalar) = symbol else { return AutomatonTables.edge }
    if scalar.value < 0x80 { return Int(tables.classes[Int(scalar.value)]) }
    if tables.memo.isEmpty { tables.memo = Array(repeating: 0, count: 256) }
    if let known = tables.column(of: scalar.value) { return known }
    let number = column(like: scalar)
    tables.memo[Int(scalar.value & 0xFF)] = UInt64(scalar.value) << 32 | UInt64(number)
    if number >= 1 << tables.shift { widen() }
    return number
  }

  /// Makes room for more columns: states stay, ways are found again.
  private mutating func widen() {
    while members.count > 1 << tables.shift { tables.shift += 1 }
    tables.entries = Array(repeating: AutomatonTables.Entry.unknown, count: tables.contents.count << tables.shift)
  }

  // MARK: States

  private mutating func forgetStates() {
    tables.generation += 1
    tables.entries = []
    tables.contents = []
    numbers = [:]
    tables.shift = 3
    while members.count > 1 << tables.shift { tables.shift += 1 }
    var effort = Effort()
    begin(after: surroundings[AutomatonTables.edge], &effort)
    _ = number(of: state(after: surroundings[AutomatonTables.edge]))
  }

  private func memory(ofStates count: Int) -> Int {
    count * (4 << tables.shift + 16 * reached.words.count + 128) + columnMemory
  }

  /// The number of a state, which is new to the tables or not.
  mutating func number(of state: AutomatonState) -> Int {
    if let known = numbers[state] { return known }
    if tables.contents.count > 8, memory(ofStates: tables.contents.count + 1) > memory {
      if columnMemory > memory / 2 { prepareColumns() }
      forgetStates()
      return number(of: state)
    }
    let number = tables.contents.count
    tables.contents.append(state)
    numbers[state] = number
    tables.entries += repeatElement(AutomatonTables.Entry.unknown, count: 1 << tables.shift)
    return number
  }

  /// Where a state goes with a symbol: worked out now unless it is known.
  mutating func entry(from number: Int, _ symbol: Symbol, _ effort: inout Effort) -> Int32 {
    let column = column(of: symbol)
    let known = tables.entry(number << tables.shift, column)
    if known != AutomatonTables.Entry.unknown { return known }
    let generation = tables.generation
    let entry = advance(from: number, column, &effort)
    if generation == tables.generation { tables.entries[number << tables.shift + column] = entry }
    return entry
  }

  private mutating func advance(from number: Int, _ column: Int, _ effort: inout Effort) -> Int32 {
    var current = tables.contents[number]
    let next = surroundings[column]
    if current.nodes.intersects(graph.waiting) {
      resolve(&current, next, &effort)
    }
    let found = current.nodes.contains(graph.goal) ? AutomatonTables.Entry.found : 0
    if column == AutomatonTables.edge { return found == 0 ? AutomatonTables.Entry.dead : found }
    begin(after: next, &effort)
    let sets = members[column]
    current.nodes.forEach { node in
      for take in graph.takes(from: node) where sets.contains(Int(take.set)) {
        follow(Int(take.target), after: next, before: nil, &effort)
      }
      effort.places += 1
    }
    let reached = state(after: next)
    if found == 0, graph.isAnchored, reached.nodes.isEmpty { return AutomatonTables.Entry.dead }
    return found | Int32(self.number(of: reached) << tables.shift)
  }

  /// Goes the ways that waited for the next character.
  private mutating func resolve(_ current: inout AutomatonState, _ next: Surroundings, _ effort: inout Effort) {
    let last = current.last
    reached = current.nodes
    current.nodes.forEach(in: graph.waiting) { node in
      for step in graph.steps(from: node) {
        guard let assertion = step.assertion, assertion.waitsForNext, assertion.holds(between: last, and: next) else {
          continue
        }
        follow(Int(step.target), after: last, before: next, &effort)
      }
    }
    current.nodes = reached
  }

  // MARK: Following

  /// A match may begin anywhere, so the seed is always among the places reached.
  private mutating func begin(after last: Surroundings, _ effort: inout Effort) {
    reached.removeAll()
    follow(graph.seed, after: last, before: nil, &effort)
  }

  private func state(after last: Surroundings) -> AutomatonState {
    var nodes = reached
    nodes.formIntersection(graph.kept)
    return AutomatonState(nodes: nodes, last: nodes.intersects(graph.waiting) ? last : Surroundings())
  }

  /// Adds a place and all that can be reached from it without a character.
  private mutating func follow(
    _ start: Int, after last: Surroundings, before next: Surroundings?, _ effort: inout Effort
  ) {
    stack.append(start)
    while let node = stack.popLast() {
      guard reached.insert(node) else { continue }
      effort.places += 1
      for step in graph.steps(from: node) {
        guard let assertion = step.assertion else {
          stack.append(Int(step.target))
          continue
        }
        if assertion.waitsForNext, next == nil { continue }
        if assertion.holds(between: last, and: next ?? Surroundings()) { stack.append(Int(step.target)) }
      }
    }
  }
}

/// What matching cost, for tests of linearity.
struct Effort {
  /// Characters read.
  var characters = 0
  /// Places of the program looked at.
  var places = 0
}
