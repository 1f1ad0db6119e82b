/// What expressions can name: variables, object types and functions.
///
/// ```swift
/// let environment = Environment(variables: [VariableDeclaration(name: "x", type: .int)], objectTypes: [])
/// if let checked = environment.compile("x > 2", expecting: .bool).checked {
///   let program = environment.plan(checked)
///   program.evaluate([.int(3)])  // true
/// }
/// ```
public struct Environment: Sendable {
  let variables: [VariableDeclaration]
  let functions: FunctionLibrary
  let limits: Limits
  private let slots: [String: Int]
  private let types: [String: ObjectType]

  public init(
    variables: [VariableDeclaration], objectTypes: [ObjectType], functions: FunctionLibrary = .standard,
    limits: Limits = .default
  ) {
    self.variables = variables
    self.functions = functions
    self.limits = limits
    var slots: [String: Int] = [:]
    for (index, variable) in variables.enumerated() { slots[variable.name] = index }
    self.slots = slots
    var types: [String: ObjectType] = [:]
    for type in objectTypes { types[type.name] = type }
    self.types = types
  }

  /// Parses and checks; every error of the expression at once. The result is nil where there is an error.
  public func compile(_ source: String, expecting type: CELType? = nil) -> (
    checked: CheckedExpression?, issues: [ExpressionIssue]
  ) {
    let (parsed, issues) = Parser.parse(source, limits: limits)
    guard let parsed else { return (nil, issues) }
    var checker = Checker(parsed, self)
    return checker.check(expecting: type)
  }

  /// Prepares a checked expression for evaluation.
  public func plan(_ checked: CheckedExpression) -> Program { Program(checked, self) }

  func slot(of variable: String) -> Int? { slots[variable] }

  func objectType(_ type: CELType) -> ObjectType? {
    if case .object(let name) = type { return types[name] }
    return nil
  }
}
