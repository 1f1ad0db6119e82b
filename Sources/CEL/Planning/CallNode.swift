/// A call of a declared function.
final class CallNode: Sendable {
  private let name: String
  /// Those that the checker left possible; which one is meant is decided by the arguments.
  let overloads: [Overload]
  private let arguments: [PlanNode]

  init(_ name: String, _ overloads: [Overload], _ arguments: [PlanNode]) {
    self.name = name
    self.overloads = overloads
    self.arguments = arguments
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(argument.evaluate(&frame)) }
    let overload = overloads.first { accepts($0, values) }
    var absence = Absence()
    for (index, value) in values.enumerated() {
      if case .unknown = value {
        if overload?.unknownParameters.contains(index) != true { absence.note(value) }
      } else if case .error = value {
        absence.note(value)
      } else if overload?.openParameters.contains(index) != true {
        absence.note(value.unknownsWithin)
      }
    }
    if let result = absence.result { return result }
    guard let overload else { return .error(.noOverload(name)) }
    return overload.body(values)
  }

  private func accepts(_ overload: Overload, _ values: [Value]) -> Bool {
    zip(values, overload.parameters).allSatisfy { $0.isOf($1) }
  }
}

extension Value {
  /// Whether the value can be an argument for a parameter of the type; what is not known can be anything.
  func isOf(_ type: CELType) -> Bool {
    switch (self, type) {
    case (.error, _), (.unknown, _), (_, .dyn), (_, .parameter): true
    case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.string, .string): true
    case (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration), (.map, .map): true
    case (.list(let list), .list(let element)): list.items.first?.isOf(element) ?? true
    case (.record(let record), .object(let name)): record.type.name == name
    default: false
    }
  }
}
