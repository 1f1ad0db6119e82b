/// A value that is the same in every evaluation.
final class ConstantNode: Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }

  func evaluate(_ frame: inout Frame) -> Value { value }
}

/// A declared variable.
final class VariableNode: Sendable {
  private let slot: Int

  init(slot: Int) {
    self.slot = slot
  }

  func evaluate(_ frame: inout Frame) -> Value { frame.variables[slot] }
}

/// A variable of a macro.
final class LocalNode: Sendable {
  private let index: Int

  init(index: Int) {
    self.index = index
  }

  func evaluate(_ frame: inout Frame) -> Value { frame.locals[index] }
}

/// `a.f`
final class FieldNode: Sendable {
  private let operand: PlanNode
  private let field: String
  /// The slot where the operand's type is declared.
  private let slot: Int?

  init(_ operand: PlanNode, field: String, slot: Int?) {
    self.operand = operand
    self.field = field
    self.slot = slot
  }

  func evaluate(_ frame: inout Frame) -> Value {
    switch operand.evaluate(&frame) {
    case .record(let record):
      if let slot = slot ?? record.type.slot(of: field) { return record.fields[slot] }
      return .error(EvaluationError("no such field: `\(field)`"))
    case .map(let map):
      return map.value(forKey: .string(field)) ?? .error(EvaluationError("no such key: `\(field)`"))
    case .error(let error): return .error(error)
    case .unknown(let set): return .unknown(set)
    default: return .error(.noOverload("."))
    }
  }
}

/// `a[i]`
final class IndexNode: Sendable {
  private let operand: PlanNode
  private let index: PlanNode

  init(_ operand: PlanNode, _ index: PlanNode) {
    self.operand = operand
    self.index = index
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let operand = operand.evaluate(&frame)
    let index = index.evaluate(&frame)
    if case .error = operand { return operand }
    if case .error = index { return index }
    if case .unknown = operand { return operand }
    if case .unknown = index { return index }
    switch operand {
    case .list(let list):
      guard let position = Self.position(index) else { return .error(.noOverload("[]")) }
      if list.items.indices.contains(position) { return list.items[position] }
      if let openness = list.openness, position >= 0 { return .unknown(openness) }
      return .error(EvaluationError("no such index: \(position)"))
    case .map(let map):
      return map.value(forKey: index) ?? .error(EvaluationError("no such key: `\(index.written)`"))
    default: return .error(.noOverload("[]"))
    }
  }

  private static func position(_ index: Value) -> Int? {
    switch index {
    case .int(let value): Int(value)
    case .uint(let value): Int(exactly: value)
    case .double(let value): Int(exactly: value)
    default: nil
    }
  }
}

/// `has(a.f)`
final class HasNode: Sendable {
  private let operand: PlanNode
  private let field: String

  init(_ operand: PlanNode, field: String) {
    self.operand = operand
    self.field = field
  }

  func evaluate(_ frame: inout Frame) -> Value {
    switch operand.evaluate(&frame) {
    case .record(let record):
      guard let slot = record.type.slot(of: field) else { return .error(EvaluationError("no such field: `\(field)`")) }
      if case .unknown(let set) = record.fields[slot] { return .unknown(set) }
      return .bool(true)
    case .map(let map): return .bool(map.value(forKey: .string(field)) != nil)
    case .error(let error): return .error(error)
    case .unknown(let set): return .unknown(set)
    default: return .error(.noOverload("has"))
    }
  }
}

/// `[a, b]`
final class ListNode: Sendable {
  private let elements: [PlanNode]

  init(_ elements: [PlanNode]) {
    self.elements = elements
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var absence = Absence()
    var items: [Value] = []
    items.reserveCapacity(elements.count)
    for element in elements {
      let value = element.evaluate(&frame)
      absence.note(value)
      items.append(value)
    }
    return absence.result ?? .list(ListValue(items))
  }
}

/// `{a: b}`
final class MapNode: Sendable {
  private let entries: [(key: PlanNode, value: PlanNode)]

  init(_ entries: [(key: PlanNode, value: PlanNode)]) {
    self.entries = entries
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var absence = Absence()
    var made: [(key: Value, value: Value)] = []
    for entry in entries {
      let key = entry.key.evaluate(&frame)
      let value = entry.value.evaluate(&frame)
      absence.note(key)
      absence.note(value)
      if !key.isAbsent, made.contains(where: { Equality.areEqual($0.key, key) }) {
        absence.note(.error(EvaluationError("the key `\(key.written)` is given twice")))
      }
      made.append((key, value))
    }
    return absence.result ?? .map(MapValue(made))
  }
}

/// Why a strict operation has no value: the first error among its operands, else all that is unknown.
struct Absence {
  private var error: Value?
  private var unknowns: UnknownSet?

  mutating func note(_ value: Value) {
    switch value {
    case .error: if error == nil { error = value }
    case .unknown(let set): unknowns = Value.join(unknowns, set)
    default: break
    }
  }

  mutating func note(_ set: UnknownSet?) { unknowns = Value.join(unknowns, set) }

  var result: Value? { error ?? unknowns.map { .unknown($0) } }
}
