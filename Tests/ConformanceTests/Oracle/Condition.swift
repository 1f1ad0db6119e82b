import LocatedYAML

/// A condition of requirements.yaml: leaves combined by all, any and not.
indirect enum Condition: Sendable {
  case always
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case leaf(Leaf)

  /// A literal under `value`.
  enum Literal: Sendable, Hashable {
    case boolean(Bool)
    case number(Double)
    case text(String)
  }

  struct Leaf: Sendable {
    let field: String
    let op: Operator
    /// One literal for an operator on one value, several for those on a list of values.
    let values: [Literal]
    let parameter: String?
    let factor: String?
    let field2: String?
    let key: String?
    let key2: String?
    let itemOp: Operator?
    let patterns: [String]
  }

  enum Operator: String, Sendable, CaseIterable {
    case eq, ne, lt, le, gt, ge, present, claims, matches, differs, covers, each, excludes
    case productLe = "product_le"
    case productGe = "product_ge"
    case isIn = "in"
    case minItems = "min_items"
    case containsAll = "contains_all"
    case containsAny = "contains_any"
    case noneMatch = "none_match"
    case noneContains = "none_contains"
    case ageLeDays = "age_le_days"
    case inFuture = "in_future"
    case notBefore = "not_before"
    case withinDaysOf = "within_days_of"
    case minDistinct = "min_distinct"
  }

  init(from node: YAMLNode) throws {
    if node.value(forKey: "field") != nil {
      self = .leaf(try Leaf(from: node))
      return
    }
    let pairs = try node.pairs()
    guard pairs.count == 1 else { throw UnexpectedShape(description: "condition with keys \(pairs.map(\.name))") }
    let (name, value) = pairs[0]
    switch name {
    case "always": self = .always
    case "all": self = .all(try (value.items ?? []).map { try Condition(from: $0) })
    case "any": self = .any(try (value.items ?? []).map { try Condition(from: $0) })
    case "not": self = .not(try Condition(from: value))
    default: throw UnexpectedShape(description: "condition `\(name)`")
    }
  }

  /// Every field that the condition reads.
  var fields: Set<String> {
    switch self {
    case .always: []
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.fields) }
    case .not(let part): part.fields
    case .leaf(let leaf): Set([leaf.field] + (leaf.field2.map { [$0] } ?? []))
    }
  }
}

extension Condition.Leaf {
  init(from node: YAMLNode) throws {
    func op(_ key: String) throws -> Condition.Operator? {
      guard let name = try node.value(forKey: key)?.text() else { return nil }
      guard let op = Condition.Operator(rawValue: name) else {
        throw UnexpectedShape(description: "operator `\(name)`")
      }
      return op
    }
    let known: Set = [
      "field", "op", "value", "param", "factor", "field2", "key", "key2", "item_op", "patterns",
    ]
    let strangers = try node.pairs().map(\.name).filter { !known.contains($0) }
    guard strangers.isEmpty else { throw UnexpectedShape(description: "leaf keys \(strangers)") }
    field = try node.text("field")
    guard let named = try op("op") else { throw UnexpectedShape(description: "leaf without an operator") }
    self.op = named
    itemOp = try op("item_op")
    let value = node.value(forKey: "value")
    values = try (value?.items ?? value.map { [$0] } ?? []).map { try Condition.Literal(from: $0) }
    parameter = try node.value(forKey: "param")?.text()
    factor = try node.value(forKey: "factor")?.text()
    field2 = try node.value(forKey: "field2")?.text()
    key = try node.value(forKey: "key")?.text()
    key2 = try node.value(forKey: "key2")?.text()
    patterns = try node.value(forKey: "patterns")?.texts() ?? []
  }
}

extension Condition.Literal {
  init(from node: YAMLNode) throws {
    switch node.scalar?.resolved {
    case .bool(let value): self = .boolean(value)
    case .int(let value): self = .number(Double(value))
    case .double(let value): self = .number(value)
    case .text(let value): self = .text(value)
    case .null, nil: throw UnexpectedShape(description: "literal \(node.described)")
    }
  }
}
