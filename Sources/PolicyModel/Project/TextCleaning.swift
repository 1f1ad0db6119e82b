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

  init(_ rules: AnswerRules) {
    self.rules = rules
  }

  func clean(_ text: String, isShort: Bool = false) -> Outcome {
    let cleaned = CleanedText.clean(text)
    if let word = lookalikeWord(cleaned) { return .lookalike(word) }
    if rules.noneWords.contains(CleanedText.words(cleaned)) { return .text("") }
    return .text(saysSomething(cleaned, atLeast: isShort ? 1 : 2) ? cleaned : "")
  }

  /// Whether so many different letters or digits occur, letter case apart.
  private func saysSomething(_ text: String, atLeast count: Int) -> Bool {
    var seen: Set<String> = []
    for scalar in text.unicodeScalars where ScalarClass.isLetterOrNumber(scalar) {
      seen.insert(CaseFolding.fold(String(Character(scalar))))
      if seen.count >= count { return true }
    }
    return false
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
        hasLookalike = hasLookalike || rules.lookalikeLetters.contains(scalar)
      } else {
        if hasLatin, hasLookalike { return String(word) }
        word.removeAll()
        (hasLatin, hasLookalike) = (false, false)
      }
    }
    return nil
  }
}
