internal import UnicodeText

/// The words that stand where an answer should: `unknown`, and those that the foundation lists.
struct Placeholders {
  enum Kind {
    case unknown, placeholder
  }

  private static let unknown = "unknown"

  private let texts: Set<String>
  /// The same as words, whatever stands between and around them.
  private let sequences: Set<[String]>
  /// Hashes of the letters and digits of those of ASCII, so few that going through them takes less than a table; in order, so
  /// that the same words always give the same list.
  private let letters: [UInt64]
  /// In bytes; no longer text is one of them, however its letters are folded.
  private let longest: Int

  init(_ rules: AnswerRules) {
    texts = rules.placeholderWords.union([Self.unknown])
    sequences = Set(texts.map { Self.words($0) }.filter { !$0.isEmpty })
    letters = texts.compactMap { Self.letters($0) }.sorted()
    longest = 3 * (texts.map(\.utf8.count).max() ?? 0)
  }

  /// What a text stands in for; nil where it says something of its own.
  func kind(of text: String) -> Kind? {
    // Nearly all texts end here: cleaning changes neither letters nor digits of ASCII.
    if let found = Self.letters(text), !letters.contains(found) { return nil }
    let cleaned = CleanedText.clean(text)
    guard cleaned.utf8.count <= longest else { return nil }
    let folded = CaseFolding.fold(cleaned)
    let words = Self.words(folded)
    if folded == Self.unknown || words == [Self.unknown] { return .unknown }
    return texts.contains(folded) || sequences.contains(words) ? .placeholder : nil
  }

  /// A full stop makes no answer of `tbd`, nor do several of `t.b.d.`
  private static func words(_ text: String) -> [String] {
    let words = CleanedText.words(text)
    return words.count > 1 && words.allSatisfy { $0.unicodeScalars.count == 1 } ? [words.joined()] : words
  }

  /// A hash of the letters and digits, letter case apart; nil where there is anything but ASCII in the text.
  private static func letters(_ text: String) -> UInt64? {
    let span = text.utf8Span.span
    // Fowler, Noll and Vo's, as FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in span.indices {
      let byte = span[index]
      switch byte {
      case 0x30...0x39, 0x61...0x7A: hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      case 0x41...0x5A: hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
      case 0x80...: return nil
      default: break
      }
    }
    return hash
  }
}

/// What answers are read by, worked out once for all projects.
struct AnswerReading {
  let rules: AnswerRules
  let cleaning: TextCleaning
  let placeholders: Placeholders

  init(_ rules: AnswerRules) {
    self.rules = rules
    cleaning = TextCleaning(rules)
    placeholders = Placeholders(rules)
  }
}
