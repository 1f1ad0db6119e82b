/// A call of a declared function.
final class CallNode: Sendable {
  private let name: String
  /// Those that the checker left possible; which one is meant is decided by the arguments.
  let overloads: [Overload]
  private let arguments: [PlanNode]
  /// The first two stand alone: what is in an array has to be retained while it is evaluated.
  private let first: PlanNode?
  private let second: PlanNode?
  private let shortcut: (@Sendable (Value) -> Value?)?

  init(_ name: String, _ overloads: [Overload], _ arguments: [PlanNode]) {
    self.name = name
    self.overloads = overloads
    self.arguments = arguments
    first = arguments.first
    second = arguments.dropFirst().first
    shortcut = overloads.lazy.compactMap(\.shortcut).first
  }

  func evaluate(_ frame: inout Frame) -> Value {
    if shortcut == nil, arguments.count <= 2, let first {
      return if let second { evaluate(first, second, &frame) } else { evaluate(first, &frame) }
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
    guard value.isWhole, let overload = overloads.first(where: { $0.accepts(value) }) else {
      return call([value], &frame)
    }
    guard frame.spend(1 + value.weight) else { return .error(.budgetSpent) }
    let result =
      if case .one(let body) = overload.direct { body(value, &frame.context) } else {
        overload.body([value], &frame.context)
      }
    return frame.spend(result.weight) ? result : .error(.budgetSpent)
  }

  private func evaluate(_ argument: PlanNode, _ other: PlanNode, _ frame: inout Frame) -> Value {
    let (value, otherValue) = (argument.evaluate(&frame), other.evaluate(&frame))
    guard value.isWhole, otherValue.isWhole, let overload = overloads.first(where: { $0.accepts(value, otherValue) })
    else { return call([value, otherValue], &frame) }
    guard frame.spend(1 + value.weight + otherValue.weight) else { return .error(.budgetSpent) }
    let result =
      if case .two(let body) = overload.direct { body(value, otherValue, &frame.context) } else {
        overload.body([value, otherValue], &frame.context)
      }
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
    switch parameters.count {
    case 2: first.isOf(parameters[0]) && second.isOf(parameters[1])
    case 1: isVariadic && first.isOf(parameters[0]) && second.isOf(parameters[0])
    default: false
    }
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
    // One after the other: as a pair both would be copied.
    switch self {
    case .error, .unknown: return true
    default: break
    }
    return switch type {
    case .dyn, .parameter: true
    case .null: if case .null = self { true } else { false }
    case .bool: if case .bool = self { true } else { false }
    case .int: if case .int = self { true } else { false }
    case .uint: if case .uint = self { true } else { false }
    case .double: if case .double = self { true } else { false }
    case .string: if case .string = self { true } else { false }
    case .bytes: if case .bytes = self { true } else { false }
    case .timestamp: if case .timestamp = self { true } else { false }
    case .duration: if case .duration = self { true } else { false }
    case .map: if case .map = self { true } else { false }
    case .type: if case .type = self { true } else { false }
    case .optional: if case .optional = self { true } else { false }
    case .list(let element): if case .list(let list) = self { list.items.first?.isOf(element) ?? true } else { false }
    case .object(let name): if case .record(let record) = self { record.type.name == name } else { false }
    case .opaque: false
    }
  }
}
