/// What a macro runs over, and what each step costs.
struct Steps: Sendable {
  private let range: PlanNode
  /// One: the element or the key. Two: the index or the key, and the element or the value.
  let variables: Int
  private let cost: Int

  init(_ range: PlanNode, variables: Int, cost: Int) {
    self.range = range
    self.variables = variables
    self.cost = cost
  }

  /// Runs the body with the variables of each step, until it gives false. The result is why there may be further steps,
  /// or in its place the value that the macro has where there is nothing to run over.
  func run(
    _ frame: inout Frame, _ body: (inout Frame) -> Bool
  ) -> (openness: UnknownSet?, failure: Value?) {
    run(over: range.evaluate(&frame), &frame, body)
  }

  func evaluateRange(_ frame: inout Frame) -> Value { range.evaluate(&frame) }

  func run(
    over range: Value, _ frame: inout Frame, _ body: (inout Frame) -> Bool
  ) -> (openness: UnknownSet?, failure: Value?) {
    switch range {
    case .list(let list):
      let place = frame.push(variables)
      defer { frame.pop(variables) }
      for index in list.items.indices {
        guard frame.spend(cost) else { return (nil, .error(.budgetSpent)) }
        if variables == 1 {
          frame.locals[place] = list.items[index]
        } else {
          frame.locals[place] = list.openness.map { .unknown($0) } ?? .int(Int64(index))
          frame.locals[place + 1] = list.items[index]
        }
        if !body(&frame) { return (nil, nil) }
      }
      return (list.openness, nil)
    case .map(let map):
      let place = frame.push(variables)
      defer { frame.pop(variables) }
      for index in map.entries.indices {
        guard frame.spend(cost) else { return (nil, .error(.budgetSpent)) }
        frame.locals[place] = map.entries[index].key
        if variables > 1 { frame.locals[place + 1] = map.entries[index].value }
        if !body(&frame) { return (nil, nil) }
      }
      return (map.openness, nil)
    case .error, .unknown: return (nil, range)
    default: return (nil, .error(.noRange(range)))
    }
  }
}

/// `all`, `exists` and `exists_one`.
final class QuantifierNode: Sendable {
  private let macro: Comprehension.Macro
  private let steps: Steps
  private let condition: PlanNode

  init(_ macro: Comprehension.Macro, _ steps: Steps, condition: PlanNode) {
    self.macro = macro
    self.steps = steps
    self.condition = condition
  }

  func evaluate(_ frame: inout Frame) -> Value {
    macro == .existsOne ? evaluateOne(&frame) : evaluateLogic(&frame)
  }

  private func evaluateLogic(_ frame: inout Frame) -> Value {
    var tally = LogicTally(deciding: macro == .exists)
    var decided: Value?
    let end = steps.run(&frame) { frame in
      decided = tally.note(condition.evaluate(&frame))
      return decided == nil
    }
    if let result = end.failure ?? decided { return result }
    tally.note(end.openness)
    return tally.result
  }

  /// Strict over all elements.
  private func evaluateOne(_ frame: inout Frame) -> Value {
    var absence = Absence()
    var count = 0
    let end = steps.run(&frame) { frame in
      let value = condition.evaluate(&frame)
      switch value {
      case .bool(let flag): count += flag ? 1 : 0
      case .error, .unknown: absence.note(value)
      default: absence.note(.noOverload("exists_one"))
      }
      return true
    }
    if let failure = end.failure { return failure }
    absence.note(end.openness)
    return absence.result ?? .bool(count == 1)
  }
}

/// `map`, `filter`, `transformList`, `transformMap` and `transformMapEntry`: strict over all elements.
final class TransformationNode: Sendable {
  private let macro: Comprehension.Macro
  private let steps: Steps
  private let condition: PlanNode?
  private let transform: PlanNode?

  init(_ macro: Comprehension.Macro, _ steps: Steps, condition: PlanNode?, transform: PlanNode?) {
    self.macro = macro
    self.steps = steps
    self.condition = condition
    self.transform = transform
  }

  private var isMap: Bool { macro == .transformMap || macro == .transformMapEntry }

  func evaluate(_ frame: inout Frame) -> Value {
    var absence = Absence()
    var items: [Value] = []
    var entries = EntryCollector()
    let range = steps.evaluateRange(&frame)
    if !isMap { items.reserveCapacity(range.weight) }
    let end = steps.run(over: range, &frame) { frame in
      if let condition {
        let kept = condition.evaluate(&frame)
        guard case .bool(let isKept) = kept else {
          absence.note(kept.isAbsent ? kept : .noOverload(macro.rawValue))
          return true
        }
        if !isKept { return true }
      }
      let local = frame.locals[frame.locals.count - steps.variables]
      guard let value = transform?.evaluate(&frame) else {
        // What is kept of a range is no newly made value: what is unknown in it stays where it is.
        absence.note(local)
        items.append(local)
        return true
      }
      absence.noteWhole(value)
      if !value.isAbsent { add(value, local, &items, &entries, &absence) }
      return true
    }
    if let failure = end.failure { return failure }
    if transform != nil { absence.note(end.openness) }
    if let result = absence.result { return result }
    return isMap ? .map(MapValue(entries.entries)) : .list(ListValue(items, openness: end.openness))
  }

  private func add(
    _ value: Value, _ key: Value, _ items: inout [Value], _ entries: inout EntryCollector, _ absence: inout Absence
  ) {
    switch macro {
    case .transformMap:
      if key.isAbsent { return absence.note(key) }
      if let error = entries.add(key, value) { absence.note(.error(error)) }
    case .transformMapEntry:
      guard let map = value.asMap else { return absence.note(.error(.noMap(value, macro: macro.rawValue))) }
      for entry in map.entries {
        if let error = entries.add(entry.key, entry.value) { absence.note(.error(error)) }
      }
    default: items.append(value)
    }
  }
}

/// `list.sortBy(x, key)`
final class SortingNode: Sendable {
  private let steps: Steps
  private let key: PlanNode

  init(_ steps: Steps, key: PlanNode) {
    self.steps = steps
    self.key = key
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var absence = Absence()
    var items: [Value] = []
    var keys: [Value] = []
    let end = steps.run(&frame) { frame in
      items.append(frame.locals[frame.locals.count - 1])
      let value = key.evaluate(&frame)
      absence.noteWhole(value)
      keys.append(value)
      return true
    }
    if let failure = end.failure { return failure }
    absence.note(end.openness)
    return absence.result ?? ValueSorter.sorted(items, by: keys, &frame.context)
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
    let result = body.evaluate(&frame)
    frame.locals.removeLast()
    return result
  }
}

/// `o.optMap(x, body)` and `o.optFlatMap(x, body)`
final class OptionalBindingNode: Sendable {
  private let optional: PlanNode
  private let body: PlanNode
  private let isFlat: Bool

  init(_ optional: PlanNode, body: PlanNode, isFlat: Bool) {
    self.optional = optional
    self.body = body
    self.isFlat = isFlat
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = optional.evaluate(&frame)
    guard case .optional(let optional) = value else {
      return value.isAbsent ? value : .noOverload(isFlat ? "optFlatMap" : "optMap")
    }
    guard let inner = optional.value else { return .none }
    frame.locals.append(inner)
    let result = body.evaluate(&frame)
    frame.locals.removeLast()
    if result.isAbsent { return result }
    if !isFlat { return .some(result) }
    return result.asOptional == nil ? .noOverload("optFlatMap") : result
  }
}
