/// A kind of diagnostic, explained: what `explain` says of a code.
public struct DiagnosticCode: Sendable {
  /// What an example is a piece of.
  public enum Language: String, Sendable, CaseIterable {
    case project = "a project description"
    case review = "a review record"
    case pack = "a policy pack"
    case policies = "a foundation with a pack"
    case tests = "the cases of a pack"
    case assessment = "a file of an assessment"
    case expression = "an expression"
  }

  /// A text that gives the diagnostic, and the same text mended.
  public struct Example: Sendable {
    public let language: Language
    public let wrong: String
    public let right: String

    public init(_ language: Language, wrong: String, right: String) {
      self.language = language
      self.wrong = wrong
      self.right = right
    }

    /// The right text is the wrong one with the first `old` replaced.
    public init(_ language: Language, _ wrong: String, mend old: String, to new: String) {
      self.init(language, wrong: wrong, right: wrong.replacingFirst(old, by: new))
    }
  }

  /// `project.unknown-field`.
  public let id: String
  /// What it says and why it matters, in plain sentences.
  public let meaning: String
  /// What to do about it.
  public let remedy: String
  /// Nil where it hangs on more than a short text can show.
  public let example: Example?

  public init(_ id: String, _ meaning: String, remedy: String, example: Example? = nil) {
    self.id = id
    self.meaning = meaning
    self.remedy = remedy
    self.example = example
  }
}

extension String {
  /// The text with the first `old` replaced; as it is where there is none.
  package func replacingFirst(_ old: String, by new: String) -> String {
    let (bytes, searched) = (Array(utf8), Array(old.utf8))
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: searched) }) else { return self }
    return String(decoding: bytes[..<start] + Array(new.utf8) + bytes[(start + searched.count)...], as: UTF8.self)
  }
}
