/// An expression whose names and types are known to fit.
public struct CheckedExpression: Sendable {
  public let parsed: ParsedExpression
  public let resultType: CELType
  /// By node id.
  let types: [CELType]
  /// For calls, by node id: the overloads that the arguments' types leave possible.
  let overloads: [Int: [Overload]]
  private let inputs: Set<String>

  init(
    parsed: ParsedExpression, resultType: CELType, types: [CELType], overloads: [Int: [Overload]], inputs: Set<String>
  ) {
    self.parsed = parsed
    self.resultType = resultType
    self.types = types
    self.overloads = overloads
    self.inputs = inputs
  }

  func isInput(_ variable: String) -> Bool { inputs.contains(variable) }

  /// Every path of the inputs that the expression can read, in the order of reading and without repetition. Of records
  /// in a list the list's path is given.
  public func attributesRead() -> [AttributePath] {
    var reads = AttributeReads(checked: self)
    reads.visit(parsed.root)
    return reads.paths
  }

  /// Every variable that is no input and the fields of it that are read, such as `params.abort_factor`.
  public func constantsRead() -> [AttributePath] {
    var reads = AttributeReads(checked: self)
    reads.visit(parsed.root)
    return reads.constants
  }
}

private struct AttributeReads {
  let checked: CheckedExpression
  private(set) var paths: [AttributePath] = []
  private(set) var constants: [AttributePath] = []
  private var locals: [String] = []

  init(checked: CheckedExpression) {
    self.checked = checked
  }

  mutating func visit(_ expression: Expression) {
    if let path = path(of: expression) {
      if checked.isInput(path.variable) {
        if !paths.contains(path) { paths.append(path) }
      } else if !constants.contains(path) {
        constants.append(path)
      }
      return
    }
    if case .comprehension(let comprehension) = expression.kind {
      visit(comprehension.range)
      locals += comprehension.variables
      if let condition = comprehension.condition { visit(condition) }
      if let transform = comprehension.transform { visit(transform) }
      locals.removeLast(comprehension.variables.count)
      return
    }
    for child in expression.children { visit(child) }
  }

  private func path(of expression: Expression) -> AttributePath? {
    switch expression.kind {
    case .identifier(let name): locals.contains(name) ? nil : AttributePath(name)
    case .select(let operand, let field, _, _), .has(let operand, let field, _): path(of: operand)?.field(field)
    default: nil
    }
  }
}
