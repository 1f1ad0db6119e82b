/// What a macro runs over: the elements, with their index or key in front where there are two variables.
struct Iteration {
  let steps: [[Value]]
  let openness: UnknownSet?

  /// The value instead where the range is no list and no map.
  static func over(_ range: Value, variables: Int) -> (iteration: Iteration?, failure: Value) {
    switch range {
    case .list(let list):
      let steps =
        variables == 1
        ? list.items.map { [$0] } : list.items.enumerated().map { [.int(Int64($0.offset)), $0.element] }
      return (Iteration(steps: steps, openness: list.openness), .null)
    case .map(let map):
      let steps = variables == 1 ? map.entries.map { [$0.key] } : map.entries.map { [$0.key, $0.value] }
      return (Iteration(steps: steps, openness: nil), .null)
    case .error, .unknown: return (nil, range)
    default: return (nil, .error(EvaluationError("`\(range.typeName)` is no list and no map")))
    }
  }
}

/// `all`, `exists` and `exists_one`.
final class QuantifierNode: Sendable {
  private let macro: Comprehension.Macro
  private let range: PlanNode
  private let variables: Int
  private let condition: PlanNode

  init(_ macro: Comprehension.Macro, range: PlanNode, variables: Int, condition: PlanNode) {
    self.macro = macro
    self.range = range
    self.variables = variables
    self.condition = condition
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let (iteration, failure) = Iteration.over(range.evaluate(&frame), variables: variables)
    guard let iteration else { return failure }
    return macro == .existsOne ? evaluateOne(iteration, &frame) : evaluateLogic(iteration, &frame)
  }

  private func evaluateLogic(_ iteration: Iteration, _ frame: inout Frame) -> Value {
    var tally = LogicTally(deciding: macro == .exists)
    for step in iteration.steps {
      if let spent = frame.step() { return .error(spent) }
      frame.locals += step
      let decided = tally.note(condition.evaluate(&frame))
      frame.locals.removeLast(step.count)
      if let decided { return decided }
    }
    tally.note(iteration.openness)
    return tally.result
  }

  /// Strict over all elements.
  private func evaluateOne(_ iteration: Iteration, _ frame: inout Frame) -> Value {
    var absence = Absence()
    var count = 0
    for step in iteration.steps {
      if let spent = frame.step() { return .error(spent) }
      frame.locals += step
      let value = condition.evaluate(&frame)
      frame.locals.removeLast(step.count)
      switch value {
      case .bool(let flag): count += flag ? 1 : 0
      case .error, .unknown: absence.note(value)
      default: absence.note(.error(.noOverload("exists_one")))
      }
    }
    absence.note(iteration.openness)
    return absence.result ?? .bool(count == 1)
  }
}

/// `map`, `filter`, `transformList` and `transformMap`: strict over all elements.
final class TransformationNode: Sendable {
  private let macro: Comprehension.Macro
  private let range: PlanNode
  private let variables: Int
  private let condition: PlanNode?
  private let transform: PlanNode?

  init(_ macro: Comprehension.Macro, range: PlanNode, variables: Int, condition: PlanNode?, transform: PlanNode?) {
    self.macro = macro
    self.range = range
    self.variables = variables
    self.condition = condition
    self.transform = transform
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let (iteration, failure) = Iteration.over(range.evaluate(&frame), variables: variables)
    guard let iteration else { return failure }
    var absence = Absence()
    var items: [Value] = []
    var entries: [(key: Value, value: Value)] = []
    for step in iteration.steps {
      if let spent = frame.step() { return .error(spent) }
      frame.locals += step
      defer { frame.locals.removeLast(step.count) }
      if let condition {
        let kept = condition.evaluate(&frame)
        guard case .bool(let isKept) = kept else {
          absence.note(kept.isAbsent ? kept : .error(.noOverload(macro.rawValue)))
          continue
        }
        if !isKept { continue }
      }
      let value = transform?.evaluate(&frame) ?? step[step.count - 1]
      absence.note(value)
      switch macro {
      case .transformMap: entries.append((step[0], value))
      case .transformMapEntry:
        if case .map(let map) = value { entries += map.entries }
      default: items.append(value)
      }
    }
    if macro != .filter { absence.note(iteration.openness) }
    if let result = absence.result { return result }
    let isMap = macro == .transformMap || macro == .transformMapEntry
    return isMap ? .map(MapValue(entries)) : .list(ListValue(items, openness: iteration.openness))
  }
}

/// `cel.bind(x, e, body)`
final class BindingNode: Sendable {
  private let value: PlanNode
  private let body: PlanNode

  init(_ value: PlanNode, body: PlanNode) {
    self.value = value
    self.body = body
  }

  func evaluate(_ frame: inout Frame) -> Value {
    frame.locals.append(value.evaluate(&frame))
    defer { frame.locals.removeLast() }
    return body.evaluate(&frame)
  }
}
