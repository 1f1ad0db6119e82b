/// Turns an expression into nodes: names become slots, overloads are chosen, what is constant is made once.
struct Planner {
  private let environment: Environment
  private let checked: CheckedExpression
  /// The node of each expression, by its id.
  private(set) var nodes: [PlanNode?]
  /// How many nodes have been made: what a part of the expression costs at most, without the steps of macros.
  private var count = 0
  /// What may be spent on making constants: less than an evaluation, since a text can hold many.
  private var foldingBudget = Budget(100_000)

  init(_ checked: CheckedExpression, _ environment: Environment) {
    self.checked = checked
    self.environment = environment
    nodes = Array(repeating: nil, count: checked.parsed.nodeCount)
  }

  mutating func plan(_ expression: Expression) -> PlanNode {
    count += 1
    let node = checked.names.references[expression.id].map { self.node(of: $0) } ?? make(expression)
    nodes[expression.id] = node
    return node
  }

  private func node(of reference: NameResolution.Reference) -> PlanNode {
    switch reference {
    case .variable(let slot): .variable(VariableNode(slot: slot))
    case .local(let index): .local(LocalNode(index: index))
    case .type(let name): .constant(ConstantNode(.type(name)))
    }
  }

  private mutating func make(_ expression: Expression) -> PlanNode {
    switch expression.kind {
    case .literal(let literal): return .constant(ConstantNode(value(of: literal, expression)))
    case .identifier(let name): return .constant(ConstantNode(.error(.noSuchAttribute(AttributePath(name)))))
    case .select(let operand, let field, _, let isOptional):
      let slot = environment.objectType(checked.types[operand.id])?.slot(of: field)
      return .field(FieldNode(plan(operand), field: field, slot: slot, isOptional: isOptional))
    case .index(let operand, let index, let isOptional):
      return .index(IndexNode(plan(operand), plan(index), isOptional: isOptional))
    case .has(let operand, let field, _): return .has(HasNode(plan(operand), field: field))
    case .and(let terms): return .logic(LogicNode(terms.map { plan($0) }, deciding: false))
    case .or(let terms): return .logic(LogicNode(terms.map { plan($0) }, deciding: true))
    case .conditional(let condition, let then, let otherwise):
      return .conditional(ConditionalNode(plan(condition), then: plan(then), otherwise: plan(otherwise)))
    case .list(let elements):
      let planned = elements.map { (value: plan($0.value), isOptional: $0.isOptional) }
      return fold(.list(ListNode(planned)), planned.map(\.value))
    case .map(let entries):
      return .map(
        MapNode(entries.map { MapNode.Entry(key: plan($0.key), value: plan($0.value), isOptional: $0.isOptional) }))
    case .structure(let type, _): return .constant(ConstantNode(.error(.noSuchType(type))))
    case .call(let name, _, let target, let arguments):
      return call(name, target, arguments, expression)
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

  /// What is made of constants only is made once, unless it fails: an error belongs to the evaluation.
  private mutating func fold(_ node: PlanNode, _ operands: [PlanNode]) -> PlanNode {
    let isConstant = operands.allSatisfy { if case .constant = $0 { true } else { false } }
    guard isConstant, !foldingBudget.isSpent else { return node }
    var frame = Frame([], environment)
    frame.context.budget = foldingBudget
    let value = node.evaluate(&frame)
    foldingBudget = frame.context.budget
    // Conditions stay as they are, so that it can be said what they would take.
    if value.isAbsent || value.asBool != nil || foldingBudget.isSpent { return node }
    return .constant(ConstantNode(value))
  }

  private mutating func call(
    _ name: String, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> PlanNode {
    let receiver = checked.names.namespacedCalls.contains(expression.id) ? nil : target
    let planned = ((receiver.map { [$0] } ?? []) + arguments).map { plan($0) }
    if receiver == nil, OperatorNames.written(name) != nil { return operation(name, planned) }
    guard let function = checked.names.functions[expression.id] else {
      return .constant(ConstantNode(.error(.noSuchFunction(name))))
    }
    let style: Overload.Style = receiver == nil ? .global : .member
    let possible =
      checked.overloads?[expression.id] ?? function.overloads.filter { $0.style == style }
    let fitting = possible.filter { $0.parameters(count: planned.count) != nil }
    return fold(.call(CallNode(function.name, fitting, planned)), planned)
  }

  private mutating func operation(_ name: String, _ operands: [PlanNode]) -> PlanNode {
    switch name {
    case "_==_", "_!=_": .equality(EqualityNode(operands[0], operands[1], isNegated: name == "_!=_"))
    case "_<_", "_<=_", "_>_", "_>=_": .comparison(ComparisonNode(name, operands[0], operands[1]))
    case "@in": .membership(MembershipNode(operands[0], operands[1]))
    case "!_": .not(NotNode(operands[0]))
    default: fold(.arithmetic(ArithmeticNode(name, operands)), operands)
    }
  }

  private mutating func plan(_ comprehension: Comprehension) -> PlanNode {
    let range = plan(comprehension.range)
    let before = count
    let condition = comprehension.condition.map { plan($0) }
    let transform = comprehension.transform.map { plan($0) }
    let macro = comprehension.macro
    let steps = Steps(range, variables: comprehension.variables.count, cost: 1 + count - before)
    switch (macro, condition, transform) {
    case (.all, let condition?, _), (.exists, let condition?, _), (.existsOne, let condition?, _):
      return .quantifier(QuantifierNode(macro, steps, condition: condition))
    case (.bind, _, let body?): return .binding(BindingNode(range, body: body))
    case (.optMap, _, let body?): return .optionalBinding(OptionalBindingNode(range, body: body, isFlat: false))
    case (.optFlatMap, _, let body?): return .optionalBinding(OptionalBindingNode(range, body: body, isFlat: true))
    case (.sortBy, _, let key?): return .sorting(SortingNode(steps, key: key))
    default: return .transformation(TransformationNode(macro, steps, condition: condition, transform: transform))
    }
  }
}
