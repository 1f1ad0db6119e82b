/// What an evaluation works on.
struct Frame {
  let variables: [Value]
  /// The variables of macros, innermost last.
  var locals: [Value] = []
  var iterationsLeft: Int

  init(_ variables: [Value], limits: Limits) {
    self.variables = variables
    iterationsLeft = limits.iterations
  }

  /// Counts one step of a macro; an error once the budget is spent.
  mutating func step() -> EvaluationError? {
    iterationsLeft -= 1
    return iterationsLeft < 0 ? EvaluationError("the evaluation takes too many steps", isLimit: true) : nil
  }
}
