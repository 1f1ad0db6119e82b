internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel
internal import Questionnaire
internal import Schemas

/// Questions, and how they stand in a project, as the API has them.
enum QuestionJSON {
  static func write(_ question: Question, _ json: inout JSONWriter) {
    json.object { json in members(of: question, &json) }
  }

  private static func members(of question: Question, _ json: inout JSONWriter) {
    json.member("id", question.id)
    json.member("ask", question.ask)
    if let why = question.why { json.member("why", why) }
    if let good = question.goodAnswer { json.member("good_answer", good) }
    if let people = question.knownBy { json.member("known_by", people) }
    write(question.type, &json)
    if let unit = question.unit { json.member("unit", unit) }
  }

  private static func write(_ type: AnswerType, _ json: inout JSONWriter) {
    json.member("type", name(of: type))
    switch type {
    case .choice(let values), .choiceList(let values): json.member("values", values)
    case .recordList(let keys):
      json.key("record")
      json.array { json in
        for key in keys {
          json.object { json in
            json.member("key", key.name)
            write(key.type, &json)
          }
        }
      }
    case .boolean, .number, .text, .date, .textList: break
    }
  }

  private static let typeNames = ["boolean", "number", "text", "date", "enum", "text_list", "enum_list", "record_list"]

  /// As packs write it.
  private static func name(of type: AnswerType) -> String {
    switch type {
    case .boolean: "boolean"
    case .number: "number"
    case .text: "text"
    case .date: "date"
    case .choice: "enum"
    case .textList: "text_list"
    case .choiceList: "enum_list"
    case .recordList: "record_list"
    }
  }

  static func write(_ state: QuestionState, _ places: PlaceIndex, _ json: inout JSONWriter) {
    json.object { json in
      json.key("question")
      write(state.question, &json)
      json.member("standing", name(of: state.standing))
      if case .open(let rank) = state.standing { json.member("rank", rank + 1) }
      json.key("answer")
      // What is no answer of its type is given as it is written.
      let isInvalid = if case .invalid = state.standing { true } else { false }
      write(state.answer, of: isInvalid ? nil : state.question.type, &json)
      json.member("decides", state.decides)
      json.member("failing", state.failing)
      json.key("diagnostics")
      json.array { json in for diagnostic in state.diagnostics { json.diagnostic(diagnostic, places, hasNotes: false) }
      }
    }
  }

  static let standings = ["open", "invalid", "answered", "idle", "settled", "later", "irrelevant"]

  static func name(of standing: QuestionStanding) -> String {
    switch standing {
    case .open: "open"
    case .invalid: "invalid"
    case .answered: "answered"
    case .idle: "idle"
    case .settled: "settled"
    case .later: "later"
    case .irrelevant: "irrelevant"
    }
  }

  private static func write(_ answer: AnswerInput, of type: AnswerType?, _ json: inout JSONWriter) {
    switch answer {
    case .unanswered: json.scalar("null")
    case .text(let text): write(text, of: type, &json)
    case .items(let items): json.array { json in for item in items { json.string(item) } }
    case .entries(let entries):
      var types: [String: AnswerType] = [:]
      if case .recordList(let keys) = type { for key in keys { types[key.name] = key.type } }
      json.array { json in
        for entry in entries {
          json.object { json in
            for (key, value) in entry.sorted(by: { $0.key < $1.key }) {
              json.key(key)
              write(value, of: types[key], &json)
            }
          }
        }
      }
    }
  }

  /// Numbers and truths as those, where they are asked for; everything else as the text that it is.
  private static func write(_ text: String, of type: AnswerType?, _ json: inout JSONWriter) {
    switch (type, YAMLScalar(text, style: .plain).resolved) {
    case (.boolean, .bool(let flag)): json.scalar(flag ? "true" : "false")
    case (.number, .int(let number)): json.scalar(String(number))
    case (.number, .double(let number)) where number.isFinite: json.scalar("\(number)")
    default: json.string(text)
    }
  }

  // MARK: Schemas

  private typealias Member = JSONSchema.Member
  private static let text = JSONSchema(type: "string")
  private static let texts = JSONSchema.array(of: text)

  private static var type: [Member] {
    [
      Member("type", .values(typeNames)),
      Member("values", texts.described("What an `enum` or `enum_list` can be."), isRequired: false),
    ]
  }

  static var schemas: [(key: String, value: JSONValue)] {
    let question = JSONSchema.object(
      [
        Member("id", text), Member("ask", text), Member("why", text, isRequired: false),
        Member("good_answer", text, isRequired: false), Member("known_by", text, isRequired: false),
      ] + type + [
        Member(
          "record",
          JSONSchema.array(of: .object([Member("key", text)] + type)).described("The keys of the entries of a list."),
          isRequired: false), Member("unit", text, isRequired: false),
      ])
    let state = JSONSchema.object([
      Member("question", .component("question")),
      Member("standing", JSONSchema.values(standings).described("What it is to the project at its stage.")),
      Member(
        "rank",
        JSONSchema(type: "integer").with("minimum", 1).described("Of an open one: 1 is the best to answer next."),
        isRequired: false),
      Member("answer", .component("answer")),
      Member("decides", texts.described("The rules that hang on it, where it is open.")),
      Member("failing", texts.described("The rules that fail or are accepted because of it.")),
      Member("diagnostics", .array(of: .component("diagnostic"))),
    ])
    let scalar: JSONValue = ["string", "number", "boolean"]
    let answer = JSONSchema().with(
      "anyOf",
      [
        JSONSchema().with("type", ["string", "number", "boolean", "null"]).value,
        JSONSchema.array(of: JSONSchema().with("type", scalar)).value,
        JSONSchema.array(
          of: JSONSchema(type: "object").with("additionalProperties", JSONSchema().with("type", scalar).value)
        ).value,
      ]
    ).described("A text, number or truth; a list of them; a list of entries; null for no answer.")
    return [("question", question.value), ("questionState", state.value), ("answer", answer.value)]
  }
}
