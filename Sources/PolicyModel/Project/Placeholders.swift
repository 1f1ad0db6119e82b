internal import UnicodeText

/// The words that stand where an answer should: `unknown`, and those that the foundation lists.
struct Placeholders {
  enum Kind {
    case unknown, placeholder
  }

  private static let unknown = "unknown"

  private let words: Set<String>
  /// Those of ASCII as bytes, by how many they are.
  private let ascii: [[[UInt8]]]
  /// In bytes; no longer text is one of them, however its letters are folded.
  private let longest: Int

  init(_ rules: AnswerRules) {
    words = rules.placeholderWords.union([Self.unknown])
    let bytes = words.sorted().map { Array($0.utf8) }
    let most = bytes.map(\.count).max() ?? 0
    longest = 3 * most
    ascii = (0...most).map { count in bytes.filter { $0.count == count && $0.allSatisfy { $0 < 0x80 } } }
  }

  /// What a text stands in for; nil where it says something of its own.
  func kind(of text: String) -> Kind? {
    let cleaned = CleanedText.clean(text)
    guard cleaned.utf8.count <= longest else { return nil }
    if let isListed = listsASCII(cleaned), !isListed { return nil }
    let folded = CaseFolding.fold(cleaned)
    if folded == Self.unknown { return .unknown }
    return words.contains(folded) ? .placeholder : nil
  }

  /// Whether it is one of the words of ASCII; nil where there is anything but ASCII in it.
  private func listsASCII(_ text: String) -> Bool? {
    let span = text.utf8Span.span
    for index in span.indices where span[index] >= 0x80 { return nil }
    guard span.count < ascii.count else { return false }
    return ascii[span.count].contains { word in
      for index in span.indices {
        let byte = span[index]
        let letter = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        if letter != word[index] { return false }
      }
      return true
    }
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
