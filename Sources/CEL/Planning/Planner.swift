/// Turns a checked expression into nodes: names become slots, overloads are chosen.
struct Planner {
  private let environment: Environment
  private let checked: CheckedExpression
  private var locals: [String] = []
  /// The node of each expression, by its id.
  private(set) var nodes: [PlanNode?]

  init(_ checked: CheckedExpression, _ environment: Environment) {
    self.checked = checked
    self.environment = environment
    nodes = Array(repeating: nil, count: checked.parsed.nodeCount)
  }

  mutating func plan(_ expression: Expression) -> PlanNode {
    let node = make(expression)
    nodes[expression.id] = node
    return node
  }

  private mutating func make(_ expression: Expression) -> PlanNode {
    switch expression.kind {
    case .literal(let literal): return .constant(ConstantNode(value(of: literal, expression)))
    case .identifier(let name): return identifier(name)
    case .select(let operand, let field, _, _):
      let slot = environment.objectType(checked.types[operand.id])?.slot(of: field)
      return .field(FieldNode(plan(operand), field: field, slot: slot))
    case .index(let operand, let index, _): return .index(IndexNode(plan(operand), plan(index)))
    case .has(let operand, let field, _): return .has(HasNode(plan(operand), field: field))
    case .and(let terms): return .logic(LogicNode(terms.map { plan($0) }, deciding: false))
    case .or(let terms): return .logic(LogicNode(terms.map { plan($0) }, deciding: true))
    case .conditional(let condition, let then, let otherwise):
      return .conditional(ConditionalNode(plan(condition), then: plan(then), otherwise: plan(otherwise)))
    case .list(let elements): return fold(.list(ListNode(elements.map { plan($0.value) })), elements.map(\.value))
    case .map(let entries): return .map(MapNode(entries.map { (plan($0.key), plan($0.value)) }))
    case .structure: return .constant(ConstantNode(.error(EvaluationError("message literals are not supported"))))
    case .call(let name, _, let target, let arguments):
      return call(name, expression, (target.map { [$0] } ?? []) + arguments)
    case .comprehension(let comprehension): return plan(comprehension)
    }
  }

  private func value(of literal: Literal, _ expression: Expression) -> Value {
    switch literal {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): checked.types[expression.id] == .double ? .double(Double(value)) : .int(value)
    case .uint(let value): .uint(value)
    case .double(let value): .double(value)
    case .string(let value): .string(value)
    case .bytes(let value): .bytes(value)
    }
  }

  private func identifier(_ name: String) -> PlanNode {
    if let index = locals.lastIndex(of: name) { return .local(LocalNode(index: index)) }
    let bare = name.hasPrefix(".") ? String(name.dropFirst()) : name
    if let slot = environment.slot(of: bare) { return .variable(VariableNode(slot: slot)) }
    return .constant(ConstantNode(.error(EvaluationError("nothing is named `\(name)`"))))
  }

  /// A list of constants is made once.
  private func fold(_ node: PlanNode, _ elements: [Expression]) -> PlanNode {
    let isConstant = elements.allSatisfy { element in
      if case .constant = nodes[element.id] { return true }
      return false
    }
    guard isConstant else { return node }
    var frame = Frame([], limits: environment.limits)
    return .constant(ConstantNode(node.evaluate(&frame)))
  }

  private mutating func call(_ name: String, _ expression: Expression, _ arguments: [Expression]) -> PlanNode {
    let planned = arguments.map { plan($0) }
    switch name {
    case "_==_", "_!=_": return .equality(EqualityNode(planned[0], planned[1], isNegated: name == "_!=_"))
    case "_<_", "_<=_", "_>_", "_>=_": return .comparison(ComparisonNode(name, planned[0], planned[1]))
    case "@in": return .membership(MembershipNode(planned[0], planned[1]))
    case "!_": return .not(NotNode(planned[0]))
    case "_+_", "_-_", "_*_", "_/_", "_%_", "-_": return .arithmetic(ArithmeticNode(name, planned))
    default: return .call(CallNode(name, checked.overloads[expression.id] ?? [], planned))
    }
  }

  private mutating func plan(_ comprehension: Comprehension) -> PlanNode {
    let range = plan(comprehension.range)
    locals += comprehension.variables
    defer { locals.removeLast(comprehension.variables.count) }
    let condition = comprehension.condition.map { plan($0) }
    let transform = comprehension.transform.map { plan($0) }
    let count = comprehension.variables.count
    switch comprehension.macro {
    case .all, .exists, .existsOne:
      guard let condition else { return .constant(ConstantNode(.error(.noOverload(comprehension.macro.rawValue)))) }
      return .quantifier(QuantifierNode(comprehension.macro, range: range, variables: count, condition: condition))
    case .bind:
      guard let transform else { return .constant(ConstantNode(.error(.noOverload("bind")))) }
      return .binding(BindingNode(range, body: transform))
    case .map, .filter, .transformList, .transformMap, .transformMapEntry, .optMap, .optFlatMap:
      return .transformation(
        TransformationNode(
          comprehension.macro, range: range, variables: count, condition: condition, transform: transform))
    }
  }
}
