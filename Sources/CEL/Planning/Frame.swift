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

  /// Makes places for the variables of a macro, and says where the first is.
  mutating func push(_ count: Int) -> Int {
    if locals.capacity == 0 { locals.reserveCapacity(4) }
    for _ in 0..<count { locals.append(.null) }
    return locals.count - count
  }

  mutating func pop(_ count: Int) { for _ in 0..<count { locals.removeLast() } }

  /// Takes from the budget; false once it is spent.
  mutating func spend(_ units: Int) -> Bool { context.spend(units) }
}
