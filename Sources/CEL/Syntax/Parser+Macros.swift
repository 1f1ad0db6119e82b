internal import Diagnostics

extension Parser {
  /// `has(a.f)`; nil where the call is no macro.
  mutating func expandGlobal(_ name: String, _ nameRange: SourceRange, _ arguments: [Expression], from start: Int)
    throws(SyntaxFailure) -> Expression?
  {
    guard name == "has" || name == ".has", arguments.count == 1 else { return nil }
    guard case .select(let operand, let field, let fieldRange, false) = arguments[0].kind else {
      throw fail(Messages.hasNeedsField(range: arguments[0].range))
    }
    return try node(.has(operand, field: field, fieldRange: fieldRange), from: start)
  }

  /// `r.all(x, p)` and the others; nil where the call is no macro.
  mutating func expandMember(
    _ name: String, _ nameRange: SourceRange, _ target: Expression, _ arguments: [Expression], from start: Int
  ) throws(SyntaxFailure) -> Expression? {
    if case .identifier(let scope) = target.kind, let macro = try expandScoped(scope, name, arguments, from: start) {
      return macro
    }
    guard let shape = MacroShape.find(name, argumentCount: arguments.count) else { return nil }
    var variables: [String] = []
    for argument in arguments.prefix(shape.variables) { variables.append(try variable(argument)) }
    if variables.count == 2, variables[0] == variables[1] {
      throw fail(Messages.repeatedVariable(variables[0], range: arguments[1].range))
    }
    let rest = arguments.dropFirst(shape.variables)
    let comprehension = Comprehension(
      macro: shape.macro, range: target, variables: variables, condition: shape.hasCondition ? rest.first : nil,
      transform: shape.hasTransform ? rest.last : nil)
    return try node(.comprehension(comprehension), from: start)
  }

  /// `cel.bind(x, e, body)`: the macros that are not called on a value.
  private mutating func expandScoped(_ scope: String, _ name: String, _ arguments: [Expression], from start: Int)
    throws(SyntaxFailure) -> Expression?
  {
    guard scope == "cel", name == "bind", arguments.count == 3 else { return nil }
    let comprehension = Comprehension(
      macro: .bind, range: arguments[1], variables: [try variable(arguments[0])], condition: nil,
      transform: arguments[2])
    return try node(.comprehension(comprehension), from: start)
  }

  private func variable(_ argument: Expression) throws(SyntaxFailure) -> String {
    guard case .identifier(let name) = argument.kind, !name.hasPrefix(".") else {
      throw fail(Messages.variableExpected(range: argument.range))
    }
    return name
  }
}

/// What a macro's arguments are: its variables, then a condition, then a transformation.
private struct MacroShape {
  let macro: Comprehension.Macro
  let variables: Int
  let hasCondition: Bool
  let hasTransform: Bool

  private static let shapes: [(name: String, shape: MacroShape)] = [
    ("all", .init(macro: .all, variables: 1, hasCondition: true, hasTransform: false)),
    ("exists", .init(macro: .exists, variables: 1, hasCondition: true, hasTransform: false)),
    ("exists_one", .init(macro: .existsOne, variables: 1, hasCondition: true, hasTransform: false)),
    ("existsOne", .init(macro: .existsOne, variables: 1, hasCondition: true, hasTransform: false)),
    ("filter", .init(macro: .filter, variables: 1, hasCondition: true, hasTransform: false)),
    ("map", .init(macro: .map, variables: 1, hasCondition: false, hasTransform: true)),
    ("map", .init(macro: .map, variables: 1, hasCondition: true, hasTransform: true)),
    ("all", .init(macro: .all, variables: 2, hasCondition: true, hasTransform: false)),
    ("exists", .init(macro: .exists, variables: 2, hasCondition: true, hasTransform: false)),
    ("exists_one", .init(macro: .existsOne, variables: 2, hasCondition: true, hasTransform: false)),
    ("existsOne", .init(macro: .existsOne, variables: 2, hasCondition: true, hasTransform: false)),
    ("transformList", .init(macro: .transformList, variables: 2, hasCondition: false, hasTransform: true)),
    ("transformList", .init(macro: .transformList, variables: 2, hasCondition: true, hasTransform: true)),
    ("transformMap", .init(macro: .transformMap, variables: 2, hasCondition: false, hasTransform: true)),
    ("transformMap", .init(macro: .transformMap, variables: 2, hasCondition: true, hasTransform: true)),
    ("transformMapEntry", .init(macro: .transformMapEntry, variables: 2, hasCondition: false, hasTransform: true)),
    ("transformMapEntry", .init(macro: .transformMapEntry, variables: 2, hasCondition: true, hasTransform: true)),
    ("sortBy", .init(macro: .sortBy, variables: 1, hasCondition: false, hasTransform: true)),
    ("optMap", .init(macro: .optMap, variables: 1, hasCondition: false, hasTransform: true)),
    ("optFlatMap", .init(macro: .optFlatMap, variables: 1, hasCondition: false, hasTransform: true)),
  ]

  static func find(_ name: String, argumentCount: Int) -> MacroShape? {
    shapes.first { entry in
      let shape = entry.shape
      let count = shape.variables + (shape.hasCondition ? 1 : 0) + (shape.hasTransform ? 1 : 0)
      return entry.name == name && count == argumentCount
    }?.shape
  }
}
