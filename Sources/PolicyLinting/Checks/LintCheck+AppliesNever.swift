internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.never-applies`, `lint.always-applies`.
  static let appliesNever = LintCheck("Rules whose scope no project can be in, or every project is in.") { subject in
    let reader = FormulaReader(subject.policies)
    let search = Satisfiability(reader)
    return subject.policies.rules.compactMap { rule in
      guard let scope = rule.appliesWhen else { return nil }
      let formula = reader.read(scope)
      if !search.isPossible(formula) { return Messages.neverApplies(rule, at: scope.location) }
      if !search.isPossible(.not(formula)) { return Messages.alwaysApplies(rule, at: scope.location) }
      return nil
    }
  }
}
