internal import CEL

/// Finds `claims` where it is anything but `!field.claims([…])`, as a part of what is to be true. Of an unanswered question it
/// is false, so anywhere else a missing answer would decide.
enum ClaimsCheck {
  /// The first use of another kind.
  static func misplaced(in expression: Expression) -> Expression? {
    switch expression.kind {
    case .and(let terms), .or(let terms): return terms.lazy.compactMap { misplaced(in: $0) }.first
    case .conditional(let condition, let then, let otherwise):
      return use(in: condition) ?? misplaced(in: then) ?? misplaced(in: otherwise)
    // One entry that says nothing would be enough for `exists`.
    case .comprehension(let comprehension) where comprehension.macro == .all:
      return use(in: comprehension.range) ?? comprehension.condition.flatMap { misplaced(in: $0) }
    case .call("!_", _, nil, let operands):
      guard let operand = operands.first, case .call("claims", _, let field?, let values) = operand.kind,
        field.qualifiedName != nil
      else { return use(in: expression) }
      return values.lazy.compactMap { use(in: $0) }.first
    default: return use(in: expression)
    }
  }

  /// The first use of any kind.
  private static func use(in expression: Expression) -> Expression? {
    if case .call("claims", _, _, _) = expression.kind { return expression }
    return expression.children.lazy.compactMap { use(in: $0) }.first
  }
}
