/// What the names of an expression stand for (cel-spec `langdef.md`, section Name Resolution).
struct NameResolution: Sendable {
  enum Reference: Sendable {
    /// A variable of the environment, by its slot.
    case variable(Int)
    /// A variable of a macro, by its place among those around it.
    case local(Int)
    /// A type, by CEL's name for it.
    case type(String)
  }

  /// By the id of an identifier, or of the selection whose dotted name is meant as a whole.
  private(set) var references: [Int: Reference] = [:]
  /// By the id of a call: the full name of the function. A call on a namespace has no target.
  private(set) var functions: [Int: Function] = [:]
  /// The calls whose target is no value, but the namespace of the function.
  private(set) var namespacedCalls: Set<Int> = []
  private let environment: Environment
  private var locals: [String] = []

  init(_ parsed: ParsedExpression, _ environment: Environment) {
    self.environment = environment
    visit(parsed.root)
  }

  /// The full name of the variable that an identifier or a selection as a whole stands for.
  func variable(_ expression: Expression) -> String? {
    guard case .variable(let slot) = references[expression.id] else { return nil }
    return environment.variables[slot].name
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .literal: break
    case .identifier, .select:
      if let reference = reference(expression) {
        references[expression.id] = reference
      } else if case .select(let operand, _, _, _) = expression.kind {
        visit(operand)
      }
    case .call(let name, _, let target, let arguments):
      visitCall(name, target, arguments, expression)
    case .comprehension(let comprehension):
      visit(comprehension.range)
      locals += comprehension.variables
      if let condition = comprehension.condition { visit(condition) }
      if let transform = comprehension.transform { visit(transform) }
      locals.removeLast(comprehension.variables.count)
    default: for child in expression.children { visit(child) }
    }
  }

  private mutating func visitCall(
    _ name: String, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) {
    for argument in arguments { visit(argument) }
    guard let target else {
      functions[expression.id] = environment.function(named: name)
      return
    }
    if let root = target.rootName, environment.mayBeQualified(root), !isLocal(target, root),
      let namespace = target.qualifiedName, let function = environment.function(named: namespace + "." + name)
    {
      functions[expression.id] = function
      namespacedCalls.insert(expression.id)
      return
    }
    functions[expression.id] = environment.functions.function(named: name)
    visit(target)
    // A misspelt function of a namespace: the namespace is no value that anything can be called on.
    if functions[expression.id] == nil, references[target.id] == nil, let namespace = target.qualifiedName,
      environment.isNamespace(namespace)
    {
      namespacedCalls.insert(expression.id)
    }
  }

  private func reference(_ expression: Expression) -> Reference? {
    if case .identifier(let name) = expression.kind {
      if let index = locals.lastIndex(of: name) { return .local(index) }
      return environment.reference(name)
    }
    guard let root = expression.rootName, environment.mayBeQualified(root), !isLocal(expression, root),
      let name = expression.qualifiedName
    else { return nil }
    return environment.reference(name)
  }

  private func isLocal(_ expression: Expression, _ root: String) -> Bool {
    locals.contains(root) && !(expression.qualifiedName?.hasPrefix(".") ?? false)
  }
}
