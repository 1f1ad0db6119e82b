/// `a && b && …` where `deciding` is false, `a || b || …` where it is true: the deciding value wins, then unknowns, then
/// errors (cel-spec `eval.proto`).
final class LogicNode: Sendable {
  private let terms: [PlanNode]
  private let deciding: Bool

  init(_ terms: [PlanNode], deciding: Bool) {
    self.terms = terms
    self.deciding = deciding
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var tally = LogicTally(deciding: deciding)
    for term in terms {
      if let decided = tally.note(term.evaluate(&frame)) { return decided }
    }
    return tally.result
  }
}

/// The running result of a conjunction or disjunction.
struct LogicTally {
  private let deciding: Bool
  private var unknowns: UnknownSet?
  private var error: Value?

  init(deciding: Bool) {
    self.deciding = deciding
  }

  /// Notes a term; the result where this term decides.
  mutating func note(_ value: Value) -> Value? {
    switch value {
    case .bool(let flag): if flag == deciding { return value }
    case .unknown(let set): unknowns = Value.join(unknowns, set)
    case .error(let failure):
      if failure.isLimit { return value }
      if error == nil { error = value }
    default: if error == nil { error = .noOverload(deciding ? "||" : "&&") }
    }
    return nil
  }

  mutating func note(_ set: UnknownSet?) { unknowns = Value.join(unknowns, set) }

  var result: Value { unknowns.map { .unknown($0) } ?? error ?? .bool(!deciding) }
}

/// `!a`
final class NotNode: Sendable {
  private let operand: PlanNode

  init(_ operand: PlanNode) {
    self.operand = operand
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    switch value {
    case .bool(let flag): return .bool(!flag)
    case .error, .unknown: return value
    default: return .noOverload("!")
    }
  }
}

/// `c ? a : b`
final class ConditionalNode: Sendable {
  private let condition: PlanNode
  private let then: PlanNode
  private let otherwise: PlanNode

  init(_ condition: PlanNode, then: PlanNode, otherwise: PlanNode) {
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = condition.evaluate(&frame)
    switch value {
    case .bool(let flag): return flag ? then.evaluate(&frame) : otherwise.evaluate(&frame)
    case .error, .unknown: return value
    default: return .noOverload("?:")
    }
  }
}
