internal import Synchronization

/// The named patterns that texts are held against.
///
/// What hit a text is remembered: many rules hold the same names against the same patterns, and in a stream so do many
/// projects. The memory is bounded, and changes nothing but the time.
struct PatternBook: Sendable {
  private let patterns: [TextPattern]
  private let indexes: [String: Int]
  private let memory = Memory()

  private final class Memory: Sendable {
    /// For each text, by its bytes, what each pattern said; nil where it was not asked. Texts that are only canonically
    /// equivalent are different texts to a pattern.
    let known = Mutex<[[UInt8]: [Bool?]]>([:])
  }

  private static let mostTexts = 1_000
  private static let longestText = 1_000

  init(_ patterns: [TextPattern]) {
    self.patterns = patterns
    var indexes: [String: Int] = [:]
    for (index, pattern) in patterns.enumerated() { indexes[pattern.name] = index }
    self.indexes = indexes
  }

  /// The first of the named patterns that hits the text.
  func firstHit(_ names: [String], in text: String) -> TextPattern? {
    let bytes = Array(text.utf8)
    var known = memory.known.withLock { $0[bytes] } ?? []
    let before = known
    defer { if known != before { remember(known, of: bytes) } }
    for name in names {
      guard let index = indexes[name] else { continue }
      if known.isEmpty { known = Array(repeating: nil, count: patterns.count) }
      let hits = known[index] ?? patterns[index].hits(text)
      known[index] = hits
      if hits { return patterns[index] }
    }
    return nil
  }

  private func remember(_ known: [Bool?], of text: [UInt8]) {
    guard text.count <= Self.longestText else { return }
    memory.known.withLock { memory in
      if memory.count >= Self.mostTexts, memory[text] == nil { memory.removeAll(keepingCapacity: true) }
      memory[text] = known
    }
  }

  /// What the patterns mean, for saying what is required. Patterns that mean the same are named once.
  func meanings(_ names: [String]) -> String {
    var meanings: [String] = []
    for name in names {
      guard let meaning = indexes[name].map({ patterns[$0].meaning.lowercasedFirst }), !meanings.contains(meaning)
      else { continue }
      meanings.append(meaning)
    }
    return meanings.listed("or")
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
