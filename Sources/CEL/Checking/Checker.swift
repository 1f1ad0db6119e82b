internal import Diagnostics

/// Checks names and types, collecting every error (cel-spec `langdef.md`, section Gradual Type Checking).
struct Checker {
  /// A variable of a macro.
  struct Local {
    let name: String
    let type: CELType
    let choice: TextChoice?
  }

  let environment: Environment
  let parsed: ParsedExpression
  let names: NameResolution
  private(set) var issues: [ExpressionIssue] = []
  var inference = TypeInference()
  var types: [CELType]
  var overloads: [Int: [Overload]] = [:]
  var scope: [Local] = []
  /// By expression; of those alone of whose texts something is known.
  private(set) var choices: [Int: TextChoice] = [:]
  /// Where texts were reported that are not offered.
  var misspelt: Set<SourceRange> = []

  init(_ parsed: ParsedExpression, _ environment: Environment) {
    self.parsed = parsed
    self.environment = environment
    names = NameResolution(parsed, environment)
    types = Array(repeating: .dyn, count: parsed.nodeCount)
  }

  mutating func check(expecting expected: CELType?) -> (checked: CheckedExpression?, issues: [ExpressionIssue]) {
    let result = infer(parsed.root)
    if let expected, issues.isEmpty, !inference.accepts(result, as: expected) {
      report(
        Messages.mismatch(expected: expected, found: inference.resolve(result, atEnd: true), range: parsed.root.range))
    }
    if issues.contains(where: { $0.severity == .error }) { return (nil, issues) }
    let checked = CheckedExpression(
      parsed: parsed, names: names, resultType: inference.resolve(result, atEnd: true),
      types: inference.resolve(types), overloads: overloads,
      inputs: environment.inputs)
    if expected == .bool, environment.dialect.reportsMistakes {
      var search = ConstantConditions(checked, environment)
      search.visit(parsed.root)
      issues += search.issues
    }
    return (checked, issues)
  }

  mutating func report(_ issue: ExpressionIssue) { issues.append(issue) }

  // MARK: Inference

  @discardableResult
  mutating func infer(_ expression: Expression) -> CELType {
    let type = make(expression)
    types[expression.id] = type
    if environment.dialect.reportsMistakes { choices[expression.id] = choice(of: expression) }
    return type
  }

  private mutating func make(_ expression: Expression) -> CELType {
    if let reference = names.references[expression.id] { return type(of: reference) }
    switch expression.kind {
    case .literal(let literal): return type(of: literal)
    case .identifier(let name): return undeclared(name, expression.range)
    case .select(let operand, let field, let range, let isOptional):
      let type = select(operand, field, range)
      return isOptional && !type.isOptional ? .optional(type) : type
    case .has(let operand, let field, let range):
      _ = select(operand, field, range)
      return .bool
    case .index(let operand, let index, let isOptional):
      return result(of: isOptional ? "_[?_]" : "_[_]", [operand, index], expression) ?? .dyn
    case .and(let terms), .or(let terms):
      for term in terms { expect(.bool, term) }
      return .bool
    case .conditional(let condition, let then, let otherwise): return conditional(condition, then, otherwise)
    case .list(let elements): return .list(join(elements.map { ($0.value, $0.isOptional) }))
    case .map(let entries):
      let keys = join(entries.map { ($0.key, false) })
      return .map(keys, join(entries.map { ($0.value, $0.isOptional) }))
    case .structure(let name, let fields):
      for field in fields { infer(field.value) }
      report(Messages.undeclared(name, near: [], range: expression.range))
      return .dyn
    case .call(let name, let nameRange, let target, let arguments):
      return call(name, nameRange, target, arguments, expression)
    case .comprehension(let comprehension): return infer(comprehension, expression)
    }
  }

  private func type(of literal: Literal) -> CELType {
    switch literal {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }

  private func type(of reference: NameResolution.Reference) -> CELType {
    switch reference {
    case .variable(let slot): environment.variables[slot].type
    case .local(let index): scope[index].type
    case .type(let name): .type(Environment.type(named: name))
    }
  }

  private mutating func undeclared(_ name: String, _ range: SourceRange) -> CELType {
    let known = scope.map(\.name) + environment.variables.map(\.name)
    report(Messages.undeclared(name, near: Suggestions.near(name, in: known), range: range))
    return .dyn
  }

  private mutating func select(_ expression: Expression, _ field: String, _ range: SourceRange) -> CELType {
    var operand = inference.resolve(infer(expression))
    let isOptional = operand.isOptional
    if case .optional(let inner) = operand { operand = inner }
    let found: CELType
    switch operand {
    case .map(_, let value): found = value
    case .dyn: found = .dyn
    case .parameter:
      // Nothing more specific may be found for it later.
      _ = inference.accepts(.dyn, as: operand)
      found = .dyn
    case .object(let name): found = fieldType(operand, field, range, expression, name)
    default:
      report(Messages.unknownField(field, of: "\(operand)", near: [], range: range))
      found = .dyn
    }
    return isOptional ? .optional(found) : found
  }

  private mutating func fieldType(
    _ operand: CELType, _ field: String, _ range: SourceRange, _ expression: Expression, _ name: String
  ) -> CELType {
    guard let type = environment.objectType(operand) else { return .dyn }
    if let slot = type.slot(of: field) { return type.fields[slot].type }
    let near = Suggestions.near(field, in: type.fields.map(\.name))
    let written = parsed.written(expression)
    report(Messages.unknownField(field, of: name.contains(".") ? name : written, near: near, range: range))
    return .dyn
  }

  mutating func expect(_ expected: CELType, _ expression: Expression) {
    let found = infer(expression)
    if !inference.accepts(found, as: expected) {
      report(
        Messages.mismatch(expected: expected, found: inference.resolve(found, atEnd: true), range: expression.range))
    }
  }

  private mutating func conditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression
  ) -> CELType {
    expect(.bool, condition)
    var branches = [infer(then), infer(otherwise)]
    convertWholeNumbers([then, otherwise], &branches, areBranches: true)
    if let joined = inference.join(branches[0], branches[1]) { return joined }
    let found = branches.map { inference.resolve($0, atEnd: true) }
    report(Messages.mismatch(expected: found[0], found: found[1], range: otherwise.range))
    return .dyn
  }

  /// The type of all elements of a literal: `dyn` where they differ.
  private mutating func join(_ elements: [(expression: Expression, isOptional: Bool)]) -> CELType {
    var joined: CELType?
    for element in elements {
      var type = infer(element.expression)
      if element.isOptional { type = unwrapped(type, element.expression) }
      guard let before = joined else {
        joined = type
        continue
      }
      joined = inference.join(before, type) ?? .dyn
    }
    return joined ?? inference.variable()
  }

  private mutating func unwrapped(_ type: CELType, _ expression: Expression) -> CELType {
    let inner = inference.variable()
    guard inference.accepts(type, as: .optional(inner)) else {
      report(
        Messages.mismatch(
          expected: .optional(.dyn), found: inference.resolve(type, atEnd: true), range: expression.range))
      return .dyn
    }
    return inference.resolve(inner)
  }
}

extension CELType {
  var isOptional: Bool { if case .optional = self { true } else { false } }
}
