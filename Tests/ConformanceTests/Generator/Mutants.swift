/// Small errors that a pack could have, to ask whether random projects would show them.
enum Mutants {
  /// Every condition that differs from this one in one place, each with a description.
  static func of(_ condition: Condition) -> [(what: String, condition: Condition)] {
    switch condition {
    case .always: []
    case .not(let part): of(part).map { ($0.what, .not($0.condition)) } + [("not dropped", part)]
    case .all(let parts): of(parts).map { ($0.what, .all($0.parts)) } + [("all becomes any", .any(parts))]
    case .any(let parts): of(parts).map { ($0.what, .any($0.parts)) } + [("any becomes all", .all(parts))]
    case .leaf(let leaf): of(leaf).map { ($0.what, .leaf($0.leaf)) }
    }
  }

  private static func of(_ parts: [Condition]) -> [(what: String, parts: [Condition])] {
    var mutants: [(what: String, parts: [Condition])] = []
    for index in parts.indices {
      var without = parts
      let removed = without.remove(at: index)
      mutants.append(("without \(removed.shortened)", without))
      for mutant in of(parts[index]) {
        var changed = parts
        changed[index] = mutant.condition
        mutants.append((mutant.what, changed))
      }
    }
    return mutants
  }

  private static func of(_ leaf: Condition.Leaf) -> [(what: String, leaf: Condition.Leaf)] {
    var mutants: [(what: String, leaf: Condition.Leaf)] = []
    let neighbours: [Condition.Operator: Condition.Operator] = [
      .lt: .le, .le: .lt, .gt: .ge, .ge: .gt, .containsAll: .containsAny, .eq: .ne, .ne: .eq,
    ]
    if let op = neighbours[leaf.op], leaf.op != .containsAll || leaf.values.count > 1 {
      mutants.append(("\(leaf.field) \(leaf.op.rawValue) becomes \(op.rawValue)", leaf.with(op: op)))
    }
    for index in leaf.values.indices where leaf.values.count > 1 {
      var values = leaf.values
      let value = values.remove(at: index)
      mutants.append(("\(leaf.field) \(leaf.op.rawValue) without \(value)", leaf.with(values: values)))
    }
    for index in leaf.patterns.indices where leaf.patterns.count > 1 {
      var patterns = leaf.patterns
      let name = patterns.remove(at: index)
      mutants.append(("\(leaf.field) \(leaf.op.rawValue) without \(name)", leaf.with(patterns: patterns)))
    }
    return mutants
  }
}

/// The mutants of one rule that no project has told from it so far.
struct Survivors {
  private let rule: Requirements.Rule
  private var alive: [(what: String, mutant: Requirements.Rule)] = []

  init(_ rule: Requirements.Rule) {
    self.rule = rule
    for (what, condition) in Mutants.of(rule.appliesWhen) {
      var mutant = rule
      mutant.appliesWhen = condition
      alive.append(("\(rule.id), applies_when: \(what)", mutant))
    }
    for tier in rule.tiers.indices {
      for (what, condition) in Mutants.of(rule.tiers[tier].condition) {
        var mutant = rule
        mutant.tiers[tier].condition = condition
        alive.append(("\(rule.id), tier \(tier): \(what)", mutant))
      }
    }
  }

  var descriptions: [String] { alive.map(\.what) }

  /// Drops every mutant whose outcome on these answers is not the rule's, and says whether there was one.
  mutating func confront(_ run: Oracle.Run) throws -> Bool {
    let outcomes = try run.outcomes([rule] + alive.map(\.mutant))
    let rest = zip(alive, outcomes.dropFirst()).filter { $0.1 == outcomes[0] }.map(\.0)
    defer { alive = rest }
    return rest.count < alive.count
  }
}

extension Condition {
  fileprivate var shortened: String {
    if case .leaf(let leaf) = self { return "\(leaf.field) \(leaf.op.rawValue)" }
    return "a part on \(fields.sorted().joined(separator: ", "))"
  }
}

extension Condition.Leaf {
  fileprivate func with(
    op: Condition.Operator? = nil, values: [Condition.Literal]? = nil, patterns: [String]? = nil
  ) -> Condition.Leaf {
    Condition.Leaf(
      field: field, op: op ?? self.op, values: values ?? self.values, parameter: parameter, factor: factor,
      field2: field2,
      key: key, key2: key2, itemOp: itemOp, patterns: patterns ?? self.patterns)
  }
}
