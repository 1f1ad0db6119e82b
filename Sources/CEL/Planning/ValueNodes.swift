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
  let slot: Int

  init(slot: Int) {
    self.slot = slot
  }

  func evaluate(_ frame: inout Frame) -> Value { frame.variables[slot] }
}

/// A variable of a macro.
final class LocalNode: Sendable {
  let index: Int

  init(index: Int) {
    self.index = index
  }

  func evaluate(_ frame: inout Frame) -> Value { frame.locals[index] }
}

/// `[a, b, ?c]`
final class ListNode: Sendable {
  private let elements: [(value: PlanNode, isOptional: Bool)]

  init(_ elements: [(value: PlanNode, isOptional: Bool)]) {
    self.elements = elements
  }

  func evaluate(_ frame: inout Frame) -> Value {
    guard frame.spend(elements.count) else { return .error(.budgetSpent) }
    var absence = Absence()
    var items: [Value] = []
    items.reserveCapacity(elements.count)
    for element in elements {
      let value = element.value.evaluate(&frame)
      absence.noteWhole(value)
      if !element.isOptional {
        items.append(value)
      } else if let optional = value.asOptional {
        if let inner = optional.value { items.append(inner) }
      } else if !value.isAbsent {
        absence.note(.noOverload("[?]"))
      }
    }
    return absence.result ?? .list(ListValue(items))
  }
}

/// `{a: b, ?c: d}`
final class MapNode: Sendable {
  struct Entry: Sendable {
    let key: PlanNode
    let value: PlanNode
    let isOptional: Bool
  }

  private let entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries
  }

  func evaluate(_ frame: inout Frame) -> Value {
    guard frame.spend(entries.count) else { return .error(.budgetSpent) }
    var absence = Absence()
    var made = EntryCollector()
    for entry in entries {
      let key = entry.key.evaluate(&frame)
      let value = entry.value.evaluate(&frame)
      absence.noteWhole(key)
      absence.noteWhole(value)
      guard !key.isAbsent else { continue }
      if !entry.isOptional {
        if let error = made.add(key, value) { absence.note(.error(error)) }
      } else if let optional = value.asOptional {
        if let inner = optional.value, let error = made.add(key, inner) { absence.note(.error(error)) }
      } else if !value.isAbsent {
        absence.note(.noOverload("{?}"))
      }
    }
    return absence.result ?? .map(MapValue(made.entries))
  }
}

/// Entries of a map that is being made: keys of the right types, each once.
struct EntryCollector {
  private(set) var entries: [(key: Value, value: Value)] = []
  private var keys: Set<MapKey> = []

  /// What is wrong with the entry; nil where it was added.
  mutating func add(_ key: Value, _ value: Value) -> EvaluationError? {
    switch key {
    case .bool, .int, .uint, .string: break
    default: return .unsupportedKey(key)
    }
    guard let mapKey = MapKey(key), keys.insert(mapKey).inserted else { return .repeatedKey(key.written) }
    entries.append((key, value))
    return nil
  }
}

/// Why a strict operation has no value: the first error among its operands, else all that is unknown.
struct Absence {
  private var error: EvaluationError?
  private var unknowns = UnknownCollector()

  /// Why an operation on two values has none; nil where it has.
  static func of(_ left: Value, _ right: Value) -> Value? {
    if left.isWhole && right.isWhole { return nil }
    var absence = Absence()
    absence.noteWhole(left)
    absence.noteWhole(right)
    return absence.result
  }

  mutating func note(_ value: Value) {
    switch value {
    case .error(let failure): if error == nil { error = failure }
    case .unknown(let set): unknowns.add(set)
    default: break
    }
  }

  /// Notes the value and all that is unknown inside it.
  mutating func noteWhole(_ value: Value) {
    if case .error = value { return note(value) }
    unknowns.addAll(in: value)
  }

  mutating func note(_ set: UnknownSet?) { unknowns.add(set) }

  var result: Value? { error.map { .error($0) } ?? unknowns.set.map { .unknown($0) } }
}
