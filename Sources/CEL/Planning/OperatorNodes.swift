/// `==` and `!=`
final class EqualityNode: Sendable {
  private let left: PlanNode
  private let right: PlanNode
  private let isNegated: Bool
  /// The right side, where it is always the same text.
  private let text: PreparedText?

  init(_ left: PlanNode, _ right: PlanNode, isNegated: Bool) {
    self.left = left
    self.right = right
    self.isNegated = isNegated
    text = right.constantText
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let left = left.evaluate(&frame)
    if let text, case .string(let other) = left { return .bool(text.isSame(as: other) != isNegated) }
    let right = right.evaluate(&frame)
    if case .string(let first) = left, case .string(let second) = right {
      return .bool(first.isSameText(as: second) != isNegated)
    }
    if let absent = Absence.of(left, right) { return absent }
    return .bool(Equality.areEqual(left, right, &frame.context.budget) != isNegated)
  }
}

/// `<`, `<=`, `>`, `>=`
final class ComparisonNode: Sendable {
  private let name: String
  private let left: PlanNode
  private let right: PlanNode
  private let acceptsLess: Bool
  private let acceptsEqual: Bool
  private let acceptsGreater: Bool

  init(_ name: String, _ left: PlanNode, _ right: PlanNode) {
    self.name = name
    self.left = left
    self.right = right
    acceptsLess = name == "_<_" || name == "_<=_"
    acceptsEqual = name == "_<=_" || name == "_>=_"
    acceptsGreater = !acceptsLess
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let left = left.evaluate(&frame)
    let right = right.evaluate(&frame)
    if let ordering = Ordering.compare(left, right) {
      switch ordering {
      case .less: return .bool(acceptsLess)
      case .equal: return .bool(acceptsEqual)
      case .greater: return .bool(acceptsGreater)
      case .unordered: return .bool(false)
      }
    }
    return Absence.of(left, right) ?? .noOverload(name)
  }
}

/// `x in list`, `k in map`
final class MembershipNode: Sendable {
  private let element: PlanNode
  private let collection: PlanNode
  /// The element, where it is always the same text.
  private let text: PreparedText?
  /// The items of a list that is always the same: texts only, and few.
  private let texts: [PreparedText]?
  /// The items of a longer list that is always the same, where all can be looked up.
  private let constants: Set<MapKey>?

  init(_ element: PlanNode, _ collection: PlanNode) {
    self.element = element
    self.collection = collection
    text = element.constantText
    var items: [Value] = []
    if case .constant(let node) = collection, case .list(let list) = node.value { items = list.items }
    let texts = items.compactMap(\.asString)
    let isShort = (1...8).contains(items.count) && texts.count == items.count
    self.texts = isShort ? texts.map { PreparedText($0) } : nil
    let keys = items.count > 4 && !isShort ? items.compactMap { MapKey($0) } : []
    constants = !keys.isEmpty && keys.count == items.count ? Set(keys) : nil
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let element = element.evaluate(&frame)
    if let texts, case .string(let other) = element {
      for index in texts.indices where texts[index].isSame(as: other) { return .bool(true) }
      return .bool(false)
    }
    if let constants, !element.isAbsent, !element.hasUnknowns {
      return .bool(MapKey(element).map { constants.contains($0) } ?? false)
    }
    let collection = collection.evaluate(&frame)
    if case .error = element { return element }
    // What is not known may still turn out to be an error, unless it is an input.
    if collection.isEmptyCollection, !element.isAbsent || self.element.isSure { return .bool(false) }
    if !element.isWhole || collection.isAbsent {
      var absence = Absence()
      absence.noteWhole(element)
      absence.note(collection)
      if let result = absence.result { return result }
    }
    switch collection {
    case .list(let list): return find(element, list, &frame)
    case .map(let map):
      guard let found = map.value(forKey: element) else { return .bool(false) }
      return found.isAbsent ? found : .bool(true)
    default: return .noOverload("in")
    }
  }

  private func find(_ element: Value, _ list: ListValue, _ frame: inout Frame) -> Value {
    guard frame.spend(list.items.count) else { return .error(.budgetSpent) }
    if !list.hasUnknowns {
      if let text {
        for index in list.items.indices {
          if case .string(let item) = list.items[index], text.isSame(as: item) { return .bool(true) }
        }
        return .bool(false)
      }
      for index in list.items.indices where Equality.areEqual(element, list.items[index], &frame.context.budget) {
        return .bool(true)
      }
      return .bool(false)
    }
    var unknowns = UnknownCollector()
    unknowns.add(list.openness)
    for item in list.items {
      if item.hasUnknowns {
        unknowns.addAll(in: item)
      } else if Equality.areEqual(element, item, &frame.context.budget) {
        return .bool(true)
      }
    }
    return unknowns.set.map { .unknown($0) } ?? .bool(false)
  }
}

extension Value {
  /// Whether nothing is in it, and nothing can be.
  var isEmptyCollection: Bool {
    switch self {
    case .list(let list): list.items.isEmpty && list.openness == nil
    case .map(let map): map.entries.isEmpty && map.openness == nil
    default: false
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
      return first.isAbsent ? first : name == "-_" ? Arithmetic.negate(first) : .noOverload(name)
    }
    let second = operands[1].evaluate(&frame)
    if let absent = Absence.of(first, second) { return absent }
    guard frame.spend(first.weight + second.weight) else { return .error(.budgetSpent) }
    return Arithmetic.apply(name, first, second)
  }
}
