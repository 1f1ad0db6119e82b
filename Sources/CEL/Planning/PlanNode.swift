/// One step of a planned expression. Nodes are made once, evaluated many times, and hold no state.
enum PlanNode: Sendable {
  case constant(ConstantNode)
  case variable(VariableNode)
  case local(LocalNode)
  case field(FieldNode)
  case optionalField(OptionalFieldNode)
  case index(IndexNode)
  case has(HasNode)
  case list(ListNode)
  case map(MapNode)
  case logic(LogicNode)
  case not(NotNode)
  case conditional(ConditionalNode)
  case equality(EqualityNode)
  case comparison(ComparisonNode)
  case membership(MembershipNode)
  case arithmetic(ArithmeticNode)
  case call(CallNode)
  case quantifier(QuantifierNode)
  case transformation(TransformationNode)
  case sorting(SortingNode)
  case binding(BindingNode)
  case optionalBinding(OptionalBindingNode)

  func evaluate(_ frame: inout Frame) -> Value {
    switch self {
    case .constant(let node): node.evaluate(&frame)
    case .variable(let node): node.evaluate(&frame)
    case .local(let node): node.evaluate(&frame)
    case .field(let node): node.evaluate(&frame)
    case .optionalField(let node): node.evaluate(&frame)
    case .index(let node): node.evaluate(&frame)
    case .has(let node): node.evaluate(&frame)
    case .list(let node): node.evaluate(&frame)
    case .map(let node): node.evaluate(&frame)
    case .logic(let node): node.evaluate(&frame)
    case .not(let node): node.evaluate(&frame)
    case .conditional(let node): node.evaluate(&frame)
    case .equality(let node): node.evaluate(&frame)
    case .comparison(let node): node.evaluate(&frame)
    case .membership(let node): node.evaluate(&frame)
    case .arithmetic(let node): node.evaluate(&frame)
    case .call(let node): node.evaluate(&frame)
    case .quantifier(let node): node.evaluate(&frame)
    case .transformation(let node): node.evaluate(&frame)
    case .sorting(let node): node.evaluate(&frame)
    case .binding(let node): node.evaluate(&frame)
    case .optionalBinding(let node): node.evaluate(&frame)
    }
  }

  /// The text that it always is; nil where it is none.
  var constantText: PreparedText? {
    if case .constant(let node) = self, case .string(let text) = node.value { PreparedText(text) } else { nil }
  }

  /// Whether it can turn out to have no value only by not being known: a variable, or a declared field of one.
  var isSure: Bool {
    switch self {
    case .variable: true
    case .field(let node): node.isSure
    default: false
    }
  }
}
