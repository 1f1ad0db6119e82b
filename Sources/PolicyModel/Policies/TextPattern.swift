public import Diagnostics
public import LinearTimeRegex

/// A named set of regular expressions that hits texts, with exceptions.
public struct TextPattern: Sendable {
  /// Whether rules become stricter as it hits more texts, or as it hits fewer.
  public enum Direction: String, Sendable, CaseIterable {
    case more, fewer
  }

  public let name: String
  public let meaning: String
  public let tighten: Direction
  /// One of these is to be found …
  public internal(set) var match: [LinearRegex]
  /// … after every part that one of these matches was replaced by a space, in this order.
  public internal(set) var except: [LinearRegex]
  public let location: Location

  /// How its expressions are read.
  static let options: LinearRegex.Options = {
    var options = LinearRegex.Options()
    options.wordsOfAnyScript = true
    options.notesRequiredTexts = true
    // No budget bounds what texts are held against: patterns of words are far below.
    options.programSize = 2_000
    return options
  }()

  /// Whether the cleaned text is hit.
  ///
  /// - Complexity: linear in the text.
  public func hits(_ text: String) -> Bool {
    var folded = FoldedText(text)
    // Spaces in the place of exceptions can't make it hold what it does not hold as it is.
    guard match.contains(where: { $0.mayBeFound(in: folded) }) else { return false }
    var rest = text
    for exception in except where exception.mayBeFound(in: folded) && exception.isFound(in: rest) {
      rest = exception.replacingMatches(in: rest, with: " ")
      folded = FoldedText(rest)
    }
    return match.contains { $0.mayBeFound(in: folded) && $0.isFound(in: rest) }
  }
}
