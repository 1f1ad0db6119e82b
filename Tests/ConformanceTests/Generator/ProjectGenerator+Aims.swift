extension ProjectGenerator {
  /// Changes answers so that the rule, as far as it alone is concerned, becomes due and has this truth.
  mutating func aim(at rule: Requirements.Rule, _ wanted: Truth) {
    aim(at: rule.appliesWhen, .yes)
    setStage(for: rule)
    for (index, tier) in rule.tiers.enumerated() where wanted == .yes || index == 0 || random.happens(0.5) {
      aim(at: tier.condition, wanted)
    }
  }

  mutating func setStage(for rule: Requirements.Rule) {
    let last = rule.dueUntil ?? requirements.stages.count - 1
    let stage = random.number(rule.dueFrom...max(rule.dueFrom, last))
    answers["project.lifecycle_stage"] = .raw(requirements.stages[stage])
  }

  mutating func aim(at condition: Condition, _ wanted: Truth) {
    switch condition {
    case .always: return
    case .not(let part): aim(at: part, !wanted)
    case .leaf(let leaf): aim(at: leaf, wanted)
    case .all(let parts): aim(at: parts, wanted, decisive: .no)
    case .any(let parts): aim(at: parts, wanted, decisive: .yes)
    }
  }

  /// One part decides where its value is the decisive one; otherwise no part may have that.
  private mutating func aim(at parts: [Condition], _ wanted: Truth, decisive: Truth) {
    guard let chosen = parts.indices.randomElement(using: &random) else { return }
    if wanted == decisive {
      aim(at: parts[chosen], wanted)
    } else {
      for part in parts { aim(at: part, !decisive) }
      if wanted == .unknown { aim(at: parts[chosen], .unknown) }
    }
  }

  private mutating func aim(at leaf: Condition.Leaf, _ wanted: Truth) {
    guard let field = requirements.fieldsByName[leaf.field] else { return }
    if wanted == .unknown {
      makeUnknown(field)
      return
    }
    let isWanted = wanted == .yes
    switch field.type {
    case .boolean:
      guard case .boolean(let value)? = leaf.values.first else { return answers[field.name] = value(of: field) }
      answers[field.name] = .boolean(value == isWanted)
    case .choice(let offered): aim(at: leaf, isWanted, offered: offered)
    case .number: aim(atNumber: leaf, isWanted)
    case .date: aim(atDate: leaf, isWanted)
    case .text: aim(atText: leaf, isWanted)
    case .list(.choice(let offered)): aim(atChoices: leaf, isWanted, offered: offered)
    case .list(.text): aim(atTexts: leaf, isWanted)
    case .list(.record(let keys)): aim(atRecords: leaf, isWanted, keys: keys)
    case .list, .record: return
    }
  }

  private mutating func makeUnknown(_ field: Requirements.Field) {
    if case .list = field.type, random.happens(0.3) {
      answers[field.name] = .list([.raw(random.pick(Vocabulary.unanswered))])
    } else {
      answers[field.name] = random.happens(0.5) ? nil : .raw(random.pick(Vocabulary.unanswered))
    }
  }

  private mutating func aim(at leaf: Condition.Leaf, _ isWanted: Bool, offered: [String]) {
    let literals = offered.filter { leaf.values.contains(.text($0)) }
    let takesLiterals = leaf.op == .present ? true : (leaf.op == .ne) != isWanted
    let choices = leaf.op == .present ? offered : offered.filter { literals.contains($0) == takesLiterals }
    answers[leaf.field] = .raw(random.pick(choices))
  }

  private mutating func aim(atChoices leaf: Condition.Leaf, _ isWanted: Bool, offered: [String]) {
    let literals = offered.filter { leaf.values.contains(.text($0)) }
    let others = offered.filter { !literals.contains($0) && $0 != "none" && $0 != "none_reasoned" }
    var chosen: [String]
    switch (leaf.op, isWanted) {
    case (.minItems, true), (.present, true): chosen = others
    case (.minItems, false), (.present, false): chosen = []
    case (.containsAll, true): chosen = literals + others.filter { _ in random.happens(0.3) }
    case (.containsAll, false): chosen = Array(literals.shuffled(using: &random).dropLast())
    case (.excludes, true), (.containsAny, false):
      chosen = others.filter { _ in random.happens(0.6) }
      if chosen.isEmpty && offered.contains("none") && !literals.contains("none") { chosen = ["none"] }
    default: chosen = [random.pick(literals)]
    }
    answers[leaf.field] = .list(chosen.map { .raw($0) })
  }

  /// Numbers at the boundary, just beside it, and far from it.
  private mutating func aim(atNumber leaf: Condition.Leaf, _ isWanted: Bool) {
    guard leaf.op != .present else { return answers[leaf.field] = .number(Double(random.number(1...50))) }
    var limit = 0.0
    if let field2 = leaf.field2 {
      var other = Double(random.number(1...60)) / random.pick([1, 2, 10], or: 1)
      if case .raw(let text)? = answers[field2], let known = Double(text), known > 0 { other = known }
      if requirements.fieldsByName[field2]?.unit == "%" { other = min(other, 100) }
      answers[field2] = .number(other)
      let isProduct = leaf.op == .productGe || leaf.op == .productLe
      let parameter = (leaf.parameter ?? leaf.factor).flatMap { requirements.parameters[$0] } ?? 1
      limit = isProduct ? parameter / other : other * parameter
    } else if let name = leaf.parameter {
      limit = requirements.parameters[name] ?? 0
    } else if case .number(let value)? = leaf.values.first {
      limit = value
    }
    let above = limit + random.pick([0.001, 0.5, 1, limit], or: 1)
    let below = max(0, limit - random.pick([0.001, 0.5, 1, limit / 2], or: 1))
    let isPercent = requirements.fieldsByName[leaf.field]?.unit == "%"
    let wantsAbove: Bool
    switch leaf.op {
    case .ge, .gt, .productGe: wantsAbove = isWanted
    default: wantsAbove = !isWanted
    }
    let holdsAtLimit = leaf.op == .ge || leaf.op == .le || leaf.op == .productGe || leaf.op == .productLe
    let value = holdsAtLimit == isWanted && random.happens(0.4) ? limit : (wantsAbove ? above : below)
    answers[leaf.field] = .number(isPercent ? min(value, 100) : value)
  }

  private mutating func aim(atDate leaf: Condition.Leaf, _ isWanted: Bool) {
    func limit(_ leaf: Condition.Leaf) -> Int {
      if let name = leaf.parameter { return Int(requirements.parameters[name] ?? 0) }
      if case .number(let value)? = leaf.values.first { return Int(value) }
      return 0
    }
    var other = day - random.number(1...170)
    if let field2 = leaf.field2 {
      if case .raw(let text)? = answers[field2], let known = Calendar.day(text), known <= day { other = known }
      answers[field2] = .day(other)
    }
    let near = random.pick([0, 1, 30], or: 1)
    switch (leaf.op, isWanted) {
    case (.ageLeDays, true): answers[leaf.field] = .day(day - random.pick([0, 1, limit(leaf)], or: 0))
    case (.ageLeDays, false): answers[leaf.field] = .day(day - limit(leaf) - 1 - near)
    case (.inFuture, _): answers[leaf.field] = .day(isWanted ? day + 1 + near : day - near)
    case (.notBefore, true): answers[leaf.field] = .day(min(day, other + near))
    case (.notBefore, false): answers[leaf.field] = .day(other - 1 - near)
    case (.withinDaysOf, true): answers[leaf.field] = .day(other + random.pick([limit(leaf), 400], or: 0))
    case (.withinDaysOf, false): answers[leaf.field] = .day(other + limit(leaf) + 1 + near)
    default: answers[leaf.field] = .day(day - near)
    }
  }
}
