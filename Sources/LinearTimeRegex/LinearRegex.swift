/// A regular expression in the syntax of RE2, matched in time linear in the text whatever the pattern.
///
/// ```swift
/// let regex = try LinearRegex("(?i)fully\\s+autonomous")
/// regex.isFound(in: "a Fully  Autonomous turret")  // true
/// ```
///
/// It has no look-around and no back-references: with them no engine can promise linear time. Texts are matched code
/// point by code point, without normalisation.
public final class LinearRegex: Sendable {
  /// How a pattern is read.
  public struct Options: Sendable {
    /// Whether `\w` is a letter or digit of any script (general categories L and N) or `_`, and `\b` the edge of such a
    /// run; otherwise both are of ASCII, as in RE2.
    public var wordsOfAnyScript = false
    /// Most instructions that a pattern may compile to.
    public var programSize = 20_000

    public init() {}
  }

  /// The pattern as written.
  public let pattern: String
  private let program: RegexProgram
  private let automaton: LazyAutomaton

  /// Throws where the pattern is no regular expression of RE2 or compiles to too large a program.
  public init(_ pattern: String, options: Options = Options()) throws(RegexSyntaxError) {
    self.pattern = pattern
    var parser = PatternParser(pattern, options: options)
    let node = try parser.parse()
    program = try ProgramBuilder.build(node, options: options, patternLength: pattern.utf8.count)
    automaton = LazyAutomaton(program)
  }

  /// Whether the pattern matches anywhere in the text.
  ///
  /// - Complexity: linear in the text; a text of ASCII takes one table look-up a byte once the table is warm.
  public func isFound(in text: String) -> Bool {
    if let found = automaton.isFound(in: text) { return found }
    return ThreadedMatcher(program).firstMatch(in: Array(text.unicodeScalars), from: 0) != nil
  }

  /// The text with every match replaced, from left to right; of the matches that begin at one place the first
  /// alternative wins, as in Perl. An empty match right behind another match does not count.
  ///
  /// - Complexity: linear in the text for each match.
  public func replacingMatches(in text: String, with replacement: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var copied = 0
    for match in matches(in: scalars) {
      out.append(contentsOf: scalars[copied..<match.lowerBound])
      out.append(contentsOf: replacement.unicodeScalars)
      copied = match.upperBound
    }
    out.append(contentsOf: scalars[copied...])
    return String(out)
  }

  /// The ranges, in code points, of all matches that do not overlap, from left to right.
  public func matches(in text: String) -> [Range<Int>] { matches(in: Array(text.unicodeScalars)) }

  private func matches(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let matcher = ThreadedMatcher(program)
    var from = 0
    while from <= scalars.count, let match = matcher.firstMatch(in: scalars, from: from) {
      if !match.isEmpty || match.lowerBound != found.last?.upperBound { found.append(match) }
      from = match.isEmpty ? match.upperBound + 1 : match.upperBound
    }
    return found
  }
}

/// Why a text is no regular expression.
public struct RegexSyntaxError: Error, Hashable {
  /// Lowercase, without a full stop.
  public let message: String
  /// The wrong part, in UTF-8 offsets of the pattern.
  public let range: Range<Int>
  /// What to write instead, where that is known.
  public let remedy: String?
}
