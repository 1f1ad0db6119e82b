internal import Sharing

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
    /// Most instructions that a pattern may compile to, about one for each character that it can take. What a character
    /// of a text costs at worst grows with them.
    public var programSize = 50_000
    /// Whether it is worked out what every match holds, for `LinearRegex.requiredTexts`.
    public var notesRequiredTexts = false

    public init() {}
  }

  /// The pattern as written.
  public let pattern: String
  /// Texts of which every match holds one; nil where none are known, or the options do not ask for them.
  public let requiredTexts: RequiredTexts?
  /// How many instructions it compiles to.
  public var programSize: Int { program.instructions.count }
  private let machine: Deferred<RegexMachine>
  private var program: RegexProgram { machine.made.program }
  private var forward: LazyAutomaton { machine.made.forward }
  private var backward: LazyAutomaton { machine.made.backward }

  /// Throws where the pattern is no regular expression of RE2, is longer than 65,536 bytes, nests groups more than 999
  /// deep or compiles to too large a program.
  public convenience init(_ pattern: String, options: Options = Options()) throws(RegexSyntaxError) {
    try self.init(pattern, options: options, memory: LazyAutomaton.memory)
  }

  init(_ pattern: String, options: Options, memory: Int) throws(RegexSyntaxError) {
    self.pattern = pattern
    var parser = PatternParser(pattern, options: options)
    machine = Deferred(RegexMachine(try parser.parse(), memory: memory))
    requiredTexts = parser.builder.requiredTexts
  }

  /// A pattern that is known to be one, as an earlier `init` with the same options found. It is compiled when it is first
  /// needed.
  public init(known pattern: String, requiring texts: RequiredTexts?, options: Options = Options()) {
    self.pattern = pattern
    requiredTexts = texts
    var options = options
    options.notesRequiredTexts = false
    machine = Deferred { [options] in
      var parser = PatternParser(pattern, options: options)
      do throws(RegexSyntaxError) {
        return RegexMachine(try parser.parse(), memory: LazyAutomaton.memory)
      } catch {
        preconditionFailure("a known pattern compiles: \(error.message)")
      }
    }
  }

  /// Does now, with a small pattern, what Swift's runtime would do when the first pattern is matched.
  public static func prepare() {
    let pattern = try? LinearRegex("(?i)[ab]\\b", options: Options())
    _ = pattern?.replacingMatches(in: "a", with: " ")
  }

  /// Whether a match is possible, as far as `requiredTexts` say. False where the text holds none of them; so it does
  /// then of a text in which parts of that text are replaced by spaces.
  ///
  /// - Complexity: linear in `requiredTexts` where the text holds no two neighbouring bytes of theirs.
  public func mayBeFound(in text: FoldedText) -> Bool { requiredTexts?.mayBe(in: text) ?? true }

  /// Whether the pattern matches anywhere in the text.
  ///
  /// - Complexity: linear in the text, up to the end of the first match; one look-up a character once the tables are
  ///   warm.
  public func isFound(in text: String) -> Bool {
    var effort = Effort()
    return isFound(in: text, &effort)
  }

  func isFound(in text: String, _ effort: inout Effort) -> Bool {
    text.withUTF8Span { forward.isFound(in: $0, &effort) }
  }

  /// The text with every match replaced, from left to right; of the matches that begin at one place the first
  /// alternative wins, as in Perl. An empty match right behind another match does not count.
  ///
  /// - Complexity: linear in the text, for all matches together.
  public func replacingMatches(in text: String, with replacement: String) -> String {
    var effort = Effort()
    guard isFound(in: text, &effort) else { return text }
    return text.withUTF8Span { bytes in
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count)
      var copied = 0
      for match in MatchFinder.matches(of: program, backward, in: bytes, &effort) {
        for index in copied..<match.lowerBound { out.append(bytes[index]) }
        out += replacement.utf8
        copied = match.upperBound
      }
      for index in copied..<bytes.count { out.append(bytes[index]) }
      return String(decoding: out, as: UTF8.self)
    }
  }

  /// The ranges, in code points, of all matches that do not overlap, from left to right.
  ///
  /// - Complexity: linear in the text, for all matches together.
  public func matches(in text: String) -> [Range<Int>] {
    var effort = Effort()
    return matches(in: text, &effort)
  }

  func matches(in text: String, _ effort: inout Effort) -> [Range<Int>] {
    text.withUTF8Span { bytes in
      var (offset, codePoints) = (0, 0)
      func codePoint(at end: Int) -> Int {
        while offset < end {
          if bytes[offset] & 0xC0 != 0x80 { codePoints += 1 }
          offset += 1
        }
        return codePoints
      }
      return MatchFinder.matches(of: program, backward, in: bytes, &effort).map { match in
        let start = codePoint(at: match.lowerBound)
        return start..<codePoint(at: match.upperBound)
      }
    }
  }
}

/// A compiled pattern.
private final class RegexMachine: Sendable {
  let program: RegexProgram
  let forward: LazyAutomaton
  let backward: LazyAutomaton

  init(_ program: RegexProgram, memory: Int) {
    self.program = program
    forward = LazyAutomaton(program, isBackward: false, memory: memory)
    backward = LazyAutomaton(program, isBackward: true, memory: memory)
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
