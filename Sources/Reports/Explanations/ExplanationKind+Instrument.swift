internal import Diagnostics
internal import PolicyModel

extension ExplanationKind {
  /// What a clause says, and which rules follow from it.
  static let clause = ExplanationKind(names: { $0.policies.foundation.instrument.clauses.map(\.id) }) { name, report in
    let instrument = report.policies.foundation.instrument
    guard let clause = instrument.clauses.first(where: { $0.id == name }) else { return }
    report.title("clause \(clause.id)", clause.text)
    report.field("of", "\(instrument.title) (\(instrument.place), \(instrument.date))")
    report.field("asks", clause.asks)
    if !clause.obliges { report.field("obliges", "nothing: \(clause.reason ?? "")") }
    report.list("Rules that follow from it", report.policies.rules.filter { $0.clauses.contains(clause.id) })
  }

  /// What one provision elsewhere says, how far that was checked, and which rules are related to it.
  static let citation = ExplanationKind(
    names: { $0.policies.foundation.instrument.citations.keys.sorted() }
  ) { name, report in
    let instrument = report.policies.foundation.instrument
    guard let citation = instrument.citations[name] else { return }
    report.title(citation.identifier, citation.title)
    if let framework = instrument.framework(of: name) {
      report.field("of", framework.title)
      report.field("ground", framework.standing ?? framework.ground.described)
    }
    report.field(
      "checked",
      (citation.isVerified ? "" : "not verified; ")
        + (citation.basis == .none ? "looked up nowhere" : "against \(citation.basis.described)")
        + (citation.source.map { " (\($0))" } ?? ""))
    report.field("note", citation.note)
    if let numbers = instrument.customaryEquivalents[name] {
      report.field("custom", "ICRC study, rule \(numbers.map(String.init).joined(separator: ", "))")
    }
    report.list("Related rules", report.policies.rules.filter { $0.crosswalk.contains(name) })
  }

  /// What a framework is, whom it binds, and which rules are related to it.
  static let framework = ExplanationKind(
    names: { $0.policies.foundation.instrument.frameworks.map(\.prefix) }
  ) { name, report in
    guard let framework = report.policies.foundation.instrument.frameworks.first(where: { $0.prefix == name }) else {
      return
    }
    report.title(framework.prefix, framework.title)
    report.field("ground", framework.standing ?? framework.ground.described)
    report.field("note", framework.note)
    let rules = report.policies.rules.filter { rule in
      rule.crosswalk.contains { Framework.prefix(of: $0) == name }
    }
    report.list("Related rules", rules)
  }

  /// What a term means, and where it is used.
  static let term = ExplanationKind(names: { $0.policies.foundation.glossary.map(\.term) }) { name, report in
    let foundation = report.policies.foundation
    guard let term = foundation.glossary.first(where: { $0.term == name }) else { return }
    report.title(term.term)
    report.field("means", term.definition)
    report.field("source", term.source)
    report.field("also", term.otherForms.joined(separator: ", "))
  }
}
