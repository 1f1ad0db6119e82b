internal import DocumentWriting
internal import HTTPTypes
internal import PolicyModel
internal import Schemas

extension APIOperation {
  static let packs = APIOperation(
    method: .get, path: "/packs", id: "listPacks", summary: "List the policy packs that projects are held against.",
    details: "In the order in which their rules are assessed.", parameters: [],
    success: Success(
      meaning: "The packs.",
      content: [
        ("application/json", .object([JSONSchema.Member("packs", .array(of: .component("pack")))]))
      ]), problems: []
  ) { _, site in
    .json { json in
      json.object { json in
        json.key("packs")
        json.array { json in for pack in site.policies.packs { PolicyJSON.write(pack, &json) } }
      }
    }
  }

  private static let packID = APIParameter(
    "id", .path, .text, "The id of the pack.", isRequired: true, example: "human-control")

  static let pack = APIOperation(
    method: .get, path: "/packs/{id}", id: "getPack", summary: "Get one policy pack.",
    details: "`/rules/{id}` has each of its rules.", parameters: [packID],
    success: Success(meaning: "The pack.", content: [("application/json", .component("pack"))]),
    problems: [.notFound]
  ) { asked, site in
    let id = asked.text(packID)
    guard let pack = site.policies.packs.first(where: { $0.id == id }) else {
      throw Problem(.notFound, "there is no pack `\(id)`")
    }
    return .json { PolicyJSON.write(pack, &$0) }
  }

  private static let ruleID = APIParameter(
    "id", .path, .text, "The id of the rule.", isRequired: true, example: "hc-abort-beats-effect")

  static let rule = APIOperation(
    method: .get, path: "/rules/{id}", id: "getRule", summary: "Get one rule.",
    details: "What it requires of whom, from which stage on, why, and what mends a failure.", parameters: [ruleID],
    success: Success(meaning: "The rule.", content: [("application/json", .component("policyRule"))]),
    problems: [.notFound]
  ) { asked, site in
    let id = asked.text(ruleID)
    guard let rule = site.policies.rule(id) else { throw Problem(.notFound, "there is no rule `\(id)`") }
    return .json { PolicyJSON.write(rule, &$0) }
  }
}

/// Packs and rules as the API has them.
enum PolicyJSON {
  static func write(_ pack: PolicyPack, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", pack.id)
      json.member("version", pack.version)
      json.member("title", pack.title)
      json.member("summary", pack.summary)
      json.member("sha256", pack.sha256)
      json.member("rules", pack.rules.map(\.id))
    }
  }

  static func write(_ rule: Rule, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", rule.id)
      json.member("pack", rule.pack)
      json.member("title", rule.title)
      json.member("requires", rule.requires)
      if let why = rule.why { json.member("why", why) }
      json.member("severity", rule.severity.name)
      json.member("applies_to", rule.appliesTo)
      json.member("due_from", rule.dueFrom.name)
      if let until = rule.dueUntil { json.member("due_until", until.name) }
      json.member("clauses", rule.clauses)
      json.member("crosswalk", rule.crosswalk)
      json.member("evidence", rule.evidence)
      json.member("remedy", rule.remedy)
      json.member("questions", rule.questions)
      json.member("scope_questions", rule.scopeQuestions)
      json.member("allows_claim", rule.allowsClaim)
      if let note = rule.note { json.member("note", note) }
    }
  }

  private typealias Member = JSONSchema.Member
  private static let text = JSONSchema(type: "string")
  private static let texts = JSONSchema.array(of: text)
  private static let stage = JSONSchema.values(LifecycleStage.allCases.map(\.name))

  static var schemas: [(key: String, value: JSONValue)] {
    [
      (
        "pack",
        JSONSchema.object([
          Member("id", text), Member("version", text), Member("title", text), Member("summary", text),
          Member("sha256", text.described("Of the bytes of its file.")),
          Member("rules", texts.described("Ids of its rules, in their order.")),
        ]).value
      ),
      (
        "policyRule",
        JSONSchema.object([
          Member("id", text), Member("pack", text), Member("title", text), Member("requires", text),
          Member("why", text, isRequired: false), Member("severity", .values(Severity.allCases.map(\.name))),
          Member("applies_to", text), Member("due_from", stage), Member("due_until", stage, isRequired: false),
          Member("clauses", texts), Member("crosswalk", texts), Member("evidence", texts), Member("remedy", text),
          Member("questions", texts.described("The questions that it reads.")),
          Member("scope_questions", texts.described("The questions that decide whether it applies.")),
          Member("allows_claim", JSONSchema(type: "boolean")), Member("note", text, isRequired: false),
        ]).value
      ),
    ]
  }
}
