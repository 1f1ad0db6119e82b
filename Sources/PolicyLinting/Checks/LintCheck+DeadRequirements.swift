internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.never-fails`, `lint.always-fails`, `lint.adds-nothing`.
  static let deadRequirements = LintCheck(
    "Requirements that every project meets, that none can meet, or that others include."
  ) { subject in
    let reader = FormulaReader(subject.policies)
    let search = Satisfiability(reader)
    return subject.policies.rules.flatMap { rule in
      let scope = rule.appliesWhen.map { reader.read($0) } ?? .always
      // What never applies is told once, by another check.
      guard search.isPossible(scope) else { return [Diagnostic]() }
      return deadTiers(of: rule, scope, reader, search)
        + impossibleStages(of: rule, scope, reader, search)
    }
  }

  private static func deadTiers(
    of rule: Rule, _ scope: Formula, _ reader: FormulaReader, _ search: Satisfiability
  ) -> [Diagnostic] {
    rule.tiers.enumerated().compactMap { index, tier in
      let required = reader.read(tier.condition)
      if !search.isPossible(.and([scope, .not(required)])) {
        return Messages.neverFails(rule, tier, at: tier.condition.location)
      }
      let others = rule.tiers.enumerated().filter { other in
        other.offset != index && other.element.from <= tier.from
          && other.element.until ?? .retirement >= tier.until ?? .retirement
          && (other.offset < index || other.element.from < tier.from)
      }
      guard !others.isEmpty else { return nil }
      let known = others.map { reader.read($0.element.condition) }
      return search.isPossible(.and([scope, .not(required)] + known))
        ? nil : Messages.addsNothing(rule, tier, at: tier.condition.location)
    }
  }

  /// The first stage at which what is due excludes itself.
  private static func impossibleStages(
    of rule: Rule, _ scope: Formula, _ reader: FormulaReader, _ search: Satisfiability
  ) -> [Diagnostic] {
    for stage in rule.stagesDue {
      let due = rule.tiersDue(at: stage)
      if !search.isPossible(.and([scope] + due.map { reader.read($0.condition) })) {
        return [Messages.alwaysFails(rule, stage, at: due.last?.condition.location ?? rule.location)]
      }
    }
    return []
  }
}
