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
    var frame = Frame(variables, limits: environment.limits)
    return root.evaluate(&frame)
  }

  /// What decides the result: the smallest set of terms from which it follows.
  public func explain(_ variables: [Value]) -> [Cause] {
    var explainer = Explainer(self, variables)
    return explainer.explain()
  }
}
