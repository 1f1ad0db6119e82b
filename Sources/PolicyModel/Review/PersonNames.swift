public import CEL
internal import UnicodeText

/// Judges the names in review records by the rules for names in projects: the tool obeys its own rule.
public struct PersonNames: Sendable {
  private let reading: AnswerReading
  private let patterns: PatternBook
  private let unwanted: [String]
  private let comparison: NameComparison

  public init(_ foundation: Foundation) { self.init(foundation, AnswerReading(foundation.answerRules)) }

  init(_ foundation: Foundation, _ reading: AnswerReading) {
    self.reading = reading
    patterns = PatternBook(foundation.patterns)
    unwanted = foundation.reviewLimits.namePatterns
    comparison = NameComparison(titles: reading.rules.nameTitles)
  }

  /// The cleaned name where it is that of a person or post; nil where it is missing, says nothing, or reads as that of
  /// a machine, a supplier or a body without a face.
  public func good(_ name: String?) -> String? {
    guard let text = said(name), patterns.firstHit(unwanted, in: text) == nil else { return nil }
    return text
  }

  /// Whether a text is there and says something.
  public func saysSomething(_ text: String?) -> Bool { said(text) != nil }

  /// How many words a text has; none where it says nothing.
  public func words(_ text: String) -> Int { said(text).map { CleanedText.words($0).count } ?? 0 }

  /// Whether two names are those of different people.
  public func differ(_ first: String, _ second: String) -> Bool { comparison.differ(first, second) }

  /// Whether the words of one of the listed texts stand in a row in a name.
  public func mentions(_ texts: Value, in name: String) -> Bool {
    let words = CleanedText.words(name)
    return (texts.texts ?? []).contains { words.containsInARow(CleanedText.words($0)) }
  }

  private func said(_ text: String?) -> String? {
    guard let text, case .text(let cleaned) = reading.cleaning.clean(text), !cleaned.isEmpty else { return nil }
    return reading.placeholders.kind(of: cleaned) == nil ? cleaned : nil
  }
}
