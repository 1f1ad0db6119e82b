internal import Diagnostics
internal import PolicyModel

/// The wording of everything that is found: all codes begin with `lint.`.
enum Messages {
  private static func warning(_ code: String, _ message: String, _ remedy: String, _ location: Location) -> Diagnostic {
    Diagnostic(.warning, code: "lint.\(code)", message, at: location, notes: [Note(remedy)])
  }

  private static func error(_ code: String, _ message: String, _ remedy: String, _ location: Location) -> Diagnostic {
    Diagnostic(.error, code: "lint.\(code)", message, at: location, notes: [Note(remedy)])
  }

  // MARK: Conditions

  static func addsNothing(_ rule: Rule, _ tier: Tier, at location: Location) -> Diagnostic {
    warning(
      "adds-nothing", "the tier from \(tier.from.name) of `\(rule.id)` asks nothing that is not due already",
      "remove the tier, or let it ask more", location)
  }

  static func alwaysApplies(_ rule: Rule, at location: Location) -> Diagnostic {
    warning(
      "always-applies", "`\(rule.id)` applies whatever the answers are",
      "leave `applies_when` out, or correct it", location)
  }

  static func alwaysFails(_ rule: Rule, _ stage: LifecycleStage, at location: Location) -> Diagnostic {
    error(
      "always-fails", "no project that `\(rule.id)` applies to can meet what is due at \(stage.name)",
      "what is due together excludes itself: correct one of the conditions", location)
  }

  static func loosens(
    _ rule: Rule, _ stage: LifecycleStage, _ next: LifecycleStage, at location: Location
  ) -> Diagnostic {
    warning(
      "loosening-tier", "`\(rule.id)` asks less at \(next.name) than at \(stage.name)",
      "let the tier go on, let another take its place from \(next.name) on, or say `until_because`", location)
  }

  static func neverApplies(_ rule: Rule, at location: Location) -> Diagnostic {
    error(
      "never-applies", "`\(rule.id)` can't apply to any project",
      "its conditions exclude each other: correct one of them", location)
  }

  static func neverFails(_ rule: Rule, _ tier: Tier, at location: Location) -> Diagnostic {
    error(
      "never-fails", "every project that `\(rule.id)` applies to meets the tier from \(tier.from.name)",
      "a requirement that can't fail decides nothing: correct it, or remove the tier", location)
  }

  // MARK: What nothing uses

  static func unread(_ question: Question) -> Diagnostic {
    warning(
      "unread-question", "no rule reads `\(question.id)`",
      "an officer would answer it for nothing: remove it, or let a rule read it", question.location)
  }

  static func dividesByAnswer(_ rule: Rule, at location: Location) -> Diagnostic {
    warning(
      "divides-by-answer", "`\(rule.id)` divides by what may be 0",
      "multiply the other side instead, such as `a <= b * c`, or ask for more than 0 before", location)
  }

  static func unused(_ parameter: Parameter) -> Diagnostic {
    warning(
      "unused-parameter", "no rule compares with `\(parameter.name)`",
      "remove it, or name it in a condition as `params.\(parameter.name)`", parameter.location)
  }

  static func wrongDirection(_ parameter: Parameter, _ actual: Parameter.Direction, _ rule: Rule) -> Diagnostic {
    warning(
      "wrong-direction",
      "`\(parameter.name)` is said to tighten \(parameter.tighten.rawValue), and `\(rule.id)` becomes stricter "
        + "\(actual.rawValue)",
      "write `tighten: \(actual.rawValue)`, or turn the comparison round", parameter.location)
  }

  static func unused(_ pattern: TextPattern) -> Diagnostic {
    warning(
      "unused-pattern", "no rule looks for `\(pattern.name)`",
      "remove it, or name it in a condition as `patterns.\(pattern.name)`", pattern.location)
  }

  static func unused(_ term: GlossaryTerm) -> Diagnostic {
    warning(
      "unused-term", "`\(term.term)` stands in no question, rule, clause or citation",
      "remove it, or add the form in which it is used under `also`", term.location)
  }

  static func unused(_ citation: Citation) -> Diagnostic {
    warning(
      "unused-citation", "no rule is related to `\(citation.identifier)`", "remove it, or add it to a rule's crosswalk",
      citation.location)
  }

  // MARK: Clauses

  static func asksNothing(_ clause: Clause) -> Diagnostic {
    warning(
      "clause-unexplained", "clause `\(clause.id)` does not say what projects are asked because of it",
      "add `asks:` with a sentence", clause.location)
  }

  static func citesNoObligation(_ rule: Rule, _ clause: Clause) -> Diagnostic {
    error(
      "clause-obliges-nothing", "`\(rule.id)` cites clause \(clause.id), from which nothing follows for a project",
      "cite the clause that the rule follows from", rule.location)
  }

  static func withoutReason(_ clause: Clause) -> Diagnostic {
    warning(
      "clause-unexplained", "clause `\(clause.id)` obliges nothing and does not say why",
      "add `reason:` with a sentence",
      clause.location)
  }

  static func withoutRule(_ clause: Clause) -> Diagnostic {
    warning(
      "clause-without-rule", "no rule follows from clause `\(clause.id)`",
      "let a rule cite it, or say `obliges: false` and why", clause.location)
  }

  // MARK: Words

  static func badExample(_ question: Question, _ fault: String) -> Diagnostic {
    error(
      "bad-example", "the example of `\(question.id)` is no good answer: \(fault)",
      "write an answer that would be accepted",
      question.location)
  }

  static func missingEvidence(_ rule: Rule) -> Diagnostic {
    warning(
      "missing-evidence", "`\(rule.id)` does not say what would show that it holds",
      "add `evidence:` with the documents or records that a reviewer would ask for", rule.location)
  }

  static func missingExample(_ question: Question) -> Diagnostic {
    warning(
      "missing-example", "`\(question.id)` has no example", "add `example:` with the answer of a made-up project",
      question.location)
  }

  static func missingWords(_ keys: [String], of question: Question) -> Diagnostic {
    let list = keys.map { "`\($0)`" }.joined(separator: ", ")
    return warning(
      "missing-words", "`\(question.id)` lacks \(list)",
      "say why it is asked, what a good answer looks like, and who usually knows", question.location)
  }

  static func missingWords(_ rule: Rule) -> Diagnostic {
    warning(
      "missing-words", "`\(rule.id)` does not say why it is there", "add `why:`, with what follows from which clause",
      rule.location)
  }

  static func numberInWords(_ rule: Rule, _ parameter: Parameter, _ spelling: String) -> Diagnostic {
    warning(
      "number-in-words", "the words of `\(rule.id)` say `\(spelling)`, which is the parameter `\(parameter.name)`",
      "write `{\(parameter.name)}`, so that the words stay true where an overlay changes the number", rule.location)
  }

  static func remedySaysNothing(_ rule: Rule) -> Diagnostic {
    warning(
      "remedy-says-nothing", "the remedy of `\(rule.id)` does not say what to do",
      "say in a sentence what mends each way to fail", rule.location)
  }

  static func withoutCases(_ rule: Rule) -> Diagnostic {
    warning(
      "rule-without-cases", "no case tests `\(rule.id)`",
      "add cases in the file `NAME.tests.yaml` beside the pack", rule.location)
  }

  // MARK: Law

  static func groundWithoutSource(_ rule: Rule, _ ground: Ground) -> Diagnostic {
    let source = ground == .treaty ? "no treaty" : "no provision that the study on customary law matches"
    return warning(
      "ground-without-source", "`\(rule.id)` is labelled \(ground.rawValue), and its crosswalk names \(source)",
      "add the provision that carries it, or drop the label", rule.location)
  }

  static func sourceWithoutGround(_ rule: Rule, _ ground: Ground, _ source: String) -> Diagnostic {
    warning(
      "source-without-ground", "`\(rule.id)` is related to `\(source)`, and is not labelled \(ground.rawValue)",
      "add the label, or drop the provision where it does not carry the rule", rule.location)
  }

  static func unverified(_ citation: Citation, in rule: Rule) -> Diagnostic {
    Diagnostic(
      .note, code: "lint.unverified-citation",
      "`\(rule.id)` is related to `\(citation.identifier)`, which nobody has verified", at: rule.location,
      notes: [Note("it is marked so wherever it is shown; verify it against its text", at: citation.location)])
  }

  static func withoutCitation(_ rule: Rule, _ identifier: String) -> Diagnostic {
    warning(
      "no-citation", "`\(rule.id)` is related to `\(identifier)`, which is not described",
      "describe it under `citations:` of the foundation", rule.location)
  }

  static func withoutGround(_ rule: Rule) -> Diagnostic {
    warning(
      "no-ground", "`\(rule.id)` does not say whether it is treaty, custom or policy", "add `grounds:`", rule.location)
  }
}
