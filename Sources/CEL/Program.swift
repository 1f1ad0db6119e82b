internal import Archiving
internal import Sharing

/// An expression ready to be evaluated, any number of times and from any thread.
///
/// It is planned when it is first needed: of many expressions, an input needs only some.
public struct Program: Sendable {
  let environment: Environment
  private let plan: Deferred<Plan>

  init(_ checked: CheckedExpression, _ environment: Environment) {
    self.environment = environment
    plan = Deferred { Plan(checked, environment) }
  }

  /// A checked expression as it was written to an archive that is known to be whole, for this environment.
  init(_ archive: ArchiveReader, _ environment: Environment) {
    self.environment = environment
    plan = Deferred {
      var archive = archive
      guard let checked = CheckedExpression(&archive, environment), archive.isAtEnd else {
        preconditionFailure("an archive that is whole holds expressions of the environment that it was written for")
      }
      return Plan(checked, environment)
    }
  }

  public var checked: CheckedExpression { plan.made.checked }
  var root: PlanNode { plan.made.root }
  /// The node of each expression, by its id.
  var nodes: [PlanNode?] { plan.made.nodes }

  /// Plans it, unless that was done.
  public func prepare() { _ = plan.made }

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
  ///
  /// - Parameter result: What `evaluate` gave, where that is known to be true or false.
  public func explain(_ variables: [Value], result: Bool? = nil) -> [Cause] {
    var explainer = Explainer(self, variables)
    return explainer.explain(result)
  }

  /// What is left of the expression once all that is known is filled in, as CEL.
  public func residual(_ variables: [Value]) -> String {
    var residual = Residual(self, variables)
    return ExpressionPrinter.print(residual.reduce())
  }
}

/// An expression and its nodes.
private final class Plan: Sendable {
  let checked: CheckedExpression
  let root: PlanNode
  let nodes: [PlanNode?]

  init(_ checked: CheckedExpression, _ environment: Environment) {
    self.checked = checked
    var planner = Planner(checked, environment)
    root = planner.plan(checked.parsed.root)
    nodes = planner.nodes
  }
}
