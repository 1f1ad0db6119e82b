import Foundation

/// Texts as field_rules and operators of requirements.yaml describe them.
enum Texts {
  /// NFKC, without characters that nothing is seen of (category Cf; control characters; what is nobody's or somebody's own; and
  /// what is to be ignored where it is not known), every run of white space one space, none at the ends.
  static func cleaned(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    var hasPendingSpace = false
    let seen = text.unicodeScalars.filter {
      let properties = $0.properties
      let isBlank = properties.isWhitespace || (0x1C...0x1F).contains($0.value)
      let isNothing =
        [.format, .control, .privateUse, .unassigned].contains(properties.generalCategory)
        || properties.isDefaultIgnorableCodePoint || $0 == "\u{FFFC}"
      return isBlank || !isNothing
    }
    for scalar in String(String.UnicodeScalarView(seen)).precomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value) || scalar == "\u{2800}" {
        hasPendingSpace = true
        continue
      }
      if hasPendingSpace && !cleaned.isEmpty { cleaned.append(" ") }
      hasPendingSpace = false
      cleaned.append(scalar)
    }
    return String(cleaned)
  }

  /// Without the difference of letter case.
  static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { folded.append(contentsOf: Self.folded(scalar)) }
    return String(folded)
  }

  /// Maximal runs of letters, digits and combining marks, case-folded.
  static func words(_ cleaned: String) -> [String] { runs(cleaned).map { folded($0) } }

  static func runs(_ cleaned: String) -> [String] {
    cleaned.unicodeScalars.split { !isWordScalar($0) }.map { String(String.UnicodeScalarView($0)) }
  }

  /// How many different letters and digits there are, letter case apart.
  static func differentLetters(_ cleaned: String) -> Int {
    var seen = Set<String>()
    for scalar in cleaned.unicodeScalars where isLetterOrDigit(scalar) { seen.insert(folded(String(scalar))) }
    return seen.count
  }

  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: isLetterOrDigit(scalar)
    }
  }

  /// Upper case first, so that forms with one upper case are one; the dotless i has the upper case of another letter.
  private static func folded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    if scalar.value == 0x131 { return String(scalar).unicodeScalars }
    var folded = String.UnicodeScalarView()
    for upper in scalar.properties.uppercaseMapping.unicodeScalars {
      folded.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
    }
    return folded
  }
}

extension Requirements {
  /// Whether a cleaned text says that there is no answer yet. The requirements ask for equal texts; marks around the words, or
  /// between single letters, make no answer of them either: `N/A.` and `t.b.d.` say nothing.
  func isPlaceholder(_ cleaned: String) -> Bool {
    let folded = Texts.folded(cleaned)
    let said = Self.bare(folded)
    return placeholderWords.union(["unknown"]).contains { $0 == folded || !said.isEmpty && Self.bare($0) == said }
  }

  private static func bare(_ folded: String) -> [String] {
    let runs = Texts.runs(folded)
    let isSpelt = runs.count > 1 && runs.allSatisfy { $0.unicodeScalars.count == 1 }
    return isSpelt ? [runs.joined()] : runs
  }

  /// Whether a word holds both a letter A-Z or a-z and one of the letters that look like them.
  func hasLookalike(_ cleaned: String) -> Bool {
    Texts.runs(cleaned).contains { run in
      run.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
        && run.unicodeScalars.contains { lookalikeLetters.contains($0) }
    }
  }

  /// Whether a cleaned text counts as the empty text.
  func saysNothing(_ cleaned: String, isShort: Bool) -> Bool {
    noneWords.contains(Texts.words(cleaned)) || Texts.differentLetters(cleaned) < (isShort ? 1 : 2)
  }

  /// The words of a name without titles, which stay where there is nothing else.
  func nameWords(_ cleaned: String) -> [String] {
    let words = Texts.words(cleaned)
    let withoutTitles = words.filter { !nameTitles.contains($0) }
    return withoutTitles.isEmpty ? words : withoutTitles
  }
}
