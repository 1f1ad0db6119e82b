extension MappingShape {
  /// A file of the kind `pack-tests/1`.
  package static let packTests = MappingShape(
    "a file of cases", "What a policy owner expects of the rules of one pack, in a file beside it.",
    [
      KeyShape("answerable", .constant("pack-tests/1"), .required, "What kind of file this is."),
      KeyShape(
        "pack", .reference(.pack), .required, "The pack whose rules the cases are of.", example: "human-control"),
      KeyShape("date", .date, .required, "The date of all assessments.", example: "2026-03-01"),
      KeyShape("rules", .group(.mapping(.ruleCases), of: .reference(.rule)), "The cases, by rule."),
    ])

  package static let ruleCases = MappingShape(
    "the cases of a rule", "Cases of one rule, and what they begin with.",
    [
      KeyShape("stage", .choice(PackTestWords.stages), "The stage of its cases, where they name none."),
      KeyShape(
        "given", .group(.answer, of: .reference(.question)), "Answers that all its cases begin with.",
        example: ["scope.applies_force": true]),
      KeyShape("cases", .list(.mapping(.packCase)), "The cases."),
      KeyShape("equivalent", .list(.mapping(.equivalentMutant)), "Changes of the rule that no case can tell from it."),
      KeyShape("impossible", .list(.mapping(.impossibleSight)), "What no case can show."),
    ])

  package static let packCase = MappingShape(
    "a case", "Answers, and what the rule makes of them.",
    [
      KeyShape("says", .text, "What the case shows.", example: "exactly half the time to the effect is enough"),
      KeyShape("stage", .choice(PackTestWords.stages), "The stage that the project is at."),
      KeyShape(
        "answers", .group(.answer, of: .reference(.question)),
        "Answers that are laid over those given; `unknown` takes one away.", example: ["control.abort_latency_s": 1.25]),
      KeyShape("outcome", .choice(PackTestWords.outcomes), .required, "What the rule must say."),
      KeyShape(
        "causes", .list(.text), "The fields that the causes must name: all of them, and no others.",
        example: ["control.abort_latency_s"]),
      KeyShape(
        "unanswered", .list(.text), "The questions that must be said to be open: all of them, and no others.",
        example: ["force.commit_to_effect_s"]),
    ])

  package static let equivalentMutant = MappingShape(
    "an equivalent mutant", "A change of the rule that no case can tell from it.",
    [
      KeyShape("mutant", .text, .required, "The change, as `pack test` names it."),
      KeyShape("because", .text, .required, "Why no case can tell."),
    ])

  package static let impossibleSight = MappingShape(
    "what no case can show", "An outcome of the rule, or a value of a term, that no case can reach.",
    needsOneOf: ["outcome", "term"],
    [
      KeyShape("outcome", .choice(PackTestWords.outcomes), "The outcome; or say `term` and `value`."),
      KeyShape("term", .text, "A term of a condition, as `pack test` prints it."),
      KeyShape("value", .boolean, "The value that the term never has."),
      KeyShape("because", .text, .required, "Why it can't be reached."),
    ])
}

/// Words that stand in files of cases.
package enum PackTestWords {
  package static let stages = LifecycleStage.allCases.map(\.name) + ["unknown"]

  /// The outcomes that answers alone can have: an acceptance needs a review record.
  package static let outcomes = ["pass", "fail", "unknown", "not_applicable", "not_yet_due"]
}
