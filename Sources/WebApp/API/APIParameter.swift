internal import CEL
internal import PolicyModel
internal import Reports
internal import Schemas

/// What an operation is told beside its body, and what it may be.
struct APIParameter: Sendable {
  enum Place: String { case query, path, header }

  /// From each kind follow both the check and the schema.
  enum Kind {
    case text
    case date
    case flag
    case choice([String])
    case entityTags
  }

  let name: String
  let place: Place
  let kind: Kind
  /// A sentence.
  let meaning: String
  let isRequired: Bool
  /// A value that works with the projects of `Examples/`.
  let example: String?

  init(
    _ name: String, _ place: Place, _ kind: Kind, _ meaning: String, isRequired: Bool = false, example: String? = nil
  ) {
    self.name = name
    self.place = place
    self.kind = kind
    self.meaning = meaning
    self.isRequired = isRequired
    self.example = example
  }

  var schema: JSONSchema {
    switch kind {
    case .text: JSONSchema(type: "string").with("minLength", 1)
    case .date: JSONSchema(type: "string").with("format", "date")
    case .flag: JSONSchema(type: "boolean")
    case .choice(let values): .values(values)
    case .entityTags: JSONSchema(type: "string").with("pattern", .text(EntityTags.pattern))
    }
  }

  /// Throws a `Problem` where the value is none.
  func check(_ value: String) throws {
    var fault: String?
    switch kind {
    case .text: if value.isEmpty { fault = "is empty" }
    case .date: if CivilDate(value) == nil { fault = "is no date such as 2026-03-01" }
    case .flag: if !["true", "false"].contains(value) { fault = "has to be `true` or `false`" }
    case .choice(let values):
      if !values.contains(value) { fault = "has to be one of " + values.map { "`\($0)`" }.joined(separator: ", ") }
    case .entityTags:
      if EntityTags(value) == nil { fault = "has to be `*`, or what `ETag` had, in its double quotes" }
    }
    if let fault { throw Problem(.badRequest, "`\(name)` \(fault)") }
  }
}

extension APIParameter {
  static let file = APIParameter(
    "file", .query, .text, "The project's file, by its name in the folder that is served.", isRequired: true,
    example: "counter-drone-turret.yaml")
  static let date = APIParameter(
    "date", .query, .date, "The day of the assessment; today, or the day that the server was started for, without it.",
    example: "2026-03-01")
  static let stage = APIParameter(
    "stage", .query, .choice(LifecycleStage.allCases.map(\.name)),
    "Assess for the gate to this stage, where it is later than the declared one.", example: "fielding")
  static let verbose = APIParameter(
    "verbose", .query, .flag, "Everything, also what needs no action, in formats that leave some out otherwise.",
    example: "true")
  static let format = APIParameter(
    "format", .query, .choice(ReportMedia.all.map(\.format.name)),
    "The format of the report. Without it `Accept` decides, and `json` is written where it leaves the choice.",
    example: "json")
  static let question = APIParameter(
    "id", .path, .text, "The dotted name of the question.", isRequired: true,
    example: "control.abort_latency_s")
  static let ifMatch = APIParameter(
    "If-Match", .header, .entityTags,
    "The `ETag` of the answer that is to be replaced, or several of them; `*` for whichever stands there.",
    isRequired: true, example: "*")
}
