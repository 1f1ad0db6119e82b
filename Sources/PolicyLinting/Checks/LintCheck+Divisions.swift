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
        let root = checked.parsed.root
        let source = Array(condition.source.utf8)
        let written = { (part: Expression) in String(decoding: source[part.range.offsets], as: UTF8.self) }
        return divisor(in: root, written, positive(in: root, written)).map {
          Messages.dividesByAnswer(rule, at: condition.location(of: $0.range))
        }
      }
    }
  }

  /// What is first divided by that may be 0; `positive` has what the condition asks to be more than that.
  private static func divisor(
    in expression: Expression, _ written: (Expression) -> String, _ positive: Set<String>
  ) -> Expression? {
    if case .call("_/_", _, nil, let sides) = expression.kind, !isPositive(sides[1]),
      !positive.contains(written(sides[1]))
    {
      return sides[1]
    }
    for child in expression.children {
      if let found = divisor(in: child, written, positive) { return found }
    }
    return nil
  }

  /// What can't be 0: another number, a parameter, and the greater of several of which one can't.
  private static func isPositive(_ expression: Expression) -> Bool {
    if let number = expression.number([:]) { return number != 0 }
    if let name = expression.fieldName { return name.hasPrefix("params.") }
    if case .call("greatest", _, _, let operands) = expression.kind {
      return operands.contains { operand in operand.number([:]).map { $0 > 0 } ?? false }
    }
    return false
  }

  /// What is compared with 0 or more, from above.
  private static func positive(in expression: Expression, _ written: (Expression) -> String) -> Set<String> {
    var found = expression.children.reduce(into: Set<String>()) { $0.formUnion(positive(in: $1, written)) }
    switch expression.kind {
    case .call("_>_", _, nil, let sides), .call("_!=_", _, nil, let sides):
      if let least = sides[1].number([:]), least >= 0 { found.insert(written(sides[0])) }
    case .call("_>=_", _, nil, let sides):
      if let least = sides[1].number([:]), least > 0 { found.insert(written(sides[0])) }
    case .call("_<_", _, nil, let sides):
      if let least = sides[0].number([:]), least >= 0 { found.insert(written(sides[1])) }
    case .call("_<=_", _, nil, let sides):
      if let least = sides[0].number([:]), least > 0 { found.insert(written(sides[1])) }
    default: break
    }
    return found
  }
}
