/// `a.f`
final class FieldNode: Sendable {
  private let operand: PlanNode
  private let field: PreparedText
  /// The slot where the operand's type is declared.
  private let slot: Int?
  /// The whole way, where all of it is declared.
  let path: RecordPath?
  /// The whole way, where nothing of it is declared.
  let mapPath: MapPath?

  init(_ operand: PlanNode, _ field: PreparedText, slot: Int?) {
    self.operand = operand
    self.field = field
    self.slot = slot
    path = slot.flatMap { RecordPath(operand, slot: $0) }
    mapPath = slot == nil ? MapPath(operand, field) : nil
  }

  var isSure: Bool { slot != nil && operand.isSure }

  func evaluate(_ frame: inout Frame) -> Value {
    if let path, let found = path.value(in: frame) { return found }
    if let mapPath, let found = mapPath.value(in: frame) { return found }
    let value = operand.evaluate(&frame)
    switch value {
    case .record(let record): if let slot { return record.fields[slot] }
    case .map(let map): if let place = map.place(of: field) { return map.entries[place].value }
    default: break
    }
    return Access(value, isOptional: false).result { Access.field(field, of: $0) }
  }
}

/// `a.?f`
final class OptionalFieldNode: Sendable {
  private let operand: PlanNode
  private let field: PreparedText

  init(_ operand: PlanNode, _ field: PreparedText) {
    self.operand = operand
    self.field = field
  }

  func evaluate(_ frame: inout Frame) -> Value {
    Access(operand.evaluate(&frame), isOptional: true).result { Access.field(field, of: $0) }
  }
}

/// `a[i]` and `a[?i]`
final class IndexNode: Sendable {
  private let operand: PlanNode
  private let index: PlanNode
  private let isOptional: Bool

  init(_ operand: PlanNode, _ index: PlanNode, isOptional: Bool) {
    self.operand = operand
    self.index = index
    self.isOptional = isOptional
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let operand = operand.evaluate(&frame)
    let index = index.evaluate(&frame)
    var absence = Absence()
    absence.note(operand)
    absence.noteWhole(index)
    if let result = absence.result { return result }
    return Access(operand, isOptional: isOptional).result { Access.item(index, of: $0) }
  }
}

/// `has(a.f)`
final class HasNode: Sendable {
  private let operand: PlanNode
  private let field: PreparedText
  /// The slot where the operand's type is declared.
  private let slot: Int?
  /// The whole way, where all of it is declared.
  private let path: RecordPath?
  /// The whole way, where nothing of it is declared.
  private let mapPath: MapPath?

  init(_ operand: PlanNode, _ field: PreparedText, slot: Int?) {
    self.operand = operand
    self.field = field
    self.slot = slot
    path = slot.flatMap { RecordPath(operand, slot: $0) }
    mapPath = slot == nil ? MapPath(operand, field) : nil
  }

  func evaluate(_ frame: inout Frame) -> Value {
    if let path, path.isPresent(in: frame) { return .bool(true) }
    if let mapPath, mapPath.isPresent(in: frame) { return .bool(true) }
    return isPresent(in: operand.evaluate(&frame))
  }

  private func isPresent(in value: Value) -> Value {
    switch value {
    case .record(let record):
      guard let slot = slot ?? record.type.slot(of: field.text) else { return .error(.noSuchField(field.text)) }
      return record.fields[slot].isAbsent ? record.fields[slot] : .bool(true)
    case .map(let map):
      if let place = map.place(of: field) {
        return map.entries[place].value.isAbsent ? map.entries[place].value : .bool(true)
      }
    case .optional(let optional): return optional.value.map { isPresent(in: $0) } ?? .bool(false)
    default: break
    }
    switch Access.field(field, of: value) {
    case .found(let found): return found.isAbsent ? found : .bool(true)
    case .missing: return .bool(false)
    case .failed(let failure): return failure
    }
  }
}

/// Looking something up, plainly or where what is missing gives an empty optional.
struct Access {
  enum Outcome {
    case found(Value)
    case missing(EvaluationError)
    /// Nothing can be looked up in the value.
    case failed(Value)
  }

  private let value: Value
  private let isOptional: Bool

  init(_ value: Value, isOptional: Bool) {
    self.value = value
    self.isOptional = isOptional
  }

  /// From an optional the result is an optional too, and an empty one stays so.
  func result(_ look: (Value) -> Outcome) -> Value {
    if case .optional(let optional) = value {
      guard let inner = optional.value else { return .none }
      return Self.optional(look(inner))
    }
    if isOptional { return Self.optional(look(value)) }
    switch look(value) {
    case .found(let found): return found
    case .missing(let error): return .error(error)
    case .failed(let failure): return failure
    }
  }

  private static func optional(_ outcome: Outcome) -> Value {
    switch outcome {
    case .found(let found): found.isAbsent ? found : .some(found)
    case .missing: .none
    case .failed(let failure): failure
    }
  }

  static func field(_ name: PreparedText, of value: Value) -> Outcome {
    switch value {
    case .record(let record):
      record.type.slot(of: name.text).map { .found(record.fields[$0]) } ?? .missing(.noSuchField(name.text))
    case .map(let map): map.value(of: name).map { .found($0) } ?? missing(map, .field(name.text), name.text)
    case .error, .unknown: .failed(value)
    default: .failed(.noOverload("."))
    }
  }

  static func item(_ index: Value, of value: Value) -> Outcome {
    switch value {
    case .list(let list):
      guard let position = position(index) else { return .failed(.noOverload("[]")) }
      if let openness = list.openness, position >= 0 { return .found(.unknown(openness)) }
      if list.items.indices.contains(position) { return .found(list.items[position]) }
      return .missing(.indexOutOfRange(index.written))
    case .map(let map):
      if let found = map.value(forKey: index) { return .found(found) }
      return missing(map, MapKey(index)?.qualifier ?? .field(index.written), index.written)
    case .error, .unknown: return .failed(value)
    default: return .failed(.noOverload("[]"))
    }
  }

  /// What is missing in a variable without any value is not a key, but the value.
  private static func missing(_ map: MapValue, _ step: AttributePath.Qualifier, _ key: String) -> Outcome {
    if let unlisted = map.unlisted, unlisted.isUnbound, let origin = map.origin {
      return .failed(.error(.noSuchAttribute(origin.appending(step))))
    }
    return .missing(.noSuchKey(key))
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
