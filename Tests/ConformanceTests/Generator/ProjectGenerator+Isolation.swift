extension ProjectGenerator {
  /// Changes answers so that, with luck, one leaf of the rule alone decides it.
  mutating func isolate(_ rule: Requirements.Rule) {
    var conditions = rule.tiers.map(\.condition)
    let isScope = random.happens(0.25) && !rule.appliesWhen.leaves.isEmpty
    if isScope {
      conditions = [rule.appliesWhen]
    } else if random.happens(0.7) {
      aim(at: rule.appliesWhen, .yes)
    }
    setStage(for: rule)
    guard let chosen = conditions.indices.randomElement(using: &random) else { return }
    for other in conditions.indices where other != chosen && random.happens(0.5) { aim(at: conditions[other], .yes) }
    let leaves = conditions[chosen].leaves.count
    guard leaves > 0 else { return }
    isolate(random.number(0...leaves - 1), of: conditions[chosen], random.pick([.no, .no, .yes, .unknown], or: .no))
    if isScope {
      for tier in rule.tiers where random.happens(0.5) { aim(at: tier.condition, random.happens(0.5) ? .yes : .no) }
    } else {
      setStage(for: rule.tiers[chosen])
    }
  }

  private mutating func isolate(_ leaf: Int, of condition: Condition, _ wanted: Truth) {
    switch condition {
    case .always: return
    case .leaf: aim(at: condition, wanted)
    case .not(let part): isolate(leaf, of: part, !wanted)
    case .all(let parts): isolate(leaf, of: parts, wanted, others: .yes)
    case .any(let parts): isolate(leaf, of: parts, wanted, others: .no)
    }
  }

  /// The others first, so that the chosen part has the last word; some are left as they are, for the same reason.
  private mutating func isolate(_ leaf: Int, of parts: [Condition], _ wanted: Truth, others: Truth) {
    var first = 0
    var chosen: (number: Int, part: Condition)?
    let share = random.pick([0, 0.3, 1], or: 1)
    for part in parts {
      let count = part.leaves.count
      if (first..<(first + count)).contains(leaf) {
        chosen = (leaf - first, part)
      } else if random.happens(others == .no ? max(share, 0.5) : share) {
        aim(at: part, others)
      }
      first += count
    }
    if let chosen { isolate(chosen.number, of: chosen.part, wanted) }
  }

  private mutating func setStage(for tier: Requirements.Tier) {
    let stage = random.number(tier.from...(tier.until ?? requirements.stages.count - 1))
    answers["project.lifecycle_stage"] = .raw(requirements.stages[stage])
  }
}
