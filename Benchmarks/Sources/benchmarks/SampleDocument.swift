import CEL

/// A project description of some seventy leaves, as records of declared types and as plain maps.
struct SampleDocument {
  let types: [ObjectType]
  let record: Value
  let map: Value

  init() {
    var builder = RecordBuilder()
    record = builder.record(Self.fields, "Project")
    types = builder.types
    map = Self.map(Self.fields)
  }

  private indirect enum Node {
    case leaf(Value, CELType)
    case list([Node])
    case fields([(String, Node)])
  }

  private static func text(_ text: String) -> Node { .leaf(.string(text), .string) }
  private static func texts(_ texts: [String]) -> Node {
    .leaf(.list(ListValue(texts.map { .string($0) })), .list(.string))
  }
  private static func int(_ value: Int64) -> Node { .leaf(.int(value), .int) }
  private static func double(_ value: Double) -> Node { .leaf(.double(value), .double) }
  private static func flag(_ value: Bool) -> Node { .leaf(.bool(value), .bool) }
  private static func day(_ text: String) -> Node {
    .leaf(CivilDate(text).flatMap { Timestamp(day: $0.day) }.map { .timestamp($0) } ?? .null, .timestamp)
  }

  private static func person(_ name: String, _ role: String) -> Node {
    .fields([("kind", text("person")), ("name", text(name)), ("role", text(role))])
  }

  private static func stage(_ name: String, _ risk: Int64, _ date: String) -> Node {
    .fields([
      ("name", text(name)), ("risk", int(risk)),
      ("review", .fields([("date", day(date)), ("by", text("Review Board")), ("passed", flag(true))])),
    ])
  }

  private static let fields: [(String, Node)] = [
    ("name", text("Coastal Watch")),
    (
      "description",
      text("A system that watches the coast and reports what it sees to an operator; it is not fully autonomous.")
    ),
    ("version", text("2.3")),
    ("functions", texts(["surveillance", "detection", "classification", "tracking"])),
    ("autonomy", .fields([("level", int(3)), ("mode", text("supervised")), ("learns", flag(false))])),
    (
      "control",
      .fields([
        (
          "abort",
          .fields([("available", flag(true)), ("latency_s", double(2.5)), ("tested", day("2025-06-01"))])
        ),
        ("geofence", .fields([("present", flag(true)), ("radius_m", double(300))])),
        ("operators", int(2)), ("interface", text("console")),
      ])
    ),
    ("owner", .fields([("name", text("Ministry")), ("email", text("owner@example.org")), ("country", text("SG"))])),
    (
      "data",
      .fields([
        ("retention_days", int(30)), ("classification", text("internal")), ("personal", flag(false)),
        ("sources", texts(["radar", "camera"])), ("encrypted", flag(true)),
      ])
    ),
    (
      "accountable",
      .list([
        person("Ana Reyes", "commander"), person("Budi Santoso", "engineer"), person("Chan Mei", "owner"),
        person("Dao Linh", "reviewer"),
      ])
    ),
    (
      "stages",
      .list([
        stage("concept", 1, "2024-02-01"), stage("development", 3, "2024-08-15"), stage("testing", 4, "2025-01-20"),
        stage("deployment", 3, "2025-05-05"),
      ])
    ),
    (
      "law",
      .fields([
        ("reviewed", flag(true)), ("article", text("36")), ("counsel", text("Legal Office")), ("year", int(2025)),
      ])
    ),
    (
      "testing",
      .fields([
        ("cases", int(1200)), ("passed", int(1187)), ("coverage", double(0.93)), ("independent", flag(true)),
        ("red_team", flag(false)),
      ])
    ),
    ("notes", text("none")),
  ]

  private static func map(_ fields: [(String, Node)]) -> Value {
    .map(MapValue(fields.map { (key: .string($0.0), value: map($0.1)) }))
  }

  private static func map(_ node: Node) -> Value {
    switch node {
    case .leaf(let value, _): value
    case .list(let nodes): .list(ListValue(nodes.map { map($0) }))
    case .fields(let fields): map(fields)
    }
  }

  private struct RecordBuilder {
    var types: [ObjectType] = []

    mutating func record(_ fields: [(String, Node)], _ name: String) -> Value {
      var declared: [ObjectField] = []
      var values: [Value] = []
      for (field, node) in fields {
        let (value, type) = make(node, "\(name).\(field)")
        declared.append(ObjectField(name: field, type: type))
        values.append(value)
      }
      let type = ObjectType(name: name, fields: declared)
      types.append(type)
      return .record(RecordValue(type: type, fields: values))
    }

    private mutating func make(_ node: Node, _ name: String) -> (Value, CELType) {
      switch node {
      case .leaf(let value, let type): return (value, type)
      case .fields(let fields): return (record(fields, name), .object(name))
      case .list(let nodes):
        let items = nodes.map { make($0, name) }
        return (.list(ListValue(items.map(\.0))), .list(items.first?.1 ?? .dyn))
      }
    }
  }

  /// The record with its last field, which no expression reads, not known.
  var recordWithUnknown: Value {
    guard case .record(let record) = record else { return self.record }
    var fields = record.fields
    fields[fields.count - 1] = .unknown(UnknownSet(AttributePath("p").field("notes")))
    return .record(RecordValue(type: record.type, fields: fields))
  }

  /// The same of the map.
  var mapWithUnknown: Value {
    .partial(map, of: "p", unknown: [UnknownPattern("p", [.only(.field("notes"))])])
  }
}
