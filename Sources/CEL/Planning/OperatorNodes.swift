/// `==` and `!=`
final class EqualityNode: Sendable {
  private let left: PlanNode
  private let right: PlanNode
  private let isNegated: Bool

  init(_ left: PlanNode, _ right: PlanNode, isNegated: Bool) {
    self.left = left
    self.right = right
    self.isNegated = isNegated
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let left = left.evaluate(&frame)
    let right = right.evaluate(&frame)
    if case .string(let first) = left, case .string(let second) = right {
      return .bool(first.utf8.elementsEqual(second.utf8) != isNegated)
    }
    var absence = Absence()
    absence.noteWhole(left)
    absence.noteWhole(right)
    return absence.result ?? .bool(Equality.areEqual(left, right, &frame.context.budget) != isNegated)
  }
}

/// `<`, `<=`, `>`, `>=`
final class ComparisonNode: Sendable {
  private let name: String
  private let left: PlanNode
  private let right: PlanNode
  private let accepted: [Ordering]

  init(_ name: String, _ left: PlanNode, _ right: PlanNode) {
    self.name = name
    self.left = left
    self.right = right
    switch name {
    case "_<_": accepted = [.less]
    case "_<=_": accepted = [.less, .equal]
    case "_>_": accepted = [.greater]
    default: accepted = [.greater, .equal]
    }
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let left = left.evaluate(&frame)
    let right = right.evaluate(&frame)
    if let ordering = Ordering.compare(left, right) { return .bool(accepted.contains(ordering)) }
    var absence = Absence()
    absence.noteWhole(left)
    absence.noteWhole(right)
    return absence.result ?? .noOverload(name)
  }
}

/// `x in list`, `k in map`
final class MembershipNode: Sendable {
  private let element: PlanNode
  private let collection: PlanNode
  /// The items of a list that is always the same, where all can be looked up.
  private let constants: Set<MapKey>?

  init(_ element: PlanNode, _ collection: PlanNode) {
    self.element = element
    self.collection = collection
    guard case .constant(let node) = collection, case .list(let list) = node.value, list.items.count > 4 else {
      constants = nil
      return
    }
    let keys = list.items.compactMap { MapKey($0) }
    constants = keys.count == list.items.count ? Set(keys) : nil
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let element = element.evaluate(&frame)
    if let constants, !element.isAbsent, !element.hasUnknowns {
      return .bool(MapKey(element).map { constants.contains($0) } ?? false)
    }
    let collection = collection.evaluate(&frame)
    if case .error = element { return element }
    if Self.isEmpty(collection) { return .bool(false) }
    var absence = Absence()
    absence.noteWhole(element)
    absence.note(collection)
    if let result = absence.result { return result }
    switch collection {
    case .list(let list): return find(element, list, &frame)
    case .map(let map):
      guard let found = map.value(forKey: element) else { return .bool(false) }
      return found.isAbsent ? found : .bool(true)
    default: return .noOverload("in")
    }
  }

  private static func isEmpty(_ collection: Value) -> Bool {
    switch collection {
    case .list(let list): list.items.isEmpty && list.openness == nil
    case .map(let map): map.entries.isEmpty && map.openness == nil
    default: false
    }
  }

  private func find(_ element: Value, _ list: ListValue, _ frame: inout Frame) -> Value {
    guard frame.spend(list.items.count) else { return .error(.budgetSpent) }
    var unknowns = list.openness
    for item in list.items {
      if item.hasUnknowns {
        unknowns = Value.join(unknowns, item.unknownsWithin)
      } else if Equality.areEqual(element, item, &frame.context.budget) {
        return .bool(true)
      }
    }
    return unknowns.map { .unknown($0) } ?? .bool(false)
  }
}

/// `+ - * / %` and the unary minus.
final class ArithmeticNode: Sendable {
  private let name: String
  private let operands: [PlanNode]

  init(_ name: String, _ operands: [PlanNode]) {
    self.name = name
    self.operands = operands
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let first = operands[0].evaluate(&frame)
    guard operands.count == 2 else {
      return first.isAbsent ? first : name == "-_" ? Arithmetic.negate(first) : .noOverload(name)
    }
    let second = operands[1].evaluate(&frame)
    var absence = Absence()
    absence.noteWhole(first)
    absence.noteWhole(second)
    if let result = absence.result { return result }
    guard frame.spend(first.weight + second.weight) else { return .error(.budgetSpent) }
    return Arithmetic.apply(name, first, second)
  }
}
