internal import CEL
internal import Diagnostics
public import PolicyModel

/// Makes the mutants of a rule: of its conditions, and of the stages at which they count.
public struct MutantGenerator {
  private let policies: PolicySet

  public init(_ policies: PolicySet) {
    self.policies = policies
  }

  /// All mutants, each with a name of its own. What comes to the same condition is one mutant.
  public func mutants(of rule: Rule) -> [Mutant] {
    var found: [Mutant] = []
    if let scope = rule.appliesWhen {
      found += mutants(of: scope, "applies_when", in: rule) { rule.replacing(appliesWhen: $0) }
      found.append(
        Mutant(
          name: "applies_when dropped", hint: "add a case to which the rule does not apply",
          rule: rule.replacing(appliesWhen: nil), location: scope.location))
    }
    for (index, tier) in rule.tiers.enumerated() {
      let name = "tier \(index + 1)"
      found += mutants(of: tier.condition, name, in: rule) { rule.replacing(tier.replacing($0), at: index) }
      found += StageMutations.mutants(of: tier, name, at: index, in: rule)
    }
    found += StageMutations.mutants(of: rule)
    return found.withUniqueNames
  }

  /// Changes that leave no condition. Each is a place that no mutant tests: there have to be none.
  public func failures(of rule: Rule) -> [String] {
    rule.conditions.flatMap { condition in
      ConditionMutations(condition, policies).found.compactMap { mutation in
        let text = mutation.applied(to: condition.source)
        return policies.environment.compile(text, expecting: .bool).checked == nil ? text : nil
      }
    }
  }

  private func mutants(
    of condition: Condition, _ part: String, in rule: Rule, _ make: (Condition) -> Rule
  ) -> [Mutant] {
    let source = condition.source
    var seen: Set<String> = [condition.program.checked.parsed.printed]
    return ConditionMutations(condition, policies).found.compactMap { mutation in
      guard let checked = policies.environment.compile(mutation.applied(to: source), expecting: .bool).checked,
        seen.insert(checked.parsed.printed).inserted
      else { return nil }
      let program = policies.environment.plan(checked)
      return Mutant(
        name: "\(part): \(mutation.name.onOneLine)", hint: mutation.hint.onOneLine,
        rule: make(condition.replacing(program)), location: condition.location(of: mutation.place))
    }
  }
}

extension Rule {
  func replacing(appliesWhen: Condition?) -> Rule {
    replacing(appliesWhen: appliesWhen, dueFrom: dueFrom, dueUntil: dueUntil, tiers: tiers)
  }

  func replacing(_ tier: Tier, at index: Int) -> Rule {
    var tiers = tiers
    tiers[index] = tier
    return replacing(appliesWhen: appliesWhen, dueFrom: dueFrom, dueUntil: dueUntil, tiers: tiers)
  }
}

extension Tier {
  func replacing(_ condition: Condition) -> Tier {
    Tier(from: from, until: until, endReason: endReason, condition: condition)
  }
}

extension String {
  /// Runs of white space as one space.
  fileprivate var onOneLine: String {
    split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }
}

extension [Mutant] {
  /// The same change in two places is numbered.
  fileprivate var withUniqueNames: [Mutant] {
    var counts: [String: Int] = [:]
    return map { mutant in
      let count = counts[mutant.name, default: 0] + 1
      counts[mutant.name] = count
      guard count > 1 else { return mutant }
      return Mutant(
        name: "\(mutant.name) (\(count))", hint: mutant.hint, rule: mutant.rule, location: mutant.location)
    }
  }
}
