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
    absence.note(left)
    absence.note(right)
    if let result = absence.result { return result }
    if let unknowns = Value.join(left.unknownsWithin, right.unknownsWithin) { return .unknown(unknowns) }
    return .bool(Equality.areEqual(left, right) != isNegated)
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
    absence.note(left)
    absence.note(right)
    return absence.result ?? .error(.noOverload(OperatorNames.written(name) ?? name))
  }
}

/// `x in list`, `k in map`
final class MembershipNode: Sendable {
  private let element: PlanNode
  private let collection: PlanNode

  init(_ element: PlanNode, _ collection: PlanNode) {
    self.element = element
    self.collection = collection
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let element = element.evaluate(&frame)
    let collection = collection.evaluate(&frame)
    if case .list(let list) = collection, list.items.isEmpty, list.openness == nil, !element.isAbsent {
      return .bool(false)
    }
    var absence = Absence()
    absence.note(element)
    absence.note(collection)
    if let result = absence.result { return result }
    switch collection {
    case .list(let list):
      var unknowns = list.openness
      for item in list.items {
        if let within = item.unknownsWithin {
          unknowns = Value.join(unknowns, within)
        } else if Equality.areEqual(element, item) {
          return .bool(true)
        }
      }
      return unknowns.map { .unknown($0) } ?? .bool(false)
    case .map(let map): return .bool(map.value(forKey: element) != nil)
    default: return .error(.noOverload("in"))
    }
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
      return first.isAbsent ? first : Arithmetic.negate(first)
    }
    let second = operands[1].evaluate(&frame)
    var absence = Absence()
    absence.note(first)
    absence.note(second)
    return absence.result ?? Arithmetic.apply(name, first, second)
  }
}
