import AssessmentEngine
import AssessmentTestSupport
import Foundation
import Reports
import TestSupport
import Testing

@Suite("Formats for other programs, by their schemas")
struct FormatSchemaTests {
  /// Each example alone, all of them together with what could not be read, and what is no project.
  private static func reports(_ name: String) throws -> [[UInt8]] {
    let format = try #require(ReportFormat.named(name))
    let examples = try ReportsTests.exampleNames.map { try ReportsTests.assess($0) }
    let others = [try World.assess(ReportsTests.wrong), try World.assess("just a text\n")]
    var options = ReportFormat.Options()
    options.version = "1.2.3"
    var reports = (examples + others).map { format.write([$0], options: options) }
    options.isOneOfSeveral = true
    options.isIncomplete = true
    options.isVerbose = true
    options.marking = "RESTRICTED <\"&'>"
    reports.append(format.write(examples + others + others, options: options))
    return reports
  }

  @Test(
    "SARIF is valid by the schema of OASIS",
    .enabled(if: SchemaValidator.isWanted, "needs python3 with its package jsonschema"),
    .enabled(if: Folder.shared != nil, "needs the folder named by ANSWERABLE_SHARED"))
  func sarif() throws {
    let schema = try #require(Folder.shared).appending(path: "schemas/sarif-2.1.0.schema.json")
    for report in try Self.reports("sarif") {
      #expect(try SchemaValidator.faults(in: report, schema: schema) == [])
    }
  }

  @Test(
    "Code Quality reports are as GitLab describes them",
    .enabled(if: SchemaValidator.isWanted, "needs python3 with its package jsonschema"))
  func gitlab() throws {
    let schema = Folder.package.appending(path: "Tests/ReportsTests/Cases/gitlab-code-quality.schema.json")
    for report in try Self.reports("gitlab") {
      #expect(try SchemaValidator.faults(in: report, schema: schema) == [])
    }
    let wrong = Array(#"[{"description": "x", "severity": "grave"}]"#.utf8)
    #expect(try SchemaValidator.faults(in: wrong, schema: schema).count > 1)
  }

  @Test(
    "JUnit is valid by the schema of Apache Ant",
    .enabled(if: Folder.shared != nil, "needs the folder named by ANSWERABLE_SHARED"))
  func junit() throws {
    let schema = try #require(Folder.shared).appending(path: "schemas/junit.xsd").path()
    let judge = OtherProgram(
      debian: "libxml2-utils", command: ["/usr/bin/xmllint", "--noout", "--schema", schema, "-"],
      probe: ["/usr/bin/xmllint", "--version"])
    for report in try Self.reports("junit") {
      guard try judge.output(reading: report) != nil else { return }
    }
  }

  @Test("every level, index and region of SARIF is one that the specification allows")
  func sarifRules() throws {
    for report in try Self.reports("sarif") {
      let log = try #require(JSONSerialization.jsonObject(with: Data(report)) as? [String: Any])
      let runs = try #require(log["runs"] as? [[String: Any]])
      #expect(runs.count == 1)
      let run = try #require(runs.first)
      let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
      let rules = try #require(driver["rules"] as? [[String: Any]])
      let taxa = try #require((run["taxonomies"] as? [[String: Any]])?.first?["taxa"] as? [[String: Any]])
      for rule in rules {
        for relationship in rule["relationships"] as? [[String: Any]] ?? [] {
          let target = try #require(relationship["target"] as? [String: Any])
          #expect(taxa[try #require(target["index"] as? Int)]["id"] as? String == target["id"] as? String)
        }
        #expect((rule["help"] as? [String: Any])?["text"] != nil, "\(rule["id"] ?? "")")
      }
      for result in try #require(run["results"] as? [[String: Any]]) {
        let kind = result["kind"] as? String ?? "fail"
        #expect(kind == "fail" || result["level"] as? String == "none")
        #expect(rules[try #require(result["ruleIndex"] as? Int)]["id"] as? String == result["ruleId"] as? String)
        let locations = try #require(result["locations"] as? [[String: Any]])
        let place = try #require(locations.first?["physicalLocation"] as? [String: Any])
        let region = try #require(place["region"] as? [String: Int])
        let (startLine, endLine) = (try #require(region["startLine"]), try #require(region["endLine"]))
        #expect(startLine <= endLine)
        #expect(startLine < endLine || (region["startColumn"] ?? 0) <= (region["endColumn"] ?? 0))
      }
    }
  }
}
