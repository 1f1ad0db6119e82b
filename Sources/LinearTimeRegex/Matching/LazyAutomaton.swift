internal import Sharing

/// An automaton that follows all alternatives of a program at once, one look-up a character, and is worked out as texts
/// need it. Several threads may use it: each reads a copy of the tables, and only what they lack is worked out under a
/// lock.
final class LazyAutomaton: Sendable {
  /// About how many bytes an automaton may take before it forgets what it worked out.
  static let memory = 1 << 20

  private let program: RegexProgram
  private let isBackward: Bool
  private let memory: Int
  private let cache = Mutex<AutomatonCache?>(nil)

  init(_ program: RegexProgram, isBackward: Bool, memory: Int = memory) {
    self.program = program
    self.isBackward = isBackward
    self.memory = memory
  }

  func tables() -> AutomatonTables {
    cache.withLock { cache in
      if let known = cache { return known.tables }
      let made = AutomatonCache(TransitionGraph(program, isBackward: isBackward), memory: memory)
      cache = made
      return made.tables
    }
  }

  /// The number that a state has now.
  func number(of state: AutomatonState, _ tables: inout AutomatonTables) -> Int {
    return cache.withLock { cache in
      tables = AutomatonTables()
      let number = cache?.number(of: state) ?? 0
      tables = cache?.tables ?? tables
      return number
    }
  }

  /// Where a state goes with a symbol that the tables had no entry for; the tables are brought up to date.
  func entry(from state: Int, _ symbol: AutomatonCache.Symbol, _ tables: inout AutomatonTables, _ effort: inout Effort)
    -> Int32
  {
    return cache.withLock { cache in
      let content = tables.contents[state >> tables.shift]
      let (shift, generation) = (tables.shift, tables.generation)
      // The tables grow in place only while nobody else holds them.
      tables = AutomatonTables()
      guard var known = cache.take() else { return AutomatonTables.Entry.dead }
      defer {
        tables = known.tables
        cache = known
      }
      let number = generation == known.tables.generation ? state >> shift : known.number(of: content)
      return known.entry(from: number, symbol, &effort)
    }
  }

  /// Does what lets go of tables.
  func letGo(_ drop: () -> Void) { cache.letGo(drop) }

  /// Whether the program matches anywhere in a text.
  func isFound(in text: Span<UInt8>, _ effort: inout Effort) -> Bool {
    var tables = tables()
    defer { letGo { tables = AutomatonTables() } }
    var index = 0
    var state = 0
    while true {
      let start = index
      var entry = tables.follow(text, &index, &state)
      effort.characters += index - start + 1
      if entry == AutomatonTables.Entry.unknown {
        let symbol = index < text.count ? AutomatonCache.Symbol.scalar(UTF8Text.scalar(text, at: index)) : .edge
        entry = self.entry(from: state, symbol, &tables, &effort)
      }
      if entry == AutomatonTables.Entry.dead { return false }
      if AutomatonTables.Entry.isFound(entry) { return true }
      state = Int(entry)
      index += UTF8Text.decode(text, at: index).length
    }
  }
}
