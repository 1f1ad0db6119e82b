internal import AssessmentEngine
internal import PolicyModel

/// The shape of what `next` writes as JSON; `NextQuestionsReport` in Reports writes it.
enum NextSchema {
  private typealias Member = JSONSchema.Member
  private static let text = JSONSchema(type: "string")

  static var schema: JSONSchema {
    .object([
      Member("schema", JSONSchema().with("const", "answerable/next-1")),
      Member("date", AssessmentSchema.date.described("The day of the assessment.")),
      Member(
        "project",
        .object([
          Member("file", text),
          Member(
            "stage",
            JSONSchema.values(LifecycleStage.allCases.map(\.name)).described("Left out where it is unanswered."),
            isRequired: false),
        ])),
      Member("decision", AssessmentSchema.decision.described("What the gate decides as it stands.")),
      Member("open", AssessmentSchema.count.described("How many questions are open, those that are not listed too.")),
      Member("questions", JSONSchema.array(of: question).described("The best to answer next first.")),
    ])
  }

  private static var question: JSONSchema {
    .object([
      Member("field", text.described("Where the answer stands, dotted.")),
      Member("asks", text),
      Member("why", text.described("Why it is asked."), isRequired: false),
      Member("good", text.described("What a good answer says."), isRequired: false),
      Member("knownBy", text.described("Who knows."), isRequired: false),
      Member("answer", text.described("What may be answered, in words.")),
      Member("values", JSONSchema.array(of: text).described("What can be chosen from."), isRequired: false),
      Member("unit", text.described("Of a number."), isRequired: false),
      Member("decides", JSONSchema.array(of: text).described("Ids of the rules that the answer could decide.")),
      Member("example", text.described("How an answer is written in the file, in YAML.")),
    ])
  }
}
