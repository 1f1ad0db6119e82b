internal import PolicyModel

/// Errors of a rule's stages: each a step too early or too late, an end left out, a tier left out.
enum StageMutations {
  static func mutants(of rule: Rule) -> [Mutant] {
    var found: [Mutant] = []
    for other in neighbours(of: rule.dueFrom) {
      found.append(
        mutant(
          rule, "due_from: \(rule.dueFrom.name) -> \(other.name)", other < rule.dueFrom ? other : rule.dueFrom,
          rule.replacing(appliesWhen: rule.appliesWhen, dueFrom: other, dueUntil: rule.dueUntil, tiers: rule.tiers)))
    }
    if let until = rule.dueUntil {
      for other in neighbours(of: until) {
        found.append(
          mutant(
            rule, "due_until: \(until.name) -> \(other.name)", max(other, until),
            rule.replacing(appliesWhen: rule.appliesWhen, dueFrom: rule.dueFrom, dueUntil: other, tiers: rule.tiers)))
      }
    }
    return found
  }

  static func mutants(of tier: Tier, _ name: String, at index: Int, in rule: Rule) -> [Mutant] {
    var found: [Mutant] = []
    for other in neighbours(of: tier.from) where other >= rule.dueFrom || other > tier.from {
      let changed = Tier(from: other, until: tier.until, endReason: nil, condition: tier.condition)
      found.append(
        mutant(
          rule, "\(name) from: \(tier.from.name) -> \(other.name)", min(other, tier.from),
          rule.replacing(changed, at: index)))
    }
    if let until = tier.until {
      for other in neighbours(of: until) {
        let changed = Tier(from: tier.from, until: other, endReason: nil, condition: tier.condition)
        found.append(
          mutant(
            rule, "\(name) until: \(until.name) -> \(other.name)", max(other, until),
            rule.replacing(changed, at: index)))
      }
    }
    var tiers = rule.tiers
    tiers.remove(at: index)
    found.append(
      Mutant(
        name: "\(name) dropped", hint: "add a case that only this tier fails",
        rule: rule.replacing(
          appliesWhen: rule.appliesWhen, dueFrom: rule.dueFrom, dueUntil: rule.dueUntil, tiers: tiers),
        location: tier.condition.location))
    return found
  }

  private static func mutant(_ rule: Rule, _ name: String, _ telling: LifecycleStage, _ changed: Rule) -> Mutant {
    Mutant(name: name, hint: "add a case at the stage \(telling.name)", rule: changed, location: rule.location)
  }

  private static func neighbours(of stage: LifecycleStage) -> [LifecycleStage] {
    [-1, 1].compactMap { LifecycleStage(rawValue: stage.rawValue + $0) }
  }
}
