internal import CEL
internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.divides-by-answer`. A decimal number that is divided by 0 gives no error but an infinite one, or one that no comparison
  /// holds for, so that its denial does.
  static let divisions = LintCheck("Conditions that divide by an answer, which may be 0.") { subject in
    subject.policies.rules.flatMap { rule in
      rule.conditions.compactMap { condition -> Diagnostic? in
        let checked = condition.program.checked
        return divisor(in: checked.parsed.root, of: checked).map {
          Messages.dividesByAnswer(rule, at: condition.location(of: $0.range))
        }
      }
    }
  }

  private static func divisor(in expression: Expression, of checked: CheckedExpression) -> Expression? {
    if case .call("_/_", _, nil, let sides) = expression.kind, reads(sides[1], checked) { return sides[1] }
    return expression.children.lazy.compactMap { divisor(in: $0, of: checked) }.first
  }

  /// Whether anything but literals and parameters is in it.
  private static func reads(_ expression: Expression, _ checked: CheckedExpression) -> Bool {
    if let name = expression.fieldName { return !name.hasPrefix("params.") }
    return expression.children.contains { reads($0, checked) }
  }
}
