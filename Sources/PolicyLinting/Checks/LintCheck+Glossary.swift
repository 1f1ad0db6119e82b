internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.unused-term`.
  static let glossary = LintCheck("Terms of the glossary that no question, rule, clause or citation uses.") { subject in
    let policies = subject.policies
    let ofQuestions = policies.schema.questions.flatMap { [$0.ask, $0.why ?? "", $0.goodAnswer ?? ""] }
    let ofRules = policies.rules.flatMap {
      [$0.title, $0.requires, $0.why ?? "", $0.remedy, $0.note ?? "", $0.appliesTo] + $0.evidence
    }
    let ofClauses = policies.foundation.instrument.clauses.flatMap { [$0.text, $0.asks ?? ""] }
    let ofCitations = policies.foundation.instrument.citations.values.flatMap { [$0.title, $0.note ?? ""] }
    let texts = ofQuestions + ofRules + ofClauses + ofCitations
    let used = Set(policies.foundation.terms(in: texts).map(\.term))
    return policies.foundation.glossary.filter { !used.contains($0.term) }.map { Messages.unused($0) }
  }
}
