internal import Diagnostics
internal import LinearTimeRegex

/// Checks names and types, collecting every error (cel-spec `langdef.md`, section Gradual Type Checking).
struct Checker {
  let environment: Environment
  private let parsed: ParsedExpression
  private(set) var issues: [ExpressionIssue] = []
  private var types: [CELType]
  private var overloads: [Int: [Overload]] = [:]
  private var scope: [(name: String, type: CELType)] = []

  init(_ parsed: ParsedExpression, _ environment: Environment) {
    self.parsed = parsed
    self.environment = environment
    types = Array(repeating: .dyn, count: parsed.nodeCount)
  }

  mutating func check(expecting expected: CELType?) -> (checked: CheckedExpression?, issues: [ExpressionIssue]) {
    let result = infer(parsed.root)
    if let expected, issues.isEmpty, result != .dyn, result != expected {
      issues.append(Messages.mismatch(expected: expected, found: result, range: parsed.root.range))
    }
    if issues.contains(where: { $0.severity == .error }) { return (nil, issues) }
    let inputs = Set(environment.variables.filter(\.isInput).map(\.name))
    let checked = CheckedExpression(
      parsed: parsed, resultType: result, types: types, overloads: overloads, inputs: inputs)
    if expected == .bool, checked.attributesRead().isEmpty, let value = constantResult(checked) {
      issues.append(Messages.constant(value, range: parsed.root.range))
    }
    return (checked, issues)
  }

  private func constantResult(_ checked: CheckedExpression) -> Bool? {
    guard checked.constantsRead().isEmpty else { return nil }
    let unset = environment.variables.map { _ in Value.null }
    if case .bool(let value) = Program(checked, environment).evaluate(unset) { return value }
    return nil
  }

  mutating func report(_ issue: ExpressionIssue) { issues.append(issue) }

  // MARK: Inference

  @discardableResult
  mutating func infer(_ expression: Expression) -> CELType {
    let type = make(expression)
    types[expression.id] = type
    return type
  }

  private mutating func make(_ expression: Expression) -> CELType {
    switch expression.kind {
    case .literal(let literal): return type(of: literal)
    case .identifier(let name): return identifier(name, expression.range)
    case .select(let operand, let field, let range, _): return select(infer(operand), field, range, operand)
    case .has(let operand, let field, let range):
      _ = select(infer(operand), field, range, operand)
      return .bool
    case .index(let operand, let index, _): return self.index(infer(operand), infer(index), expression)
    case .and(let terms), .or(let terms):
      for term in terms { expect(.bool, term) }
      return .bool
    case .conditional(let condition, let then, let otherwise):
      expect(.bool, condition)
      return join(infer(then), infer(otherwise))
    case .list(let elements): return .list(elements.map { infer($0.value) }.reduce(nil) { joined($0, $1) } ?? .dyn)
    case .map(let entries):
      let keys = entries.map { infer($0.key) }.reduce(nil) { joined($0, $1) }
      let values = entries.map { infer($0.value) }.reduce(nil) { joined($0, $1) }
      return .map(keys ?? .dyn, values ?? .dyn)
    case .structure(let name, let fields):
      for field in fields { infer(field.value) }
      report(Messages.undeclared(name, near: [], range: expression.range))
      return .dyn
    case .call(let name, let nameRange, let target, let arguments):
      return call(name, nameRange, target, arguments, expression)
    case .comprehension(let comprehension): return infer(comprehension)
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

  private mutating func identifier(_ name: String, _ range: SourceRange) -> CELType {
    if let local = scope.last(where: { $0.name == name }) { return local.type }
    let bare = name.hasPrefix(".") ? String(name.dropFirst()) : name
    if let slot = environment.slot(of: bare) { return environment.variables[slot].type }
    let known = scope.map(\.name) + environment.variables.map(\.name)
    report(Messages.undeclared(name, near: Suggestions.near(name, in: known), range: range))
    return .dyn
  }

  private mutating func select(
    _ operand: CELType, _ field: String, _ range: SourceRange, _ expression: Expression
  ) -> CELType {
    switch operand {
    case .dyn: return .dyn
    case .map(_, let value): return value
    case .object(let name):
      guard let type = environment.objectType(operand) else { return .dyn }
      if let slot = type.slot(of: field) { return type.fields[slot].type }
      let near = Suggestions.near(field, in: type.fields.map(\.name))
      let owner = name.contains(".") || name == parsed.written(expression) ? name : parsed.written(expression)
      report(Messages.unknownField(field, of: owner, near: near, range: range))
      return .dyn
    default:
      report(Messages.unknownField(field, of: "\(operand)", near: [], range: range))
      return .dyn
    }
  }

  private mutating func index(_ operand: CELType, _ index: CELType, _ expression: Expression) -> CELType {
    switch operand {
    case .dyn: return .dyn
    case .list(let element) where index.isNumber || index == .dyn: return element
    case .map(_, let value): return value
    default:
      report(Messages.noOverload("[]", [operand, index], hint: nil, range: expression.range))
      return .dyn
    }
  }

  mutating func expect(_ expected: CELType, _ expression: Expression) {
    let found = infer(expression)
    if found != expected, found != .dyn {
      report(Messages.mismatch(expected: expected, found: found, range: expression.range))
    }
  }

  private func joined(_ left: CELType?, _ right: CELType) -> CELType { left.map { join($0, right) } ?? right }

  private func join(_ left: CELType, _ right: CELType) -> CELType {
    if left == right { return left }
    if case .list(let first) = left, case .list(let second) = right { return .list(join(first, second)) }
    return .dyn
  }

  // MARK: Macros

  private mutating func infer(_ comprehension: Comprehension) -> CELType {
    let range = infer(comprehension.range)
    let elements = elementTypes(range, comprehension)
    scope += zip(comprehension.variables, elements).map { ($0, $1) }
    defer { scope.removeLast(comprehension.variables.count) }
    if let condition = comprehension.condition { expect(.bool, condition) }
    let transform = comprehension.transform.map { infer($0) } ?? .dyn
    switch comprehension.macro {
    case .all, .exists, .existsOne: return .bool
    case .map, .transformList: return .list(transform)
    case .filter: if case .list = range { return range } else { return .list(elements[0]) }
    case .transformMap: return .map(elements[0], transform)
    case .transformMapEntry, .bind: return transform
    case .optMap, .optFlatMap: return .dyn
    }
  }

  private mutating func elementTypes(_ range: CELType, _ comprehension: Comprehension) -> [CELType] {
    if comprehension.macro == .bind { return [range] }
    let isSingle = comprehension.variables.count == 1
    switch range {
    case .list(let element): return isSingle ? [element] : [.int, element]
    case .map(let key, let value): return isSingle ? [key] : [key, value]
    case .dyn: return comprehension.variables.map { _ in .dyn }
    default:
      report(
        Messages.noOverload(comprehension.macro.rawValue, [range], hint: nil, range: comprehension.range.range))
      return comprehension.variables.map { _ in .dyn }
    }
  }

  // MARK: Calls

  private mutating func call(
    _ name: String, _ nameRange: SourceRange, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> CELType {
    let operands = (target.map { [$0] } ?? []) + arguments
    let found = operands.map { infer($0) }
    checkOffered(name, operands)
    if OperatorNames.written(name) != nil { return operatorType(name, operands, found, expression) }
    guard let function = environment.functions.function(named: name) else {
      let near = Suggestions.near(name, in: environment.functions.names)
      report(Messages.undeclaredFunction(name, near: near, range: nameRange))
      return .dyn
    }
    checkPattern(name, arguments)
    var results: [CELType] = []
    var possible: [Overload] = []
    let style: Overload.Style = target == nil ? .global : .member
    for overload in function.overloads where overload.style == style && overload.parameters.count == found.count {
      var unifier = Unifier()
      if zip(overload.parameters, found).allSatisfy({ unifier.unify($0, $1) }) {
        possible.append(overload)
        results.append(unifier.resolve(overload.result))
      }
    }
    guard let first = results.first else {
      report(Messages.noOverload(name, found, hint: Self.hint(function), range: nameRange))
      return .dyn
    }
    overloads[expression.id] = possible
    return results.allSatisfy { $0 == first } ? first : .dyn
  }

  private static func hint(_ function: Function) -> String? {
    function.overloads.first?.examples.first.map { "for example `\($0.expression)`" }
  }

  /// A constant pattern that is no regular expression is found here, not when the rule runs.
  private mutating func checkPattern(_ name: String, _ arguments: [Expression]) {
    guard name == "matches", let last = arguments.last, case .literal(.string(let pattern)) = last.kind else { return }
    if let problem = Function.problem(ofPattern: pattern) {
      report(Messages.badPattern(problem.message, remedy: problem.remedy, range: last.range))
    }
  }

  private mutating func operatorType(
    _ name: String, _ operands: [Expression], _ found: [CELType], _ expression: Expression
  ) -> CELType {
    var found = found
    // A whole number next to a decimal one is meant as one: `2` beside a double is `2.0`.
    if found.count == 2, found.contains(.double), name != "@in" {
      for (index, operand) in operands.enumerated() {
        if case .literal(.int) = operand.kind {
          types[operand.id] = .double
          found[index] = .double
        }
      }
    }
    if let result = OperatorTypes.result(name, found) { return result }
    report(Messages.noOverload(name, found, hint: OperatorTypes.hint(name, found), range: expression.range))
    return OperatorTypes.isPredicate(name) ? .bool : .dyn
  }

  // MARK: Offered values

  /// Texts beside a field that offers a choice must be among what it offers: those that it is compared with, and those
  /// of a list.
  private mutating func checkOffered(_ name: String, _ operands: [Expression]) {
    guard let allowed = operands.compactMap({ allowedValues(of: $0) }).first else { return }
    let isComparison = ["_==_", "_!=_", "@in"].contains(name)
    for operand in operands {
      if case .list(let elements) = operand.kind {
        for element in elements { checkOffered(element.value, allowed) }
      } else if isComparison {
        checkOffered(operand, allowed)
      }
    }
  }

  private mutating func checkOffered(_ operand: Expression, _ allowed: [String]) {
    guard case .literal(.string(let text)) = operand.kind, !allowed.contains(text) else { return }
    let near = Suggestions.near(text, in: allowed)
    report(Messages.notAllowed(text, allowed: allowed, near: near, range: operand.range))
  }

  private func allowedValues(of expression: Expression) -> [String]? {
    guard case .select(let operand, let field, _, _) = expression.kind,
      let type = environment.objectType(types[operand.id]), let slot = type.slot(of: field)
    else { return nil }
    return type.fields[slot].allowedValues
  }
}
