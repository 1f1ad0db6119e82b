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
  private(set) var references: [Reference?]
  /// By the id of a call.
  private(set) var functions: [Int: Function] = [:]
  /// The calls whose target is no value, but the namespace of the function.
  private(set) var namespacedCalls: Set<Int> = []
  /// By node id, what the value hangs on: -1 where a variable of the environment is read, else the outermost place of a
  /// macro's variable that is read, else a number that is greater than any place.
  private var reach: [Int]
  private let environment: Environment
  private var locals: [String] = []

  init(_ parsed: ParsedExpression, _ environment: Environment) {
    self.environment = environment
    references = Array(repeating: nil, count: parsed.nodeCount)
    reach = Array(repeating: .max, count: parsed.nodeCount)
    visit(parsed.root)
  }

  /// The full name of the variable that an identifier or a selection as a whole stands for.
  func variable(_ expression: Expression) -> String? {
    guard case .variable(let slot) = references[expression.id] else { return nil }
    return environment.variables[slot].name
  }

  /// Whether the value hangs on nothing outside of the expression, of a number of macros' variables around it.
  func isConstant(_ expression: Expression, within depth: Int) -> Bool { reach[expression.id] >= depth }

  @discardableResult
  private mutating func visit(_ expression: Expression) -> Int {
    let found = look(expression)
    reach[expression.id] = found
    return found
  }

  private mutating func look(_ expression: Expression) -> Int {
    switch expression.kind {
    case .literal: return .max
    case .identifier(let name):
      let found = locals.lastIndex(of: name).map { .local($0) } ?? environment.reference(name)
      return note(found, expression)
    case .select(let operand, _, _, _):
      if let found = qualifiedReference(expression) { return note(found, expression) }
      return visit(operand)
    case .call(let name, _, let target, let arguments): return visitCall(name, target, arguments, expression)
    case .comprehension(let comprehension):
      var least = visit(comprehension.range)
      let depth = locals.count
      locals += comprehension.variables
      for part in [comprehension.condition, comprehension.transform] {
        guard let part else { continue }
        let found = visit(part)
        if found < depth { least = min(least, found) }
      }
      locals.removeLast(comprehension.variables.count)
      return least
    default: return expression.children.reduce(.max) { min($0, visit($1)) }
    }
  }

  private mutating func note(_ reference: Reference?, _ expression: Expression) -> Int {
    references[expression.id] = reference
    switch reference {
    case .local(let place): return place
    case .type: return .max
    case .variable, nil: return -1
    }
  }

  private mutating func visitCall(
    _ name: String, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> Int {
    let least = arguments.reduce(.max) { min($0, visit($1)) }
    guard let target else {
      if OperatorNames.written(name) == nil { functions[expression.id] = environment.function(named: name) }
      return least
    }
    if let root = target.rootName, environment.mayBeQualified(root), !isLocal(target, root),
      let namespace = target.qualifiedName
    {
      if let function = environment.function(named: namespace + "." + name) {
        functions[expression.id] = function
        namespacedCalls.insert(expression.id)
        return least
      }
      // A misspelt function of a namespace: the namespace is no value that anything can be called on.
      if environment.isNamespace(namespace), environment.reference(namespace) == nil {
        namespacedCalls.insert(expression.id)
        return -1
      }
    }
    functions[expression.id] = environment.functions.function(named: name)
    return min(least, visit(target))
  }

  /// What a chain of selections stands for as a whole; nil where it begins with a value.
  private func qualifiedReference(_ expression: Expression) -> Reference? {
    guard let root = expression.rootName, environment.mayBeQualified(root), !isLocal(expression, root),
      let name = expression.qualifiedName
    else { return nil }
    return environment.reference(name)
  }

  private func isLocal(_ expression: Expression, _ root: String) -> Bool {
    locals.contains(root) && !(expression.qualifiedName?.hasPrefix(".") ?? false)
  }
}
