internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.clause-without-rule`, `lint.clause-obliges-nothing`, `lint.clause-unexplained`.
  static let clausesWithoutRules = LintCheck("Clauses that no rule follows from, or that a rule wrongly cites.") {
    subject in
    let policies = subject.policies
    return policies.foundation.instrument.clauses.flatMap { clause -> [Diagnostic] in
      let rules = policies.rules.filter { $0.clauses.contains(clause.id) }
      guard clause.obliges else {
        return rules.map { Messages.citesNoObligation($0, clause) }
          + (clause.reason == nil ? [Messages.withoutReason(clause)] : [])
      }
      return (rules.isEmpty ? [Messages.withoutRule(clause)] : [])
        + (clause.asks == nil ? [Messages.asksNothing(clause)] : [])
    }
  }
}
