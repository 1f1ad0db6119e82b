internal import CEL

/// Finds patterns that are named in another way than as `[patterns.NAME, …]`. Of a name that is no pattern's nothing is ever
/// found, so a requirement that nothing be found would always pass; and whoever answers must not choose what is looked for.
enum PatternsCheck {
  private static let group = "patterns"

  /// What first stands where the name of a pattern is due.
  static func unnamed(in expression: Expression) -> Expression? {
    // It would stand for something else in what follows.
    if case .comprehension(let comprehension) = expression.kind, comprehension.variables.contains(group) {
      return expression
    }
    if case .call(let name, _, .some, let arguments) = expression.kind, ["matchesAny", "matchesNone"].contains(name),
      let found = arguments.first.flatMap({ other(in: $0) })
    {
      return found
    }
    return expression.children.lazy.compactMap { unnamed(in: $0) }.first
  }

  private static func other(in list: Expression) -> Expression? {
    guard case .list(let elements) = list.kind, !elements.isEmpty else { return list }
    return elements.map(\.value).first { element in
      guard case .select(let operand, _, _, false) = element.kind, case .identifier(group) = operand.kind else {
        return true
      }
      return false
    }
  }
}
