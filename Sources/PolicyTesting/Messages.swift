internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import PolicyModel

/// The wording of everything that is said of cases: codes of their own begin with `tests.`.
enum Messages {
  // MARK: The file

  static func missing(_ key: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "file.missing-key", "`\(key)` is missing", at: location,
      notes: [Note("add `\(key):` with its value")])
  }

  static func noSuch(_ what: String, _ name: String, near: [String], at location: Location) -> Diagnostic {
    let kind = what.split(separator: " ").first.map(String.init) ?? what
    return Diagnostic(
      .error, code: "tests.unknown-\(kind)", "there is no \(what) of the name `\(Diagnostic.shortened(name))`",
      at: location,
      notes: [Note(near.first.map { "did you mean `\($0)`?" } ?? "check the spelling")],
      fixIts: near.first.map { [FixIt(location.range, replacement: $0)] } ?? [])
  }

  static func wrongHeader(_ found: String?, at location: Location) -> Diagnostic {
    let message =
      found.map { "expected `answerable: pack-tests/1`, found `answerable: \(Diagnostic.shortened($0))`" }
      ?? "this does not begin with `answerable: pack-tests/1`"
    return Diagnostic(
      .error, code: "file.wrong-header", message, at: location,
      notes: [Note("if it is meant to hold cases, write `answerable: pack-tests/1` as its first line")])
  }

  static func otherPack(_ cases: PackCases) -> Diagnostic {
    Diagnostic(
      .error, code: "tests.other-pack",
      "these cases are for `\(cases.pack)`, which is not tested here: none of them is run",
      at: cases.location, notes: [Note("name its pack as well, or correct `pack`")])
  }

  // MARK: Cases

  static func wrongOutcome(_ rule: Rule, _ test: PackCase, _ result: RuleResult) -> Diagnostic {
    var notes = result.causes.prefix(6).map { cause in
      Note("\(cause.field) is \(cause.actual?.written ?? "not answered"), required: \(cause.required)")
    }
    if !result.unanswered.isEmpty { notes.append(Note("unanswered: \(result.unanswered.joined(separator: ", "))")) }
    if let reason = result.notApplicable { notes.append(Note("it does not apply: \(reason.rawValue)")) }
    if notes.isEmpty { notes.append(Note("nothing that is due at this stage stands against it")) }
    notes.append(Note("correct the case, or the rule", at: rule.location))
    return Diagnostic(
      .error, code: "tests.wrong-outcome",
      "`\(rule.id)` is \(result.outcome.rawValue) here, not \(test.outcome.rawValue)", at: test.outcomeLocation,
      notes: notes)
  }

  static func wrongFields(
    _ key: String, of rule: Rule, expected: [String], found: [String], at location: Location
  ) -> Diagnostic {
    func list(_ fields: [String]) -> String {
      fields.isEmpty ? "none" : fields.map { "`\($0)`" }.joined(separator: ", ")
    }
    return Diagnostic(
      .error, code: "tests.wrong-\(key)", "the \(key) of `\(rule.id)` are \(list(found)), not \(list(expected))",
      at: location, notes: [Note("correct the case, or the rule", at: rule.location)])
  }

  static func noCases(_ rule: Rule) -> Diagnostic {
    Diagnostic(
      .error, code: "tests.no-cases", "no case tests `\(rule.id)`", at: rule.location,
      notes: [Note("add cases under its id in the file `NAME.tests.yaml` beside the pack")])
  }

  static func notTested(_ outcomes: [Outcome], _ rule: Rule, at location: Location) -> Diagnostic {
    let list = outcomes.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return Diagnostic(
      .error, code: "tests.outcome-not-tested", "no case of `\(rule.id)` comes to \(list)", at: location,
      notes: [Note("add a case for each")])
  }

  // MARK: Coverage

  static func notCovered(
    _ rule: Rule, _ text: String, _ missing: String, because reason: String, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .error, code: "tests.not-covered", "no case of `\(rule.id)` sees `\(text)` come to \(missing)", at: location,
      notes: [Note(reason)])
  }

  static func staleImpossible(_ sight: ImpossibleSight) -> Diagnostic {
    let what =
      switch sight.subject {
      case .outcome(let outcome): "the outcome `\(outcome.rawValue)`"
      case .term(let term, let value): "`\(Diagnostic.shortened(term))` as \(value)"
      }
    return Diagnostic(
      .error, code: "tests.stale-impossible", "\(what) is listed as impossible, but a case shows it, or nothing is so",
      at: sight.location, notes: [Note("remove the entry, or correct it")])
  }

  // MARK: Mutants

  static func survives(_ rule: Rule, _ mutant: Mutant) -> Diagnostic {
    Diagnostic(
      .error, code: "tests.mutant-survives", "no case of `\(rule.id)` notices the change \(mutant.name)",
      at: mutant.location,
      notes: [
        Note(mutant.hint), Note("where no answers can tell the two apart, list it under `equivalent` with the reason"),
      ])
  }

  static func staleEquivalent(_ equivalent: EquivalentMutant, _ fault: String) -> Diagnostic {
    Diagnostic(
      .error, code: "tests.stale-equivalent", "`\(equivalent.mutant)` is listed as equivalent, but \(fault)",
      at: equivalent.location, notes: [Note("remove the entry, or correct its name")])
  }
}
