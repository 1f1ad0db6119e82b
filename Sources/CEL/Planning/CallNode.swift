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
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    var cost = 1
    for argument in arguments {
      let value = argument.evaluate(&frame)
      cost += value.weight
      if values.isEmpty, let shortcut {
        if value.isAbsent { return value }
        if let result = shortcut(value) { return result }
      }
      values.append(value)
    }
    guard frame.spend(cost) else { return .error(.budgetSpent) }
    let overload = overloads.first { $0.accepts(values) }
    var absence = Absence()
    for (index, value) in values.enumerated() {
      switch value {
      case .unknown: if overload?.unknownParameters.contains(index) != true { absence.note(value) }
      case .error: absence.note(value)
      default:
        if value.hasUnknowns, overload?.openParameters.contains(index) != true { absence.noteWhole(value) }
      }
    }
    if let result = absence.result { return result }
    guard let overload else { return .noOverload(name) }
    let result = overload.body(values, &frame.context)
    return frame.spend(result.weight) ? result : .error(.budgetSpent)
  }
}

extension Overload {
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
