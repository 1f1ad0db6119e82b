internal import Sharing

/// The named patterns that texts are held against.
///
/// What hit a text is remembered: many rules hold the same names against the same patterns, and in a stream so do many
/// projects. The memory is bounded, and changes nothing but the time.
struct PatternBook: Sendable {
  private let patterns: [TextPattern]
  private let indexes: [String: Int]
  private let memory = Memory()

  private final class Memory: Sendable {
    let known = Mutex<[String: Known]>([:])
  }

  /// What each pattern said of a text; nil where it was not asked.
  private struct Known {
    /// As a key it stands for all that are canonically equivalent to it, which are different texts to a pattern.
    let text: String
    var hits: [Bool?]
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
    var known = recall(text)
    var isNew = false
    defer { if isNew { remember(known) } }
    for name in names {
      guard let index = indexes[name] else { continue }
      let hits: Bool
      if let before = known.hits[index] {
        hits = before
      } else {
        hits = patterns[index].hits(text)
        known.hits[index] = hits
        isNew = true
      }
      if hits { return patterns[index] }
    }
    return nil
  }

  private func recall(_ text: String) -> Known {
    if text.utf8.count <= Self.longestText, let known = memory.known.withLock({ $0[text] }),
      known.text.hasBytes(of: text)
    {
      return known
    }
    return Known(text: text, hits: Array(repeating: nil, count: patterns.count))
  }

  private func remember(_ known: Known) {
    guard known.text.utf8.count <= Self.longestText else { return }
    memory.known.withLock { memory in
      if memory.count >= Self.mostTexts, memory[known.text] == nil { memory.removeAll(keepingCapacity: true) }
      memory[known.text] = known
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
  /// Whether two texts are the same byte for byte, and not only canonically equivalent.
  fileprivate func hasBytes(of other: String) -> Bool {
    let (bytes, others) = (utf8Span.span, other.utf8Span.span)
    guard bytes.count == others.count else { return false }
    for index in bytes.indices where bytes[index] != others[index] { return false }
    return true
  }

  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + String(dropFirst()) }
}
