internal import UnicodeText

/// What a text says, once what only looks different is the same and what says nothing is empty.
struct TextCleaning {
  enum Outcome {
    /// Empty where it says "none" or nothing at all.
    case text(String)
    /// A word that mixes Latin letters with letters that look like them.
    case lookalike(String)
  }

  private let rules: AnswerRules
  /// No text of more words says "none" …
  private let mostNoneWords: Int
  /// … or of more letters and digits of ASCII.
  private let mostNoneLetters: Int

  init(_ rules: AnswerRules) {
    self.rules = rules
    mostNoneWords = rules.noneWords.map(\.count).max() ?? 0
    mostNoneLetters = rules.noneWords.map { $0.reduce(0) { $0 + $1.utf8.count } }.max() ?? 0
  }

  /// Whether a cleaned text says "none".
  func isNone(_ cleaned: String) -> Bool {
    if hasLetters(cleaned, beyond: mostNoneLetters) { return false }
    return rules.noneWords.contains(CleanedText.words(cleaned, atMost: mostNoneWords + 1))
  }

  func clean(_ text: String, isShort: Bool = false) -> Outcome {
    let isPlain = CleanedText.isPlain(text)
    let cleaned = isPlain ? text : CleanedText.clean(text)
    if !isPlain, let word = lookalikeWord(cleaned) { return .lookalike(word) }
    if isNone(cleaned) { return .text("") }
    return .text(saysSomething(cleaned, atLeast: isShort ? 1 : 2) ? cleaned : "")
  }

  /// Whether there are more letters and digits of ASCII.
  private func hasLetters(_ text: String, beyond most: Int) -> Bool {
    let span = text.utf8Span.span
    guard span.count > most else { return false }
    var count = 0
    for index in span.indices where count <= most {
      switch span[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: count += 1
      default: break
      }
    }
    return count > most
  }

  /// Whether so many different letters or digits occur, letter case apart.
  private func saysSomething(_ text: String, atLeast count: Int) -> Bool {
    if let most = asciiLetters(text, atMost: count) { return most >= count }
    var seen: Set<String> = []
    for scalar in text.unicodeScalars where ScalarClass.isLetterOrNumber(scalar) {
      seen.insert(CaseFolding.fold(String(Character(scalar))))
      if seen.count >= count { return true }
    }
    return false
  }

  /// How many different letters and digits there are, counted as far as asked; nil where there is anything but ASCII
  /// before.
  private func asciiLetters(_ text: String, atMost most: Int) -> Int? {
    let span = text.utf8Span.span
    var (seen, count): (UInt128, Int) = (0, 0)
    for index in span.indices where count < most {
      var byte = span[index]
      switch byte {
      case 0x30...0x39, 0x61...0x7A: break
      case 0x41...0x5A: byte += 0x20
      case 0x80...: return nil
      default: continue
      }
      if seen & 1 << byte == 0 { count += 1 }
      seen |= 1 << byte
    }
    return count
  }

  private func lookalikeWord(_ text: String) -> String? {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    var word = String.UnicodeScalarView()
    var hasLatin = false
    var hasLookalike = false
    for scalar in text.unicodeScalars + [" "] {
      if ScalarClass.isWordPart(scalar) {
        word.append(scalar)
        hasLatin = hasLatin || scalar.isASCII && scalar.properties.isAlphabetic
        hasLookalike = hasLookalike || rules.isLookalike(scalar)
      } else {
        if hasLatin, hasLookalike { return String(word) }
        word.removeAll()
        (hasLatin, hasLookalike) = (false, false)
      }
    }
    return nil
  }
}
