/// What a function may use besides its arguments.
public struct CallContext: Sendable {
  let timeZones: TimeZones
  var budget: Budget

  init(timeZones: TimeZones, budget: Budget) {
    self.timeZones = timeZones
    self.budget = budget
  }

  /// Takes from the evaluation's budget, before a function makes something large: one unit for each eight bytes of text,
  /// and for each item. False where the budget does not allow it; then the function returns at once.
  mutating func spend(_ units: Int) -> Bool { budget.spend(units) }
}

/// What is left of what one evaluation may do: steps, iterations and the size of what is made, all in one.
struct Budget: Sendable {
  private var left: Int

  init(_ units: Int) {
    left = units
  }

  /// Once spent, a budget stays so: then the evaluation's result is an error, whatever its terms say.
  var isSpent: Bool { left < 0 }

  /// Whether so many units were left.
  mutating func spend(_ units: Int) -> Bool {
    guard left >= 0 else { return false }
    left = units > left ? -1 : left - units
    return left >= 0
  }
}
