internal import CEL
internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.wrong-direction`. Where what a number is compared with says nothing of the direction, none is found.
  static let tightenDirections = LintCheck("Parameters whose `tighten` says the opposite of what rules do with them.") {
    subject in
    subject.policies.foundation.parameters.compactMap { parameter in
      let opposite: Parameter.Direction
      switch parameter.tighten {
      case .lower: opposite = .higher
      case .higher: opposite = .lower
      case .none: return nil
      }
      let rule = subject.policies.rules.first { rule in
        var uses = ParameterUses(parameter.name)
        for tier in rule.tiers { uses.visit(tier.condition.program.checked.parsed.root, truthIsEasier: true) }
        // What a rule applies to it asks more of.
        if let scope = rule.appliesWhen { uses.visit(scope.program.checked.parsed.root, truthIsEasier: false) }
        return uses.directions.contains(opposite)
      }
      return rule.map { Messages.wrongDirection(parameter, opposite, $0) }
    }
  }
}

/// In which directions of a parameter conditions become harder to meet.
private struct ParameterUses {
  private let name: String
  private(set) var directions: Set<Parameter.Direction> = []

  init(_ name: String) { self.name = "params." + name }

  mutating func visit(_ expression: Expression, truthIsEasier: Bool) {
    switch expression.kind {
    case .and(let terms), .or(let terms): for term in terms { visit(term, truthIsEasier: truthIsEasier) }
    case .call("!_", _, _, let operands): visit(operands[0], truthIsEasier: !truthIsEasier)
    case .conditional(_, let then, let otherwise):
      visit(then, truthIsEasier: truthIsEasier)
      visit(otherwise, truthIsEasier: truthIsEasier)
    case .comprehension(let comprehension):
      let body: Expression? =
        switch comprehension.macro {
        case .all, .exists: comprehension.condition
        case .bind: comprehension.transform
        default: nil
        }
      if let body { visit(body, truthIsEasier: truthIsEasier) }
    case .call("_<_", _, _, let sides), .call("_<=_", _, _, let sides):
      note(smaller: sides[0], larger: sides[1], truthIsEasier)
    case .call("_>_", _, _, let sides), .call("_>=_", _, _, let sides):
      note(smaller: sides[1], larger: sides[0], truthIsEasier)
    case .call("withinDaysBefore", _, _, let arguments), .call("withinDaysAfter", _, _, let arguments):
      if let last = arguments.last { note(last, isLarger: true, truthIsEasier) }
    case .call("hasAtLeast", _, _, let arguments):
      if let last = arguments.last { note(last, isLarger: false, truthIsEasier) }
    default: break
    }
  }

  private mutating func note(smaller: Expression, larger: Expression, _ truthIsEasier: Bool) {
    note(smaller, isLarger: false, truthIsEasier)
    note(larger, isLarger: true, truthIsEasier)
  }

  /// More on the larger side makes it easier to be true.
  private mutating func note(_ side: Expression, isLarger: Bool, _ truthIsEasier: Bool) {
    guard let grows = grows(side) else { return }
    directions.insert((grows == isLarger) == truthIsEasier ? .lower : .higher)
  }

  /// Whether a value grows with the parameter; nil where it does neither that nor the opposite, or that is not seen. Amounts that
  /// it is multiplied with are taken to be more than nothing.
  private func grows(_ expression: Expression) -> Bool? {
    if expression.fieldName == name { return true }
    if case .call("-_", _, nil, let operands) = expression.kind { return grows(operands[0]).map { !$0 } }
    guard case .call(let operation, _, nil, let sides) = expression.kind, sides.count == 2 else { return nil }
    let (left, right) = (grows(sides[0]), grows(sides[1]))
    switch (operation, left, right) {
    case ("_+_", let found?, nil), ("_+_", nil, let found?), ("_-_", let found?, nil): return found
    case ("_-_", nil, let found?): return !found
    case ("_*_", let found?, nil), ("_/_", let found?, nil): return found != isNegative(sides[1])
    case ("_*_", nil, let found?): return found != isNegative(sides[0])
    case ("_/_", nil, let found?): return found == isNegative(sides[0])
    default: return nil
    }
  }

  private func isNegative(_ expression: Expression) -> Bool { expression.number([:]).map { $0 < 0 } ?? false }
}
