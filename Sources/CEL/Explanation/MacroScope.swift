/// The variables of the macros around a place, and where their values stand in the inputs.
struct MacroScope {
  private let checked: CheckedExpression
  private var names: [(name: String, path: AttributePath?)] = []

  init(_ checked: CheckedExpression) {
    self.checked = checked
  }

  mutating func enter(_ name: String, _ value: Value, _ path: AttributePath?, _ frame: inout Frame) {
    frame.locals.append(value)
    names.append((name, path))
  }

  mutating func leave(_ frame: inout Frame) {
    frame.locals.removeLast()
    names.removeLast()
  }

  /// Where the value of a chain of selections stands; nil where it is none, or comes from no input.
  func path(of expression: Expression) -> AttributePath? {
    if let variable = checked.names.variable(expression) {
      return checked.isInput(variable) ? AttributePath(variable) : nil
    }
    switch expression.kind {
    case .identifier(let name): return names.last { $0.name == name }?.path
    case .select(let operand, let field, _, _): return path(of: operand)?.field(field)
    default: return nil
    }
  }
}
