/// What an evaluation works on.
struct Frame {
  let variables: [Value]
  /// The variables of macros, innermost last.
  var locals: [Value] = []
  var context: CallContext

  init(_ variables: [Value], _ environment: Environment) {
    self.variables = variables
    context = CallContext(timeZones: environment.timeZones, budget: Budget(environment.limits.budget))
  }

  /// Takes from the budget; false once it is spent.
  mutating func spend(_ units: Int) -> Bool { context.spend(units) }
}
