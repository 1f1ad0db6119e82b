internal import CEL
internal import UnicodeText

/// Finds texts that are compared with what a project says and that no answer can be, since answers are compared without what is not
/// seen of them: what must not be found would always pass.
enum LiteralsCheck {
  private static let comparing: Set<String> = [
    "_==_", "_!=_", "@in", "claims", "containsAny", "containsAll", "excludes", "intersects", "equivalent",
  ]
  /// Calls that make another text of an answer, of which such a one may be a part.
  private static let making: Set<String> = [
    "_+_", "charAt", "substring", "replace", "split", "join", "format", "lowerAscii", "upperAscii", "trim", "reverse",
  ]

  /// The first of them, and what an answer would be.
  static func unclean(in expression: Expression) -> (expression: Expression, text: String)? {
    if case .call(let name, _, _, _) = expression.kind, comparing.contains(name),
      !expression.children.contains(where: makesText),
      let found = expression.children.lazy.compactMap({ unclean(text: $0) }).first
    {
      return found
    }
    return expression.children.lazy.compactMap { unclean(in: $0) }.first
  }

  private static func makesText(_ expression: Expression) -> Bool {
    if case .call(let name, _, _, _) = expression.kind { making.contains(name) } else { false }
  }

  private static func unclean(text expression: Expression) -> (expression: Expression, text: String)? {
    switch expression.kind {
    case .literal(.string(let text)):
      let cleaned = CleanedText.clean(text)
      return cleaned.unicodeScalars.elementsEqual(text.unicodeScalars) ? nil : (expression, cleaned)
    case .list(let elements): return elements.lazy.compactMap { unclean(text: $0.value) }.first
    case .map(let entries): return entries.lazy.compactMap { unclean(text: $0.key) }.first
    default: return nil
    }
  }
}
