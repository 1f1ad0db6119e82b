import Foundation

/// The patterns of requirements.yaml on Foundation's engine, with `\w`, `\W` and `\b` written out as the file defines them.
///
/// Used by one thread at a time. It remembers what it found, because the same texts come again and again.
final class PatternBook {
  private struct Compiled {
    let match: [NSRegularExpression]
    let except: [NSRegularExpression]
  }

  private var compiled: [String: Compiled] = [:]
  private var remembered: [String: Bool] = [:]

  init(_ patterns: [String: Requirements.Pattern]) throws {
    for (name, pattern) in patterns {
      compiled[name] = Compiled(
        match: try pattern.match.map(Self.compile), except: try pattern.except.map(Self.compile))
    }
  }

  /// Whether one of the named patterns hits a cleaned text.
  func anyHits(_ names: [String], _ cleaned: String) throws -> Bool {
    for name in names where try hits(name, cleaned) { return true }
    return false
  }

  private func hits(_ name: String, _ cleaned: String) throws -> Bool {
    let key = name + "\n" + cleaned
    if let known = remembered[key] { return known }
    guard let pattern = compiled[name] else { throw UnexpectedShape(description: "no pattern `\(name)`") }
    var rest = cleaned
    for except in pattern.except {
      rest = except.stringByReplacingMatches(in: rest, range: Self.whole(rest), withTemplate: " ")
    }
    let hit = pattern.match.contains { $0.firstMatch(in: rest, range: Self.whole(rest)) != nil }
    remembered[key] = hit
    return hit
  }

  private static func whole(_ text: String) -> NSRange { NSRange(location: 0, length: text.utf16.count) }

  private static func compile(_ pattern: String) throws -> NSRegularExpression {
    let word = "[\\p{L}\\p{N}_]"
    let edge = "(?:(?<=\(word))(?!\(word))|(?<!\(word))(?=\(word)))"
    var rewritten = ""
    var isEscaped = false
    for character in pattern {
      guard isEscaped else {
        if character == "\\" { isEscaped = true } else { rewritten.append(character) }
        continue
      }
      isEscaped = false
      switch character {
      case "w": rewritten += word
      case "W": rewritten += "[^\\p{L}\\p{N}_]"
      case "b": rewritten += edge
      default: rewritten += "\\" + String(character)
      }
    }
    return try NSRegularExpression(pattern: rewritten)
  }
}
