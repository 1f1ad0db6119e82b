internal import Diagnostics

/// Finds conditions that read nothing and so never change, which is usually a slip of the pen, and calls that have no value
/// whatever is read.
struct ConstantConditions {
  private(set) var issues: [ExpressionIssue] = []
  private let checked: CheckedExpression
  private let environment: Environment
  private lazy var planner = Planner(checked, environment)
  /// All conditions share what one evaluation may do.
  private lazy var frame = Frame([], environment)
  /// How many variables of macros are in scope.
  private var depth = 0

  init(_ checked: CheckedExpression, _ environment: Environment) {
    self.checked = checked
    self.environment = environment
  }

  /// Looks at the expression as a condition, and at the conditions in it.
  mutating func visit(_ expression: Expression) {
    if checked.names.isConstant(expression, within: depth) {
      frame.locals = Array(repeating: .null, count: depth)
      switch planner.plan(expression).evaluate(&frame) {
      case .bool(let value): issues.append(Messages.constant(value, range: expression.range))
      case .error(let error): report(error, expression)
      default: break
      }
      return
    }
    switch expression.kind {
    case .and(let terms), .or(let terms): for term in terms { visit(term) }
    case .call("!_", _, _, let operands): visit(operands[0])
    default: visitInside(expression)
    }
  }

  /// What is no condition itself may have some in it.
  private mutating func visitInside(_ expression: Expression) {
    switch expression.kind {
    case .and, .or: visit(expression)
    case .conditional(let condition, let then, let otherwise):
      visit(condition)
      visitInside(then)
      visitInside(otherwise)
    case .comprehension(let comprehension):
      visitInside(comprehension.range)
      depth += comprehension.variables.count
      if let condition = comprehension.condition { visit(condition) }
      if let transform = comprehension.transform { visitInside(transform) }
      depth -= comprehension.variables.count
    case .call where checked.names.isConstant(expression, within: depth):
      frame.locals = Array(repeating: .null, count: depth)
      switch planner.plan(expression).evaluate(&frame) {
      case .error(let error): report(error, expression)
      case .double(let number) where !number.isFinite:
        issues.append(Messages.constantError("no number is so large, or it is none at all", range: expression.range))
      default: break
      }
    default: for child in expression.children { visitInside(child) }
    }
  }

  private mutating func report(_ error: EvaluationError, _ expression: Expression) {
    if error.isLimit { return }
    issues.append(Messages.constantError(error.message, range: expression.range))
  }
}
