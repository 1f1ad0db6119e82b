internal import CEL

/// Finds `claims` where it is not directly denied. Of an unanswered question it is false, so anywhere else a missing
/// answer would decide.
enum ClaimsCheck {
  /// The first use that `!` does not stand directly before.
  static func misplaced(in expression: Expression) -> Expression? {
    if case .call("!_", _, nil, let operands) = expression.kind, let operand = operands.first, isClaims(operand) {
      return operand.children.lazy.compactMap { misplaced(in: $0) }.first
    }
    return isClaims(expression) ? expression : expression.children.lazy.compactMap { misplaced(in: $0) }.first
  }

  private static func isClaims(_ expression: Expression) -> Bool {
    if case .call("claims", _, _, _) = expression.kind { true } else { false }
  }
}
