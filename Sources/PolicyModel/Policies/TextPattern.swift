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
    return options
  }()

  /// Whether the cleaned text is hit.
  ///
  /// - Complexity: linear in the text.
  public func hits(_ text: String) -> Bool {
    var rest = text
    for exception in except where exception.isFound(in: rest) {
      rest = exception.replacingMatches(in: rest, with: " ")
    }
    return match.contains { $0.isFound(in: rest) }
  }
}
