extension MappingShape {
  /// A file of the kind `review/1`.
  package static let review = MappingShape(
    "a review record", "What reviewers decided about one project file, with names, reasons and dates.",
    [
      KeyShape("answerable", .constant("review/1"), .required, "What kind of file this is."),
      KeyShape(
        "subject", .mapping(.reviewSubject), .requiredSaying { Messages.subjectMissing(at: $0) },
        "The project file that was reviewed."),
      KeyShape(
        "not_applicable", .list(.mapping(.claim)),
        "Claims that a rule does not apply, although its condition says so."),
      KeyShape(
        "risk_acceptances", .list(.mapping(.acceptance)),
        "Failures that somebody of sufficient rank accepts for a time."),
      KeyShape("disputes", .list(.mapping(.dispute)), "Passes and answers that a reviewer doubts."),
    ])

  static let reviewSubject = MappingShape(
    "the subject", "The project file that was reviewed, by its bytes.",
    [
      KeyShape(
        "sha256", .digest, "The file's digest, as `sha256sum FILE` prints it: this counts for no other file.")
    ])

  static let claim = MappingShape(
    "a claim", "A person's claim that a rule does not apply.",
    [
      KeyShape("rule", .reference(.rule), .required, "The rule.", example: "co-lessons-releasable"),
      KeyShape("justification", .text, "Why it does not apply."),
      KeyShape("claimed_by", .text, "Who claims it: a person or a post.", example: "Director Capability Development"),
      KeyShape("approved_by", .text, "Who approves it: another person or post.", example: "Secretary of Defence"),
      KeyShape("approver_rank", .reference(.rank), "The approver's rank."),
      KeyShape("review_by", .date, "When it is looked at again.", example: "2026-12-31"),
    ] + ownSubject + confirmation)

  static let acceptance = MappingShape(
    "a risk acceptance", "A person's acceptance of a failure, for a limited time.",
    [
      KeyShape("rule", .reference(.rule), .required, "The rule.", example: "te-regional-fit"),
      KeyShape("reason", .text, "Why it can be borne."),
      KeyShape("accepted_by", .text, "Who accepts it: a person or a post.", example: "Vice Chief of Defence"),
      KeyShape("holder_type", .reference(.holderType), "What they are."),
      KeyShape("rank", .reference(.rank), "Their rank."),
      KeyShape("accepted_on", .date, "When they accepted it.", example: "2026-02-10"),
      KeyShape("expires_on", .date, "When it ends.", example: "2026-09-30"),
    ] + ownSubject + confirmation)

  static let dispute = MappingShape(
    "a dispute", "A reviewer's doubt about a rule's pass or about an answer.", needsOneOf: ["rule", "field"],
    [
      KeyShape("rule", .reference(.rule), "The rule that is doubted; or say `field`.", example: "hc-time-to-decide"),
      KeyShape(
        "field", .reference(.question), "The answer that is doubted; or say `rule`.", example: "scope.human_role"),
      KeyShape("reason", .text, "Why."),
      KeyShape("raised_by", .text, "Who doubts it.", example: "Chair of the review board"),
      KeyShape("raised_on", .date, "When.", example: "2026-02-20"),
    ] + ownSubject)

  private static let ownSubject = [
    KeyShape(
      "subject", .mapping(.reviewSubject),
      "The version of the project file that this entry was written for, where the record as a whole has moved on.")
  ]

  private static let confirmation = [
    KeyShape(
      "confirmed_by", .text, "Who looked at it again after the project had changed: a person or a post.",
      example: "Vice Chief of Defence"),
    KeyShape(
      "confirmed_rank", .reference(.rank), "Their rank, where they are not who accepted or approved it at first."),
    KeyShape("confirmed_on", .date, "When they did.", example: "2026-04-02"),
  ]
}
