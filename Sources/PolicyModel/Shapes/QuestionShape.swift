extension MappingShape {
  /// A question, of a foundation or a pack.
  package static let question = MappingShape(
    "a question", "One typed field of a project description, with the words that ask it.",
    [
      KeyShape(
        "ask", .text, .required, "The question itself, in plain words.",
        example: "Time from the abort command until the effect is prevented, 95th percentile"),
      KeyShape("why", .text, "Why it is asked."),
      KeyShape("good_answer", .text, "What a good answer looks like."),
      KeyShape("known_by", .text, "Who usually knows.", example: "the lead engineer"),
      KeyShape("example", .answer, "An answer of a made-up project."),
      KeyShape("type", .choice(AnswerTypeReader.names), .required, "What kind of value the answer is."),
      KeyShape("values", .list(.text), "The values offered, for `enum` and `enum_list`.", example: ["low", "high"]),
      KeyShape(
        "record", .group(.mapping(.recordKey), of: .form(.recordKey)), "The keys of each entry, for `record_list`."),
      KeyShape("unit", .text, "The unit of a number; with `%` it goes up to 100.", example: "s"),
      KeyShape("minimum", .number, "The least number allowed; 0 where it is absent."),
      KeyShape("future", .boolean, "Whether a date may lie after the assessment date."),
      KeyShape("short", .boolean, "Whether a single letter or digit is an answer."),
    ])

  /// A key of the entries of a list.
  static let recordKey = MappingShape(
    "a key of an entry", "One field of each entry of a list.",
    [
      KeyShape("type", .choice(AnswerTypeReader.plainNames), .required, "What kind of value it is; never a list."),
      KeyShape("values", .list(.text), "The values offered, for `enum`.", example: ["named_person", "appointed_post"]),
    ])

  /// A parameter, of a foundation or a pack.
  package static let parameter = MappingShape(
    "a parameter", "A named number that rules compare with.",
    [
      KeyShape("value", .number, .required, "The number."),
      KeyShape("unit", .text, "Its unit.", example: "s"),
      KeyShape(
        "meaning", .text, .required, "What it is, in a phrase.", example: "Longest time until a lost link is noticed"),
      KeyShape(
        "tighten", .choice(Parameter.Direction.allCases.map(\.rawValue)),
        "The direction that makes rules stricter; an overlay moves it no other way."),
      KeyShape("adjustable", .boolean, "Whether an overlay may move it in any direction."),
    ])

  /// A pattern, of a foundation or a pack.
  package static let pattern = MappingShape(
    "a pattern", "Wordings that rules look for in texts.",
    [
      KeyShape("meaning", .text, .required, "What it finds, in a phrase.", example: "The name of a machine"),
      KeyShape(
        "tighten", .choice(TextPattern.Direction.allCases.map(\.rawValue)),
        "Whether finding more, or finding less, makes rules stricter."),
      KeyShape(
        "match", .list(.regularExpression), "What is found, as regular expressions of RE2.", example: ["(?i)\\bbot\\b"]),
      KeyShape("except", .list(.regularExpression), "What is taken out of a text before it is looked for."),
    ])
}
