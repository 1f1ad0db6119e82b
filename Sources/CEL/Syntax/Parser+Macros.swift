internal import Diagnostics

extension Parser {
  /// `has(a.f)`; nil where the call is no macro.
  mutating func expandGlobal(_ name: String, _ arguments: [Expression], from start: Int)
    throws(SyntaxFailure) -> Expression?
  {
    let macro = Macro.named(name.hasPrefix(".") ? String(name.dropFirst()) : name)
    guard case .presence = macro?.shape(argumentCount: arguments.count) else { return nil }
    guard case .select(let operand, let field, let fieldRange, false) = arguments[0].kind else {
      throw fail(Messages.hasNeedsField(range: arguments[0].range))
    }
    return try node(.has(operand, field: field, fieldRange: fieldRange), from: start)
  }

  /// `r.all(x, p)` and the others; nil where the call is no macro.
  mutating func expandMember(_ name: String, _ target: Expression, _ arguments: [Expression], from start: Int)
    throws(SyntaxFailure) -> Expression?
  {
    if case .identifier(let scope) = target.kind, Macro.namespaces.contains(scope),
      case .binding = Macro.named(scope + "." + name)?.shape(argumentCount: arguments.count)
    {
      let bound = Comprehension(
        macro: .bind, range: arguments[1], variables: [try variable(arguments[0])], condition: nil,
        transform: arguments[2])
      return try node(.comprehension(bound), from: start)
    }
    guard
      case .iteration(let macro, let count, let hasCondition, let hasTransform) = Macro.named(name)?.shape(
        argumentCount: arguments.count)
    else { return nil }
    var variables: [String] = []
    for argument in arguments.prefix(count) { variables.append(try variable(argument)) }
    if count == 2, variables[0] == variables[1] {
      throw fail(Messages.repeatedVariable(variables[0], range: arguments[1].range))
    }
    let rest = arguments.dropFirst(count)
    let comprehension = Comprehension(
      macro: macro, range: target, variables: variables, condition: hasCondition ? rest.first : nil,
      transform: hasTransform ? rest.last : nil)
    return try node(.comprehension(comprehension), from: start)
  }

  private func variable(_ argument: Expression) throws(SyntaxFailure) -> String {
    guard case .identifier(let name) = argument.kind, !name.hasPrefix(".") else {
      throw fail(Messages.variableExpected(range: argument.range))
    }
    return name
  }
}
