extension MappingShape {
  /// A file of the kind `foundation/1`; a foundation may stand in several.
  package static let foundation = MappingShape(
    "a foundation", "What all packs of an instrument share: its clauses, the questions, numbers, wordings and limits.",
    [
      KeyShape("answerable", .constant("foundation/1"), .required, "What kind of file this is."),
      KeyShape(
        "id", .form(.pack), .required, "The foundation's name, the same in all its files.", example: "admm-ai-2025"),
      KeyShape("version", .form(.version), .required, "Its version, the same in all its files.", example: "1.0.0"),
      KeyShape(
        "pack_order", .list(.text), "The packs, in the order that reports list them in.",
        example: ["governance", "human-control"]),
      KeyShape("instrument", .mapping(.instrument), "The text that rules derive from."),
      KeyShape("clauses", .group(.mapping(.clause), of: .any), "Its paragraphs and commitments, in our own words."),
      KeyShape(
        "crosswalk_prefixes", .group(.mapping(.framework), of: .any),
        "Treaties and standards, by what stands before `:` or `#` in the identifiers of their provisions."),
      KeyShape(
        "customary_equivalents", .group(.list(.wholeNumber), of: .any),
        "Numbers of rules of the ICRC study on customary law, by the treaty provision that they match.",
        example: ["API:57(1)": [15]]),
      KeyShape(
        "citations", .group(.mapping(.citation), of: .any),
        "What is known of single provisions, and how far it was checked."),
      KeyShape("glossary", .group(.mapping(.term), of: .any), "Terms, explained."),
      KeyShape(
        "sections", .group(.text, of: .any), "Titles of the sections of questions.", example: ["force": "Force"]),
      KeyShape(
        "scope_questions", .list(.text),
        "Questions, and sections of them, that say what the system is rather than what was done about it."),
      KeyShape("questions", .group(.mapping(.question), of: .form(.question)), "The questions, by dotted name."),
      KeyShape("parameters", .group(.mapping(.parameter), of: .form(.parameter)), "Numbers that rules compare with."),
      KeyShape("patterns", .group(.mapping(.pattern), of: .form(.pattern)), "Wordings that rules look for."),
      KeyShape("answer_rules", .mapping(.answerRules), "How answers are read."),
      KeyShape(
        "stages", .list(.choice(LifecycleStage.allCases.map(\.name))),
        "The stages of a system's life, in order, for readers."),
      KeyShape(
        "severities", .group(.text, of: .choice(Severity.allCases.map(\.name))), "What severities mean, for readers."),
      KeyShape(
        "waiver_ranks", .list(.text), "Who may accept failures, from the lowest rank to the highest.",
        example: ["programme-head", "minister"]),
      KeyShape("review_limits", .mapping(.reviewLimits), "Who may accept and claim what, and for how long."),
    ])

  static let instrument = MappingShape(
    "an instrument", "The text that rules derive from.",
    [
      KeyShape("title", .text, .required, "Its title."),
      KeyShape("place", .text, .required, "Where it was adopted.", example: "Penang, Malaysia"),
      KeyShape("date", .text, .required, "When it was adopted.", example: "2025-02-26"),
    ])

  static let clause = MappingShape(
    "a clause", "A paragraph or commitment of the instrument.",
    [
      KeyShape("text", .text, .required, "What it says, in our own words."),
      KeyShape("asks", .text, "What projects are asked because of it."),
      KeyShape("obliges", .boolean, "Whether anything follows from it for a project; it does where this is absent."),
      KeyShape("reason", .text, "Why nothing follows from it."),
    ])

  static let framework = MappingShape(
    "a crosswalk prefix", "A treaty, declaration or standard that rules are related to.",
    [
      KeyShape("title", .text, .required, "Its title."),
      KeyShape(
        "ground", .choice(Ground.allCases.map(\.rawValue)),
        "What obligation stands behind it; policy where this is absent."),
      KeyShape("standing", .text, "Whom it binds, in a phrase.", example: "binds its parties only"),
      KeyShape("note", .text, "What whoever relies on it must know."),
    ])

  static let citation = MappingShape(
    "a citation", "One provision of a treaty or standard, and how far it was checked.",
    [
      KeyShape("title", .text, .required, "What it says, in our own words."),
      KeyShape(
        "status", .choice(["verified", "unverified"]), "Whether it was checked; unverified where this is absent."),
      KeyShape("basis", .choice(Citation.Basis.allCases.map(\.rawValue)), "What it was checked against."),
      KeyShape("source", .text, "Where it was checked."),
      KeyShape("note", .text, "What whoever relies on it must know."),
    ])

  static let term = MappingShape(
    "a term", "A word that a project officer may not know.",
    [
      KeyShape("definition", .text, .required, "What it means here."),
      KeyShape("source", .text, "Where the definition comes from."),
      KeyShape("also", .list(.text), "Other forms under which it occurs.", example: ["aborts"]),
    ])

  static let answerRules = MappingShape("answer rules", "How answers are read.", answerRuleKeys)

  static let answerRuleKeys = [
    KeyShape("earliest_date", .date, "No date of a project lies before this one.", example: "2000-01-01"),
    KeyShape("lookalike_letters", .text, "Letters of other scripts that look like Latin ones; no word mixes both."),
    KeyShape(
      "placeholder_words", .list(.text), "Texts that leave a question unanswered.", example: ["tbd", "to be confirmed"]),
    KeyShape("none_words", .list(.text), "Texts that say none.", example: ["nil", "not applicable"]),
    KeyShape("name_titles", .list(.text), "Words that do not tell one person from another.", example: ["dr", "col"]),
  ]

  static let reviewLimits = MappingShape(
    "review limits", "Who may accept and claim what, and for how long.",
    [
      KeyShape("acceptance_days", .wholeNumber, "The longest life of a risk acceptance, in days.", example: 366),
      KeyShape(
        "na_review_days", .wholeNumber, "The longest time until a claim is reviewed again, in days.", example: 731),
      KeyShape("min_reason_words", .wholeNumber, "The fewest words of a reason.", example: 3),
      KeyShape("max_accepted_blockers", .wholeNumber, "How many accepted blockers the gate lets pass.", example: 1),
      KeyShape("max_accepted_majors", .wholeNumber, "How many accepted majors the gate lets pass.", example: 3),
      KeyShape(
        "claim_rank_where_never", .reference(.rank),
        "The lowest rank that approves a claim on a rule that nobody may waive."),
      KeyShape("holder_types", .list(.text), "What may accept a risk.", example: ["named_person", "appointed_post"]),
      KeyShape("name_patterns", .list(.reference(.pattern)), "Patterns of which none may be found in a good name."),
      KeyShape(
        "differ_from", .list(.reference(.question)),
        "Questions whose answers may not stand under a claim or acceptance."),
    ])
}

extension ReviewLimits {
  /// The limits that an overlay may change.
  static let overridable = [
    "acceptance_days", "na_review_days", "min_reason_words", "max_accepted_blockers", "max_accepted_majors",
  ]
}
