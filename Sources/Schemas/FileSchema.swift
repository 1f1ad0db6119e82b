internal import DocumentWriting
public import PolicyModel

/// A kind of file, and its shape as a JSON Schema (draft 2020-12): for editors, and for programs that check files.
public struct FileSchema: Sendable {
  /// What the command line calls it.
  public let name: String
  /// What it is the shape of, in a line.
  public let summary: String
  private let id: String
  private let make: @Sendable (PolicySet) -> JSONSchema

  public static let all: [FileSchema] = [
    .project, .review, .pack, .foundation, .tests, .assessment, .next,
  ]

  /// The schema of that name.
  public static func named(_ name: String) -> FileSchema? { all.first { $0.name == name } }

  /// The schema as JSON. Questions, rules and everything else that files name are those of the policies.
  public func bytes(_ policies: PolicySet) -> [UInt8] {
    var schema = JSONSchema()
    schema.add("$schema", "https://json-schema.org/draft/2020-12/schema")
    schema.add("$id", .text("urn:answerable:schema:\(id)"))
    schema.add("title", .text("Answerable: \(summary)"))
    for (key, value) in make(policies).keywords { schema.add(key, value) }
    var json = JSONWriter(isIndented: true)
    schema.value.write(&json)
    return json.bytes + [0x0A]
  }

  /// What the shape of an assessment, and of several, is made of, by name: for documents that hold it among others. Their
  /// references to each other begin with `place`.
  public static func assessmentParts(at place: String) -> [(key: String, value: JSONValue)] {
    AssessmentSchema.parts.map { ($0.key, $0.value.leading("#/$defs/", to: place)) }
  }

  private static let project = FileSchema(name: "project", summary: "a project description", id: "project-1") {
    let answers = AnswerSchemas($0)
    let (sections, dotted) = answers.sections()
    return ShapeSchema($0, isOpen: false).schema(of: .project, more: sections).with("patternProperties", dotted)
      .with("$defs", .object(answers.definitions)).described(MappingShape.project.meaning)
  }

  private static func file(
    _ shape: MappingShape, _ schemas: ShapeSchema, definitions: [(key: String, value: JSONValue)] = []
  ) -> JSONSchema {
    let schema = schemas.schema(of: shape).described(shape.meaning)
    let definitions = schemas.definitions(in: shape) + definitions
    return definitions.isEmpty ? schema : schema.with("$defs", .object(definitions))
  }

  private static let review = FileSchema(name: "review", summary: "a review record", id: "review-1") {
    file(.review, ShapeSchema($0, isOpen: false))
  }

  private static let pack = FileSchema(name: "pack", summary: "a policy pack", id: "pack-1") {
    file(.pack, ShapeSchema($0, isOpen: false))
  }

  private static let foundation = FileSchema(
    name: "foundation", summary: "what all packs of an instrument share", id: "foundation-1"
  ) {
    file(.foundation, ShapeSchema($0, isOpen: true))
  }

  private static let tests = FileSchema(name: "tests", summary: "the cases of a pack", id: "pack-tests-1") {
    let answers = AnswerSchemas($0)
    let group = (key: ShapeSchema.answers, value: answers.answers(isOpen: true).value)
    return file(.packTests, ShapeSchema($0, isOpen: true), definitions: [group] + answers.definitions)
  }

  private static let assessment = FileSchema(
    name: "assessment", summary: "what `answerable check --format json` writes", id: "assessment-1"
  ) { _ in
    AssessmentSchema.schema.described("The result for one project description, or for several.")
  }

  private static let next = FileSchema(
    name: "next", summary: "what `answerable next --format json` writes", id: "next-1"
  ) { _ in
    NextSchema.schema.described("The questions of a project that are best answered next.")
  }
}
