/// An expression whose names are resolved, and, unless it was only parsed, whose types are known to fit.
public final class CheckedExpression: Sendable {
  public let parsed: ParsedExpression
  public let resultType: CELType
  let names: NameResolution
  /// By node id.
  let types: [CELType]
  /// For calls, by node id: the overloads that the arguments' types leave possible. Nil where nothing was checked.
  let overloads: [Int: [Overload]]?
  let inputs: Set<String>

  init(
    parsed: ParsedExpression, names: NameResolution, resultType: CELType, types: [CELType],
    overloads: [Int: [Overload]]?, inputs: Set<String>
  ) {
    self.parsed = parsed
    self.names = names
    self.resultType = resultType
    self.types = types
    self.overloads = overloads
    self.inputs = inputs
  }

  convenience init(unchecked parsed: ParsedExpression, _ environment: Environment) {
    self.init(
      parsed: parsed, names: NameResolution(parsed, environment), resultType: .dyn,
      types: Array(repeating: .dyn, count: parsed.nodeCount), overloads: nil,
      inputs: environment.inputs)
  }

  /// The expressions directly inside that have values: a namespace has none.
  func operands(of expression: Expression) -> [Expression] {
    if case .call(_, _, _, let arguments) = expression.kind, names.namespacedCalls.contains(expression.id) {
      return arguments
    }
    return expression.children
  }

  func isInput(_ variable: String) -> Bool { inputs.contains(variable) }

  /// Whether a type is left to the evaluation somewhere: by `dyn`, and by `null`, which stands for a time, a record or an
  /// optional too.
  public var readsDynamically: Bool { types.contains { !$0.isExact } }

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
  private var seen: Set<AttributePath> = []

  init(checked: CheckedExpression) {
    self.checked = checked
  }

  mutating func visit(_ expression: Expression) {
    if let path = path(of: expression) {
      guard seen.insert(path).inserted else { return }
      if checked.isInput(path.variable) { paths.append(path) } else { constants.append(path) }
      return
    }
    if checked.names.references[expression.id] != nil { return }
    for operand in checked.operands(of: expression) { visit(operand) }
  }

  private func path(of expression: Expression) -> AttributePath? {
    if let variable = checked.names.variable(expression) { return AttributePath(variable) }
    switch expression.kind {
    case .select(let operand, let field, _, _), .has(let operand, let field, _): return path(of: operand)?.field(field)
    default: return nil
    }
  }
}
