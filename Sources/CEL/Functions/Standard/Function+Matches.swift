internal import LinearTimeRegex
internal import Sharing

extension Function {
  /// `text.matches(pattern)`, `matches(text, pattern)`: whether a part of the text matches the regular expression.
  static let matches = Function(
    name: "matches", summary: "Whether a regular expression of RE2's syntax is found anywhere in the text.",
    overloads: [Overload.Style.global, .member].map { style in
      Overload(
        id: style == .global ? "matches" : "matches_string", style, .string, .string, .bool,
        examples: [
          (
            style == .global ? "matches('foobar', 'o+b')" : "'foobar'.matches('^bar')",
            style == .global ? "true" : "false"
          )
        ],
        requirement: { others, wanted in "a text that \(wanted ? "matches" : "does not match") `\(others[0].written)`" }
      ) { text, pattern, context in
        guard let text = text.asString, let pattern = pattern.asString else { return .noOverload("matches") }
        guard context.spend(1 + pattern.utf8.count >> 4) else { return .error(.budgetSpent) }
        switch PatternCache.shared.regex(pattern) {
        case .success(let regex):
          guard context.spend((1 + text.utf8.count >> 3) * cost(of: regex)) else { return .error(.budgetSpent) }
          return .bool(regex.isFound(in: text))
        case .failure(let error): return .error(.badPattern(error.message))
        }
      }
    })

  /// Units for eight bytes of text. A character costs at worst as much as the program has instructions; and of many
  /// instructions, as few letters with a count of repetitions make, so many are followed at once that this is the rule.
  private static func cost(of regex: LinearRegex) -> Int {
    1 + regex.programSize >> 4 + regex.programSize * regex.programSize / 5_000
  }

  /// What is wrong with a pattern; nil where it compiles.
  static func problem(ofPattern pattern: String) -> RegexSyntaxError? {
    if case .failure(let error) = PatternCache.shared.regex(pattern) { return error }
    return nil
  }
}

/// Patterns once compiled, so that an expression does not compile its own at every evaluation.
private final class PatternCache: Sendable {
  static let shared = PatternCache()
  private static let most = 1_000
  private let compiled = Mutex<[String: Result<LinearRegex, RegexSyntaxError>]>([:])

  func regex(_ pattern: String) -> Result<LinearRegex, RegexSyntaxError> {
    compiled.withLock { compiled in
      if let known = compiled[pattern] { return known }
      let made = Result { () throws(RegexSyntaxError) in try LinearRegex(pattern) }
      if compiled.count >= Self.most { compiled.removeAll() }
      compiled[pattern] = made
      return made
    }
  }
}
