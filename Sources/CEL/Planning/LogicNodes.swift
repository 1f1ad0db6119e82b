/// `a && b && …` where `deciding` is false, `a || b || …` where it is true: the deciding value wins, then unknowns, then
/// errors (cel-spec `eval.proto`).
final class LogicNode: Sendable {
  /// The first terms stand alone: what is in an array has to be retained while it is evaluated.
  private let first: PlanNode
  private let second: PlanNode
  private let third: PlanNode?
  private let others: [PlanNode]
  private let deciding: Bool

  /// There are at least two terms.
  init(_ terms: [PlanNode], deciding: Bool) {
    first = terms[0]
    second = terms[1]
    third = terms.count > 2 ? terms[2] : nil
    others = Array(terms.dropFirst(3))
    self.deciding = deciding
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var tally = LogicTally(deciding: deciding)
    if let decided = tally.note(first.evaluate(&frame)) { return decided }
    if let decided = tally.note(second.evaluate(&frame)) { return decided }
    if let third, let decided = tally.note(third.evaluate(&frame)) { return decided }
    for term in others {
      if let decided = tally.note(term.evaluate(&frame)) { return decided }
    }
    return tally.result
  }
}

/// The running result of a conjunction or disjunction.
struct LogicTally {
  private let deciding: Bool
  private var unknowns = UnknownCollector()
  private var error: EvaluationError?

  init(deciding: Bool) {
    self.deciding = deciding
  }

  /// Notes a term; the result where this term decides.
  @inline(__always)
  mutating func note(_ value: Value) -> Value? {
    if case .bool(let flag) = value { return flag == deciding ? value : nil }
    return noteOther(value)
  }

  private mutating func noteOther(_ value: Value) -> Value? {
    switch value {
    case .unknown(let set): unknowns.add(set)
    case .error(let failure):
      if failure.isLimit { return value }
      if error == nil { error = failure }
    default: if error == nil { error = .noOverload(deciding ? "||" : "&&") }
    }
    return nil
  }

  mutating func note(_ set: UnknownSet?) { unknowns.add(set) }

  var result: Value { unknowns.set.map { .unknown($0) } ?? error.map { .error($0) } ?? .bool(!deciding) }
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
