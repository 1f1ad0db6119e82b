internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.loosening-tier`. A system that leaves service may be asked less, and a tier may say why it ends.
  static let looseningTiers = LintCheck("Rules that ask less at a later stage than at an earlier one.") { subject in
    let reader = FormulaReader(subject.policies)
    let search = Satisfiability(reader)
    return subject.policies.rules.flatMap { rule in
      zip(rule.stagesDue, rule.stagesDue.dropFirst()).compactMap { stage, next -> Diagnostic? in
        guard next != .retirement else { return nil }
        let ended = rule.tiersDue(at: stage).filter { $0.until == stage && $0.endReason == nil }
        guard !ended.isEmpty else { return nil }
        let scope = rule.appliesWhen.map { [reader.read($0)] } ?? []
        let later = rule.tiersDue(at: next).map { reader.read($0.condition) }
        let lost = ended.filter { search.isPossible(.and(scope + later + [.not(reader.read($0.condition))])) }
        return lost.first.map { Messages.loosens(rule, stage, next, at: $0.condition.location) }
      }
    }
  }
}
