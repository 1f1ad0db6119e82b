extension MappingShape {
  /// A file of the kind `pack/1`.
  package static let pack = MappingShape(
    "a pack", "A versioned set of rules of one theme, and what it changes of other packs.",
    needsOneOf: ["rules", "overrides"],
    [
      KeyShape("answerable", .constant("pack/1"), .required, "What kind of file this is."),
      KeyShape(
        "id", .form(.pack), .required, "The pack's name, by which others refer to it.", example: "selat-defence"),
      KeyShape(
        "version", .form(.version), .required,
        "Its version: the first number rises where an outcome can change, the second where something is added, the third "
          + "for words.", example: "1.0.0"),
      KeyShape(
        "title", .text, .required, "What it is about, in a line.",
        example: "Human judgement and control over the use of force"),
      KeyShape(
        "summary", .text, "What it asks, in a sentence.",
        example: "Who authorises force, inside which bounds, and how it is stopped."),
      KeyShape(
        "foundation", .reference(.foundation), "The foundation that it is written for.", example: "admm-ai-2025"),
      KeyShape(
        "extends", .list(.reference(.packOrFoundation)), "What it builds on: packs, or the foundation.",
        example: ["human-control"]),
      KeyShape("overrides", .mapping(.overrides), "What it changes of what it builds on; it may only tighten."),
      KeyShape(
        "questions", .group(.mapping(.question), of: .form(.question)), "Questions that it adds, by dotted name."),
      KeyShape(
        "parameters", .group(.mapping(.parameter), of: .form(.parameter)), "Numbers that its rules compare with."),
      KeyShape("patterns", .group(.mapping(.pattern), of: .form(.pattern)), "Wordings that its rules look for."),
      KeyShape("rules", .list(.mapping(.rule)), "What projects are held against."),
    ])

  /// `overrides` of a pack.
  static let overrides = MappingShape(
    "overrides", "What a pack changes of what it builds on.",
    [
      KeyShape(
        "parameters", .group(.number, of: .reference(.parameter)), "New values of parameters.",
        example: ["abort_factor": 0.4]),
      KeyShape(
        "severities", .group(.choice(Severity.allCases.map(\.name)), of: .reference(.rule)), "New severities of rules.",
        example: ["te-incidents-reported": "blocker"]),
      KeyShape(
        "review_limits", .group(.wholeNumber, of: .choice(ReviewLimits.overridable)),
        "New limits for claims and acceptances.", example: ["acceptance_days": 180]),
      KeyShape(
        "patterns", .group(.mapping(.patternExtension), of: .reference(.pattern)),
        "Further regular expressions of patterns."),
      KeyShape("answer_rules", .mapping(.answerRulesExtension), "Further words for how answers are read."),
    ])

  /// What a pack adds to a pattern of its base.
  static let patternExtension = MappingShape(
    "an extended pattern", "Regular expressions that are added to those of the pattern.",
    [
      KeyShape("match", .list(.regularExpression), "What is found.", example: ["(?i)\\bperseroan\\b"]),
      KeyShape("except", .list(.regularExpression), "What is taken out before it is looked for."),
    ])

  /// What a pack adds to the answer rules of its base.
  static let answerRulesExtension = MappingShape(
    "extended answer rules", "Words that are added to those of the foundation.", answerRuleKeys)

  /// A rule of a pack.
  package static let rule = MappingShape(
    "a rule", "When something applies, what it requires, from which stage on, how grave it is, and what would mend it.",
    [
      KeyShape(
        "id", .form(.rule), .required, "The rule's name, which reports print.", example: "hc-abort-beats-effect"),
      KeyShape(
        "title", .text, .required, "What holds where the rule passes, in a line.",
        example: "An abort takes effect in time"),
      KeyShape(
        "requires", .text, .required,
        "What is required, for people; `{name}` stands for the value of a parameter.",
        example: "The abort works within {max_abort_s} seconds."),
      KeyShape("why", .text, "Why it is required."),
      KeyShape(
        "severity", .choice(Severity.allCases.map(\.name)), .required,
        "How grave a failure is: nothing offsets a blocker; a major is fixed or accepted before the gate; a moderate is fixed "
          + "by an agreed date; advisory is good practice."),
      KeyShape("applies_to", .text, "To what it applies, in words.", example: "systems that apply force"),
      KeyShape(
        "applies_when", .condition, "To what it applies, as a condition; to every project where this is absent.",
        example: "scope.applies_force || scope.selects_targets"),
      KeyShape(
        "due_from", .choice(LifecycleStage.allCases.map(\.name)), .required, "The first stage at which it must hold."),
      KeyShape(
        "due_until", .choice(LifecycleStage.allCases.map(\.name)),
        "The last stage at which it matters; no end where absent."),
      KeyShape(
        "tiers", .list(.mapping(.tier), least: 1), .required,
        "What must hold, from which stage on; all that are due must."),
      KeyShape(
        "clauses", .list(.reference(.clause), least: 1), .required,
        "The clauses of the instrument that it follows from.",
        example: ["P10", "C1"]),
      KeyShape(
        "grounds", .list(.choice(Ground.allCases.map(\.rawValue))),
        "What obligation stands behind it: treaty law, custom, or policy."),
      KeyShape(
        "crosswalk", .list(.reference(.crosswalk)), "Related provisions of treaties and standards.",
        example: ["API:57(1)", "NIST:MEASURE-2.7"]),
      KeyShape("evidence", .list(.text), "What would show that it holds.", example: ["abort trial report"]),
      KeyShape("remedy", .text, .required, "What to do where it fails."),
      KeyShape(
        "claim", .choice(["never", "justify"]), "Whether a person may claim, with reasons, that it does not apply."),
      KeyShape(
        "waiver", .reference(.rank, or: ["never"]), "The lowest rank that may accept a failure for a time, or `never`."),
      KeyShape("note", .text, "What whoever reads it should know."),
    ])

  /// A tier of a rule.
  static let tier = MappingShape(
    "a tier", "A condition and the stages at which it must hold.",
    [
      KeyShape(
        "from", .choice(LifecycleStage.allCases.map(\.name)), .required, "The first stage at which it must hold."),
      KeyShape(
        "until", .choice(LifecycleStage.allCases.map(\.name)),
        "The last stage at which it must hold; no end where absent."),
      KeyShape("until_because", .text, "Why less is due afterwards."),
      KeyShape(
        "require", .condition, .required, "What must hold, as a condition in CEL over the questions.",
        example: "control.abort_latency_s <= params.abort_factor * force.commit_to_effect_s"),
    ])
}
