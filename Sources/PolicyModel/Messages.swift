internal import CEL
internal import Diagnostics

/// The wording of everything this module says of packs, projects and review records.
///
/// Codes: `pack.*` for packs, `project.*` for project descriptions, `review.*` for review records, `file.*` for what all
/// have in common.
enum Messages {
  // MARK: All files

  static func badForm(_ text: String, _ form: TextForm, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: form.code, "`\(Diagnostic.shortened(text))` can't be \(form.subject)", at: location,
      notes: [Note(form.remedy)])
  }

  static func missingKey(_ key: String, in subject: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "file.missing-key", "\(subject) needs `\(key)`", at: location,
      notes: [Note("add `\(key):` with its value")])
  }

  static func mergeKey(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "file.merge-key", "`<<` does not copy fields here: it is not part of YAML 1.2", at: location,
      notes: [Note("write the fields out, each with its own answer")])
  }

  static func notOffered(_ value: String, _ offered: [String], at location: Location) -> Diagnostic {
    let near = Suggestions.near(value, in: offered)
    let list = offered.map { "`\($0)`" }.joined(separator: ", ")
    let hint = near.first.map { "did you mean `\($0)`?" } ?? "it can be \(list)"
    return Diagnostic(
      .error, code: "file.value-not-offered", "`\(Diagnostic.shortened(value))` is not among the values offered",
      at: location,
      notes: [Note(hint)], fixIts: near.first.map { [FixIt(location.range, replacement: $0)] } ?? [])
  }

  static func unknownKey(_ key: String, in subject: String, near: [String], at location: Location) -> Diagnostic {
    if key == "<<" { return mergeKey(at: location) }
    return Diagnostic(
      .error, code: "file.unknown-key", "\(subject) has no `\(Diagnostic.shortened(key))`", at: location,
      notes: [Note(near.first.map { "did you mean `\($0)`?" } ?? "remove it, or check the spelling")],
      fixIts: near.first.map { [FixIt(location.range, replacement: $0)] } ?? [])
  }

  static func wrongKind(expected: String, found: String, remedy: String? = nil, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "file.wrong-kind", "expected \(expected), found \(found)", at: location,
      notes: [Note(remedy ?? "write \(expected)")])
  }

  static func wrongHeader(expected: String, found: String?, at location: Location) -> Diagnostic {
    let message =
      found.map { "expected `answerable: \(expected)`, found `answerable: \(Diagnostic.shortened($0))`" }
      ?? "this does not begin with `answerable: \(expected)`"
    let kind = ["project/1": "a project description", "review/1": "a review record"][expected] ?? "a policy pack"
    return Diagnostic(
      .error, code: "file.wrong-header", message, at: location,
      notes: [Note("if it is meant to be \(kind), write `answerable: \(expected)` as its first line")])
  }

  // MARK: Packs

  static func condition(_ issue: ExpressionIssue, at location: Location) -> Diagnostic {
    let notes = issue.notes.isEmpty ? ["correct the condition at this place: it is written in CEL"] : issue.notes
    return Diagnostic(
      issue.severity, code: issue.code, issue.message, at: location, notes: notes.map { Note($0) },
      fixIts: issue.replacement.map { [FixIt(location.range, replacement: $0)] } ?? [])
  }

  static func conditionReadsNothing(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.constant-requirement", "this condition reads no answer", at: location,
      notes: [Note("a requirement that no answer can change decides nothing")])
  }

  static func contradiction(_ message: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.contradiction", message, at: location,
      notes: [Note("no answer can satisfy both; correct one of the two")])
  }

  static func duplicate(_ what: String, _ id: String, at location: Location, first: Location?) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.duplicate-id", "the \(what) `\(id)` is declared twice", at: location,
      notes: first.map { [Note("it was first declared here", at: $0)] } ?? [Note("give it a name of its own")])
  }

  static func emptyPack(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.no-rules", "the pack has no rules and changes nothing", at: location,
      notes: [Note("add rules under `rules:`")])
  }

  static func loosens(_ what: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.loosens", "\(what)", at: location,
      notes: [Note("an overlay may only tighten what the base does not mark `adjustable: true`")])
  }

  static func extendsItself(_ circle: [String], at location: Location) -> Diagnostic {
    let others = circle.dropFirst().map { "`\($0)`" }.joined(separator: " and ")
    let way = others.isEmpty ? "" : ", by way of \(others)"
    return Diagnostic(
      .error, code: "pack.extends-itself", "the pack `\(circle.first ?? "")` extends itself\(way)", at: location,
      notes: [Note("name only packs that it builds on, and that do not build on it")])
  }

  static func overridesNothing(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.overrides-without-extends", "the pack changes others and does not say which it builds on",
      at: location, notes: [Note("add `extends:` with the packs that it changes, or the foundation's id")])
  }

  static func neverDue(_ message: String, remedy: String, at location: Location) -> Diagnostic {
    Diagnostic(.error, code: "pack.never-due", message, at: location, notes: [Note(remedy)])
  }

  /// `ruleEnd` is the stage that the rule could end with; nil where later tiers are due.
  static func nothingDue(_ stages: [String], ruleEnd: String?, at location: Location) -> Diagnostic {
    let list = stages.map { "`\($0)`" }.joined(separator: ", ")
    let end = ruleEnd.map { ", or let the rule end there with `due_until: \($0)`" } ?? ""
    return Diagnostic(
      .error, code: "pack.nothing-due", "the rule is due at \(list), and none of its tiers is: it would pass unread",
      at: location, notes: [Note("let a tier be due then\(end)")])
  }

  static func misplacedClaims(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.misplaced-claims",
      "`claims` asks of anything but a field, or not directly behind the only `!`", at: location,
      notes: [Note("write `!field.claims([…])`, or `field in […]`, which a missing answer leaves open")])
  }

  /// - Parameter text: What is left of it.
  static func uncleanText(_ text: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.unclean-text", "no answer can be this text", at: location,
      notes: [
        Note(
          "answers are compared in one form of their characters and without what is not seen: write it as `\(text)`")
      ])
  }

  static func unnamedPattern(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.unnamed-pattern", "a pattern is not named as one", at: location,
      notes: [Note("write the patterns as `[patterns.NAME, …]`")])
  }

  static func reservedName(_ word: String, of question: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.reserved-name", "a question can't be called `\(question)`: `\(word)` means something else",
      at: location, notes: [Note("give it another name, such as `own.\(question.split(separator: ".").last ?? "")`")])
  }

  static func questionBelow(_ question: String, _ above: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.question-below-question", "`\(question)` stands below `\(above)`, which is a question itself",
      at: location, notes: [Note("rename one of the two: no project could answer both")])
  }

  static func nothingOffered(_ type: String, example: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.nothing-offered", "`\(type)` does not say what it offers, so no answer would be one",
      at: location, notes: [Note("add `\(example)`")])
  }

  static func unusableValue(_ value: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.unusable-value", "`\(value)` can't be offered: as an answer it says that there is none",
      at: location, notes: [Note("take it out, or give it a name such as `not_determined`")])
  }

  static func keyWithoutMeaning(_ key: String, for type: AnswerType, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.key-without-meaning", "`\(key)` means nothing where the answer is \(type.described)",
      at: location, notes: [Note("remove `\(key)`, or correct the type")])
  }

  static func mixedFoundation(_ key: String, _ value: String, other: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.mixed-foundation",
      "this file of the foundation has the \(key) `\(Diagnostic.shortened(value))`, another one `\(other)`",
      at: location, notes: [Note("take all files from one version of one foundation")])
  }

  static func noSuch(_ what: String, _ name: String, near: [String], at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.unknown-\(what.split(separator: " ").joined(separator: "-"))",
      "there is no \(what) `\(name)`",
      at: location, notes: [Note(near.first.map { "did you mean `\($0)`?" } ?? "check the spelling")],
      fixIts: near.first.map { [FixIt(location.range, replacement: $0)] } ?? [])
  }

  static func addedFoundation(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.second-foundation", "a foundation can't be added to the one that is there", at: location,
      notes: [Note("write a pack that says what it changes under `overrides:`")])
  }

  static func badPattern(_ message: String, remedy: String?, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.bad-pattern", "the regular expression is not valid: \(message)", at: location,
      notes: [Note(remedy ?? "see RE2's syntax")])
  }

  static func tiers(_ message: String, remedy: String, at location: Location) -> Diagnostic {
    Diagnostic(.error, code: "pack.unreachable-tier", message, at: location, notes: [Note(remedy)])
  }

  // MARK: Projects

  static func booleanWord(_ word: String, _ replacement: String, isQuoted: Bool, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.wrong-type",
      "expected `true` or `false`, found \(isQuoted ? "the text " : "")`\(word)`", at: location,
      notes: [Note("write `\(replacement)`\(isQuoted ? " without quotes" : "")")],
      fixIts: [FixIt(location.range, replacement: replacement, confidence: .certain)])
  }

  static func dateInFuture(_ date: String, assessment: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.date-in-future",
      "\(date) lies after the assessment date \(assessment), but says when something was done", at: location,
      notes: [Note("correct the date, or leave it out until it is done")])
  }

  static func dateTooEarly(_ date: String, earliest: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.date-too-early", "\(date) lies before \(earliest)", at: location,
      notes: [Note("correct the date")])
  }

  static func emptyProject(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.empty", "there is no project description here", at: location,
      notes: [Note("begin with `answerable: project/1`, then the sections with your answers")])
  }

  static func evidenceWithoutSource(at location: Location) -> Diagnostic {
    Diagnostic(
      .warning, code: "project.evidence-without-source",
      "this evidence does not count: it says neither `file` nor a `uri` that leads somewhere, so nobody can look at it",
      at: location,
      notes: [Note("add `file:` with a path beside the project, or `uri:` with the place where it is kept")])
  }

  static func lookalike(_ word: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.lookalike-letters",
      "the word `\(Diagnostic.shortened(word))` mixes Latin letters with letters that only look like them",
      at: location, notes: [Note("type the word again in one alphabet")])
  }

  static func notFinite(_ text: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.wrong-type", "expected a finite number, found `\(Diagnostic.shortened(text))`",
      at: location, notes: [Note("write a number in digits, or `unknown`")])
  }

  static func noneBesideOthers(_ value: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.none-beside-others", "`\(value)` stands beside other items", at: location,
      notes: [Note("keep either `\(value)` or the other items")])
  }

  static func notOneOf(_ value: String, _ values: [String], near: [String], at location: Location) -> Diagnostic {
    let list = values.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .error, code: "project.value-not-offered", "`\(Diagnostic.shortened(value))` is not among the values offered",
      at: location,
      notes: (near.first.map { [Note("did you mean `\($0)`?")] } ?? []) + [Note("it can be \(list), or `unknown`")],
      fixIts: near.first.map { [FixIt(location.range, replacement: $0)] } ?? [])
  }

  static func numberOutOfRange(_ text: String, range: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.number-out-of-range", "`\(text)` is outside what the question allows: \(range)",
      at: location,
      notes: [Note("correct the number, or write `unknown`")])
  }

  static func placeholder(_ text: String, field: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .warning, code: "project.placeholder", "`\(text)` leaves `\(field)` unanswered", at: location,
      notes: [Note("give the answer, or write `unknown`")])
  }

  static func answeredTwice(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.answered-twice", "`\(name)` is answered twice, once by its dotted name", at: location,
      notes: [Note("keep one of the two: neither is taken as an answer")])
  }

  static func tooLong(most: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.too-long", "this text is longer than \(most) bytes", at: location,
      notes: [Note("say the essence here; put the rest into a file and name it under `evidence:`")])
  }

  static func tooManyItems(_ count: Int, most: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.too-many-items", "this list has \(count) items; at most \(most) are read", at: location,
      notes: [Note("keep those that matter here; put the rest into a file and name it under `evidence:`")])
  }

  /// `near` are names that may stand there instead; `elsewhere` are places where the name as written would be right.
  static func unknownField(
    _ name: String, section: String?, near: [String], elsewhere: [String] = [], at location: Location
  ) -> Diagnostic {
    let name = Diagnostic.shortened(name)
    let message = section.map { "`\($0)` has no field `\(name)`" } ?? "there is no section `\(name)`"
    let hint =
      near.first.map { "did you mean `\($0)`?" }
      ?? elsewhere.first.map { "move it to where it is asked: `\($0)`" }
      ?? "no question asks this: remove it, or check the spelling"
    return Diagnostic(
      .error, code: "project.unknown-field", message, at: location, notes: [Note(hint)],
      fixIts: near.first.map { [FixIt(location.range, replacement: $0)] } ?? [])
  }

  static func wrongType(
    expected: AnswerType, found: String, remedy: String?, replacement: String? = nil, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .error, code: "project.wrong-type", "expected \(expected.described), found \(found)", at: location,
      notes: [Note(remedy ?? "write \(expected.described), or `unknown`")],
      fixIts: replacement.map { [FixIt(location.range, replacement: $0)] } ?? [])
  }

  static func unknownSupport(_ name: String, near: [String], at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "project.unknown-support", "`\(Diagnostic.shortened(name))` is neither a field nor a rule",
      at: location,
      notes: [
        Note(
          near.first.map { "did you mean `\($0)`?" } ?? "name a field such as `control.abort_latency_s`, or a rule's id"
        )
      ],
      fixIts: near.first.map { [FixIt(location.range, replacement: $0)] } ?? [])
  }

  static func supportsNothing(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "file.missing-key", "an item of evidence needs `supports` with what it supports", at: location,
      notes: [Note("add `supports: [control.abort_latency_s]`: fields, or ids of rules")])
  }

  static func badDigest(_ text: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "file.bad-digest", "`\(Diagnostic.shortened(text))` is no SHA-256 digest", at: location,
      notes: [Note("write the 64 hexadecimal digits that `sha256sum FILE` prints")])
  }

  static func badDate(_ text: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "file.bad-date", "`\(Diagnostic.shortened(text))` is no date", at: location,
      notes: [Note("write year, month and day: `2026-03-01`")])
  }

  // MARK: Review records

  static func disputeNeedsSubject(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "review.dispute-without-subject", "a dispute names a rule or a field", at: location,
      notes: [Note("add `rule:` or `field:`")])
  }

  static func severalRecords(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "review.several-records", "a second document begins in the review record", at: location,
      notes: [Note("put all entries in one document: only the first is read")])
  }

  static func subjectMissing(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "review.no-subject", "the review record does not say what was reviewed", at: location,
      notes: [Note("add `subject: {sha256: …}` with the digest of the project file")])
  }
}
