import AssessmentTestSupport
import Diagnostics
import Foundation
import PolicyModel
import Schemas
import TestSupport
import Testing

@Suite("Schemas for editors")
struct SchemasTests {
  private static func object(_ name: String) throws -> [String: Any] {
    let bytes = try #require(FileSchema.named(name)).bytes(try #require(World.policies))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private static func at(_ path: [String], in object: [String: Any]) throws -> [String: Any] {
    try path.reduce(object) { try #require($0[$1] as? [String: Any], "\($1) of \(path)") }
  }

  @Test("they are as approved", arguments: ["assessment", "next", "review"])
  func approved(_ name: String) throws {
    let bytes = try #require(FileSchema.named(name)).bytes(try #require(World.policies))
    try expectSnapshot(bytes, named: "\(name).schema.json", in: "SchemasTests")
  }

  @Test("each begins with what it is", arguments: FileSchema.all.map(\.name))
  func header(_ name: String) throws {
    let schema = try Self.object(name)
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect((schema["$id"] as? String)?.hasPrefix("urn:answerable:schema:") == true)
    #expect((schema["title"] as? String)?.hasPrefix("Answerable: ") == true)
    #expect((schema["description"] as? String)?.hasSuffix(".") == true)
  }

  @Test("every question can be answered where people write it, with all its words")
  func questions() throws {
    let schema = try Self.object("project")
    let policies = try #require(World.policies)
    #expect(policies.schema.questions.count > 250)
    for question in policies.schema.questions {
      let nested = question.parts.flatMap { ["properties", $0] }
      let place = try Self.at(nested, in: schema)
      #expect(place["$ref"] as? String == "#/$defs/\(question.id)")
      let dotted = try Self.at(["patternProperties", "^\(question.parts.joined(separator: "[.]"))$"], in: schema)
      #expect(dotted["$ref"] as? String == "#/$defs/\(question.id)")
      let defined = try Self.at(["$defs", question.id], in: schema)
      #expect(defined["title"] as? String == question.id)
      let words = try #require(defined["description"] as? String)
      for text in [question.ask, question.why, question.goodAnswer, question.knownBy, question.unit].compactMap({ $0 })
      {
        #expect(words.contains(text), "\(question.id)")
      }
      #expect((defined["examples"] != nil) == (question.example != nil), "\(question.id)")
    }
  }

  @Test("a number has its range, a choice its values, and both may be unknown")
  func types() throws {
    let schema = try Self.object("project")
    let share = try Self.at(["$defs", "perf.civilian_misid_rate_pct"], in: schema)
    #expect(share["minimum"] as? Double == 0)
    #expect(share["maximum"] as? Double == 100)
    #expect(share["type"] as? [String] == ["number", "string", "null"])
    let kind = try Self.at(["$defs", "project.kind"], in: schema)
    let values = try #require((kind["anyOf"] as? [[String: Any]])?.first?["enum"] as? [Any])
    #expect(values.contains { $0 as? String == "weapon" })
    #expect(values.contains { $0 as? String == "unknown" })
    #expect(values.contains { $0 is NSNull })
    let people = try Self.at(["$defs", "accountability.assignments", "items", "properties"], in: schema)
    #expect(Set(people.keys).isSuperset(of: ["stage", "role", "holder", "holder_type"]))
  }

  @Test("names are unlike each other, and unlike no kind")
  func names() {
    #expect(FileSchema.named("projct") == nil)
    #expect(Set(FileSchema.all.map(\.name)).count == FileSchema.all.count)
  }
}
