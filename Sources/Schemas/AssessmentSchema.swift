internal import AssessmentEngine
internal import Diagnostics
internal import PolicyModel

/// The shape of what `check` writes as JSON; `AssessmentJSON` in Reports writes it.
enum AssessmentSchema {
  private typealias Member = JSONSchema.Member

  static var schema: JSONSchema {
    JSONSchema()
      .with("anyOf", .array([JSONSchema.reference("assessment").value, JSONSchema.reference("assessments").value]))
      .with("$defs", .object(parts))
  }

  /// Every part by its name.
  static var parts: [(key: String, value: JSONValue)] { definitions.map { ($0.name, $0.schema.value) } }

  private static var definitions: [Member] {
    [
      Member("assessment", assessment), Member("assessments", assessments), Member("identity", identity),
      Member("rule", rule), Member("cause", cause), Member("review", review), Member("diagnostic", diagnostic),
    ]
  }

  private static let text = JSONSchema(type: "string")
  static let count = JSONSchema(type: "integer").with("minimum", 0)
  private static let position = JSONSchema(type: "integer").with("minimum", 1)
  private static let digest = JSONSchema(type: "string").with("pattern", "^[0-9a-f]{64}$")
  static let date = JSONSchema(type: "string").with("pattern", .text("^\(AnswerSchemas.date)$"))
  private static let flag = JSONSchema(type: "boolean")
  private static let texts = JSONSchema.array(of: text)
  private static let rules = JSONSchema.array(of: text).described("Ids of rules.")
  static let decision = JSONSchema.values(Gate.Decision.allCases.map(\.rawValue))
  private static let stage = JSONSchema.values(LifecycleStage.allCases.map(\.name) + ["unknown"])

  private static var assessment: JSONSchema {
    .object([
      Member("schema", JSONSchema().with("const", "answerable/assessment-1")),
      Member("date", date.described("The day of the assessment.")),
      Member("packs", JSONSchema.array(of: .reference("identity")).described("What the project was held against.")),
      Member("foundation", .reference("identity")),
      Member("project", project),
      Member("gate", gate.described("The decision; null where nothing could be read, and so nothing was decided.")),
      Member("baseline", baseline, isRequired: false),
      Member("summary", summary),
      Member("evidence", evidence),
      Member("ends_soon", JSONSchema.array(of: ending).described("What counts today, and soon will not.")),
      Member("rules", .array(of: .reference("rule"))),
      Member("next", JSONSchema.array(of: next).described("What to answer next, the most useful first.")),
      Member("review", .reference("review")),
      Member(
        "loosened", JSONSchema.array(of: loosening).described("What overlays made less strict, as the base allows.")),
      Member("diagnostics", .array(of: .reference("diagnostic"))),
    ]).described("The result for one project description.")
  }

  private static var assessments: JSONSchema {
    .object([
      Member("schema", JSONSchema().with("const", "answerable/assessments-1")),
      Member("assessments", .array(of: .reference("assessment"))),
      Member("gate", JSONSchema.object([Member("decision", decision)]).described("The gravest decision of all.")),
      Member("portfolio", portfolio.described("What is common to them."), isRequired: false),
    ]).described("The results for several project descriptions.")
  }

  private static var portfolio: JSONSchema {
    .object([
      Member(
        "complete",
        JSONSchema(type: "boolean").described(
          "Whether all that was named was assessed; where not, the gate is at best on hold.")),
      Member(
        "decisions",
        JSONSchema.object(Gate.Decision.allCases.map { Member($0.rawValue, count) } + [Member("not_assessed", count)])
          .described("How many projects have each.")),
      Member("left_out", count.described("Projects that were assessed and are not among these.")),
      Member(
        "common_failures",
        JSONSchema.array(
          of: .object([
            Member("rule", text), Member("severity", .values(Severity.allCases.map(\.name))), Member("failed", count),
            Member("unknown", count),
          ])
        ).described("The rules that fail or are open, the most frequent first.")),
    ])
  }

  private static var identity: JSONSchema {
    .object([Member("id", text), Member("version", text), Member("sha256", digest)])
      .described("A pack or a foundation, down to its bytes.")
  }

  private static var project: JSONSchema {
    .object([
      Member("file", text),
      Member("document", position.described("Which document of the file it is, from 1.")),
      Member("name", text, isRequired: false),
      Member("stage", stage.described("The stage that it was assessed at.")),
      Member("marking", text.described("The classification marking, as written."), isRequired: false),
      Member("sha256", digest.described("Of the file.")),
    ])
  }

  private static var gate: JSONSchema {
    JSONSchema.object([
      Member("decision", decision), Member("stage", stage),
      Member("because", rules.described("The rules that it follows from.")),
    ]).orNull()
  }

  private static var summary: JSONSchema {
    JSONSchema.object(Outcome.allCases.map { Member($0.rawValue, count) }).described(
      "How many rules have each outcome.")
  }

  private static var evidence: JSONSchema {
    .object([
      Member("unevidenced_passes", count.described("Rules that pass without evidence.")),
      Member("declared_only_passes", count.described("Rules that pass on a tick alone.")),
      Member("files", count.described("Distinct files of evidence: one under several names counts once.")),
      Member(
        "coverage",
        JSONSchema.object(Severity.allCases.map { Member($0.name, coverage) })
          .described("How far the passes rest on current evidence.")),
    ])
  }

  private static var coverage: JSONSchema {
    .object([
      Member("passes", count.described("Rules that pass.")),
      Member("evidenced", count.described("Rules that pass with current evidence.")),
      Member("without", rules),
    ])
  }

  private static var ending: JSONSchema {
    .object([
      Member("entry", text.described("Where it stands, such as `evidence[0]` or `risk_acceptances[1]`.")),
      Member(
        "ends_on",
        date.described("The last day on which evidence counts, or the first on which a review entry does not.")),
      Member("days_left", count), Member("rules", rules.described("The rules whose outcome hangs on it alone.")),
    ])
  }

  private static var next: JSONSchema {
    .object([Member("field", text), Member("decides", rules.described("The rules that the answer could decide."))])
  }

  private static var loosening: JSONSchema {
    .object([Member("pack", text), Member("rule", text, isRequired: false), Member("what", text)])
  }

  private static var rule: JSONSchema {
    .object([
      Member("id", text), Member("pack", text),
      Member("severity", .values(Severity.allCases.map(\.name))),
      Member("outcome", .values(Outcome.allCases.map(\.rawValue))),
      Member(
        "because",
        JSONSchema.values(NotApplicableReason.allCases.map(\.rawValue)).described("Why it is not applicable."),
        isRequired: false),
      Member("title", text, isRequired: false), Member("clauses", texts),
      Member("unanswered", texts.described("The questions that its outcome hangs on.")),
      Member("causes", JSONSchema.array(of: .reference("cause")).described("What made it fail.")),
      Member("evidence", .object([Member("items", count), Member("current", count)])),
      Member("declared_only", flag.described("Whether it passes on a tick alone.")),
      Member("acceptance", acceptance, isRequired: false), Member("claim", claim, isRequired: false),
      Member("dispute", dispute, isRequired: false),
      Member("remedy", text.described("What would mend a failure."), isRequired: false),
    ]).described("One rule and its outcome.")
  }

  private static var acceptance: JSONSchema {
    .object(
      [Member("accepted_by", text), Member("rank", text), Member("expires_on", text), Member("reason", text)]
        + confirmation
    )
    .described("Who accepted the failure, and until when.")
  }

  private static var claim: JSONSchema {
    .object(
      [
        Member("claimed_by", text), Member("approved_by", text), Member("review_by", text),
        Member("justification", text),
      ] + confirmation
    ).described("Who says that it does not apply, and until when.")
  }

  /// Who looked at an entry again, where somebody did.
  private static var confirmation: [Member] {
    [Member("confirmed_by", text, isRequired: false), Member("confirmed_on", text, isRequired: false)]
  }

  private static var dispute: JSONSchema {
    .object([Member("raised_by", text), Member("raised_on", text), Member("reason", text)])
      .described("Who doubts the pass.")
  }

  private static var baseline: JSONSchema {
    let outcome = JSONSchema.values(Outcome.allCases.map(\.rawValue))
    let entry = JSONSchema.object([
      Member("id", text), Member("severity", .values(Severity.allCases.map(\.name))),
      Member("old", outcome, isRequired: false), Member("new", outcome, isRequired: false),
    ])
    let meanings: [BaselineComparison.Group: String] = [
      .new: "Open now, and not open then.", .worse: "Worse than then in another way.",
      .fixed: "Open then, and passed now.",
      .noLongerAsked: "Open then, and now not applicable, not due, or gone.", .stillOpen: "Open then and now.",
    ]
    return JSONSchema.object(
      [
        Member("date", date.described("Of the baseline."), isRequired: false),
        Member("decision", decision.described("The decision then."), isRequired: false),
        Member("stage", stage.described("The stage then."), isRequired: false),
      ]
        + BaselineComparison.Group.allCases.map { group in
          Member(group.rawValue, JSONSchema.array(of: entry).described(meanings[group] ?? ""))
        } + [
          Member("refused", texts.described("Why nothing is forgiven, whatever the outcomes are.")),
          Member("exit_code", count.described("What the project adds to the exit code.")),
        ]
    ).described("What became of the project since the baseline; without its date where it is not in there.")
  }

  private static var cause: JSONSchema {
    .object(
      [
        Member("field", text.described("The question, down to the item of a list.")),
        Member("actual", JSONSchema().described("The answer; null where there is none.")),
        Member("required", text.described("What would have to be there.")),
        Member(
          "alternative",
          JSONSchema.object([Member("choice", count), Member("side", count)])
            .described("Of the causes with the same choice, mending one side is enough."), isRequired: false),
      ] + place)
  }

  /// Lines and columns count from 1, columns in Unicode scalars.
  private static var place: [Member] {
    [Member("file", text, isRequired: false)]
      + ["line", "column", "endLine", "endColumn"].map { Member($0, position, isRequired: false) }
  }

  private static var review: JSONSchema {
    JSONSchema.object([
      Member("sha256", digest.described("Of the review record.")),
      Member(
        "ineffective", .array(of: .object([Member("entry", text), Member("rule", text), Member("reason", text)]))),
    ]).orNull().described("The review record; null where there is none.")
  }

  private static var diagnostic: JSONSchema {
    .object(
      [
        Member("code", text.described("Stable; `answerable explain CODE` says more.")),
        Member("severity", .values(Diagnostic.Severity.allCases.map(\.rawValue))), Member("message", text),
      ] + place + [Member("fix", text.described("What to write instead."), isRequired: false)])
  }
}
