/// A call of a declared function.
final class CallNode: Sendable {
  private let name: String
  /// Those that the checker left possible; which one is meant is decided by the arguments.
  let overloads: [Overload]
  private let arguments: [PlanNode]
  private let shortcut: (@Sendable (Value) -> Value?)?

  init(_ name: String, _ overloads: [Overload], _ arguments: [PlanNode]) {
    self.name = name
    self.overloads = overloads
    self.arguments = arguments
    shortcut = overloads.lazy.compactMap(\.shortcut).first
  }

  func evaluate(_ frame: inout Frame) -> Value {
    if shortcut == nil {
      if arguments.count == 1 { return evaluate(arguments[0], &frame) }
      if arguments.count == 2 { return evaluate(arguments[0], arguments[1], &frame) }
    }
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      let value = argument.evaluate(&frame)
      if values.isEmpty, let shortcut {
        if value.isAbsent { return value }
        if let result = shortcut(value) { return result }
      }
      values.append(value)
    }
    return call(values, &frame)
  }

  /// One argument, and no list of arguments where the overload does without.
  private func evaluate(_ argument: PlanNode, _ frame: inout Frame) -> Value {
    let value = argument.evaluate(&frame)
    guard value.isWhole, let overload = overloads.first(where: { $0.accepts(value) }),
      case .one(let body) = overload.direct
    else { return call([value], &frame) }
    guard frame.spend(1 + value.weight) else { return .error(.budgetSpent) }
    let result = body(value, &frame.context)
    return frame.spend(result.weight) ? result : .error(.budgetSpent)
  }

  private func evaluate(_ argument: PlanNode, _ other: PlanNode, _ frame: inout Frame) -> Value {
    let (first, second) = (argument.evaluate(&frame), other.evaluate(&frame))
    guard first.isWhole, second.isWhole,
      let overload = overloads.first(where: { $0.accepts(first, second) }), case .two(let body) = overload.direct
    else { return call([first, second], &frame) }
    guard frame.spend(1 + first.weight + second.weight) else { return .error(.budgetSpent) }
    let result = body(first, second, &frame.context)
    return frame.spend(result.weight) ? result : .error(.budgetSpent)
  }

  private func call(_ values: [Value], _ frame: inout Frame) -> Value {
    guard frame.spend(values.reduce(1) { $0 + $1.weight }) else { return .error(.budgetSpent) }
    let chosen = overloads.first { $0.accepts(values) }
    if let absent = absence(values, chosen) { return absent }
    guard let chosen else { return .noOverload(name) }
    let result = chosen.body(values, &frame.context)
    return frame.spend(result.weight) ? result : .error(.budgetSpent)
  }

  private func absence(_ values: [Value], _ chosen: Overload?) -> Value? {
    if values.allSatisfy(\.isWhole) { return nil }
    var absence = Absence()
    for (index, value) in values.enumerated() {
      switch value {
      case .unknown:
        if let chosen, chosen.unknownParameters.contains(index) { continue }
        absence.note(value)
      case .error: absence.note(value)
      default:
        guard value.hasUnknowns else { continue }
        if let chosen, chosen.openParameters.contains(index) { continue }
        absence.noteWhole(value)
      }
    }
    return absence.result
  }
}

extension Overload {
  fileprivate func accepts(_ value: Value) -> Bool { parameters.count == 1 && value.isOf(parameters[0]) }

  fileprivate func accepts(_ first: Value, _ second: Value) -> Bool {
    parameters.count == 2 && first.isOf(parameters[0]) && second.isOf(parameters[1])
  }

  /// Whether the values can be its arguments.
  func accepts(_ values: [Value]) -> Bool {
    guard values.count >= parameters.count else { return false }
    for (index, value) in values.enumerated() {
      guard index < parameters.count || isVariadic else { return false }
      if !value.isOf(parameters[min(index, parameters.count - 1)]) { return false }
    }
    return true
  }
}

extension Value {
  /// Whether the value can be an argument for a parameter of the type; what is not known can be anything.
  func isOf(_ type: CELType) -> Bool {
    switch (self, type) {
    case (.error, _), (.unknown, _), (_, .dyn), (_, .parameter): true
    case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.string, .string): true
    case (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration), (.map, .map), (.type, .type): true
    case (.optional, .optional): true
    case (.list(let list), .list(let element)): list.items.first?.isOf(element) ?? true
    case (.record(let record), .object(let name)): record.type.name == name
    default: false
    }
  }
}
