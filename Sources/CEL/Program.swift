/// An expression ready to be evaluated, any number of times and from any thread.
public struct Program: Sendable {
  public let checked: CheckedExpression
  let environment: Environment
  let root: PlanNode
  /// The node of each expression, by its id.
  let nodes: [PlanNode?]

  init(_ checked: CheckedExpression, _ environment: Environment) {
    self.checked = checked
    self.environment = environment
    var planner = Planner(checked, environment)
    root = planner.plan(checked.parsed.root)
    nodes = planner.nodes
  }

  /// The value, given one value for each variable in the order of their declaration. It may be an error or unknown.
  public func evaluate(_ variables: [Value]) -> Value {
    precondition(variables.count == environment.variables.count, "an evaluation has a value for each variable")
    var frame = Frame(variables, environment)
    let value = root.evaluate(&frame)
    // Nothing absorbs a limit: not even a term that would decide without what was cut off.
    if frame.context.budget.isSpent { return .error(.budgetSpent) }
    return value.unknownsWithin.map { .unknown($0) } ?? value
  }

  /// What decides the result: the smallest set of terms from which it follows.
  public func explain(_ variables: [Value]) -> [Cause] {
    var explainer = Explainer(self, variables)
    return explainer.explain()
  }

  /// What is left of the expression once all that is known is filled in, as CEL.
  public func residual(_ variables: [Value]) -> String {
    var residual = Residual(self, variables)
    return ExpressionPrinter.print(residual.reduce())
  }
}
