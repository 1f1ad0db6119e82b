/// What is said about patterns, in one place.
extension RegexSyntaxError {
  private init(_ message: String, _ range: Range<Int>, _ remedy: String? = nil) {
    self.init(message: message, range: range, remedy: remedy)
  }

  static func backReference(at range: Range<Int>) -> Self {
    Self("back-references are not supported", range, "write the text out again")
  }

  static func backwardsRange(at range: Range<Int>) -> Self { Self("the range runs backwards", range) }

  static func classEndsRange(at range: Range<Int>) -> Self {
    Self("a range cannot end with a class", range, "write `\\-` for the character `-`")
  }

  static func classNotClosed(at range: Range<Int>) -> Self { Self("the class is not closed", range, "add `]`") }

  static func countTooLarge(_ most: Int, at range: Range<Int>) -> Self { Self("a count above \(most)", range) }

  static func countsMultiply(_ most: Int, at range: Range<Int>) -> Self {
    Self("counts inside each other that come to more than \(most)", range, "use smaller counts")
  }

  static func countsReversed(at range: Range<Int>) -> Self {
    Self("the largest count is below the smallest", range)
  }

  static func groupNotClosed(at range: Range<Int>) -> Self { Self("the group is not closed", range, "add `)`") }

  static func groupsTooDeep(_ deepest: Int, at range: Range<Int>) -> Self {
    Self("more than \(deepest) groups stand inside each other", range)
  }

  static func loneBackslash(at range: Range<Int>) -> Self {
    Self("a lone `\\`", range, "write `\\\\` for the character")
  }

  static func lookAround(at range: Range<Int>) -> Self {
    Self("look-around is not supported", range, "match the text around it, or use two patterns")
  }

  static func nameNotClosed(at range: Range<Int>) -> Self { Self("the name is not closed", range, "add `}`") }

  static func noClass(named name: String, near: String?, at range: Range<Int>) -> Self {
    Self("no class of characters is named `\(name)`", range, near.map { "write `\($0)`" })
  }

  static func noClassName(at range: Range<Int>) -> Self {
    Self("expected the name of a class of characters", range, "write `\\pL` or `\\p{Greek}`")
  }

  static func noCodePoint(at range: Range<Int>) -> Self { Self("this is no code point", range, "write `\\x{1F600}`") }

  static func noFlag(_ flag: String, at range: Range<Int>) -> Self {
    Self("`\(flag)` is no flag", range, "the flags are `i`, `m`, `s` and `U`")
  }

  static func noFlags(at range: Range<Int>) -> Self { Self("expected a flag behind `-`", range) }

  static func noGroupName(at range: Range<Int>) -> Self {
    Self("this is no name of a group", range, "use letters of ASCII, digits and `_`, then `>`")
  }

  static func nothingToRepeat(_ sign: String, at range: Range<Int>) -> Self {
    Self("nothing to repeat before `\(sign)`", range, "write `\\\(sign)` for the character")
  }

  static func patternTooLong(_ longest: Int, at range: Range<Int>) -> Self {
    Self("the pattern has more than \(longest) bytes", range, "use several patterns")
  }

  static func possessive(at range: Range<Int>) -> Self {
    Self("possessive repetitions are not supported", range, "leave the second `+` out: no text is tried twice here")
  }

  static func programTooLarge(at range: Range<Int>) -> Self {
    Self(
      "the pattern is too large once its repetitions are written out", range, "use smaller counts, or several patterns")
  }

  static func repeatedRepetition(at range: Range<Int>) -> Self {
    Self("a repetition of a repetition", range, "put a group around the first")
  }

  static func unknownEscape(_ escape: String, instead: String?, at range: Range<Int>) -> Self {
    Self("the escape `\\\(escape)` is not known", range, instead ?? "write `\\\\` for a backslash")
  }

  static func unsupportedGroup(_ opening: String, instead: String?, at range: Range<Int>) -> Self {
    Self("groups that begin with `\(opening)` are not supported", range, instead)
  }

  static func unopenedGroup(at range: Range<Int>) -> Self {
    Self("`)` closes no group", range, "write `\\)` for the character")
  }
}
