import AssessmentTestSupport
import Diagnostics
import Foundation
import PolicyLinting
import PolicyModel
import Reports
import TestSupport
import Testing

@Suite("Formats of what is found in packs")
struct DiagnosticFormatTests {
  private static let foundation = """
    answerable: foundation/1
    id: made-up
    version: 1.0.0
    clauses:
      P10: {text: The system can be stopped by a person, asks: Somebody at the system can stop it}
    crosswalk_prefixes:
      X: {title: A made-up standard, ground: policy}
    citations:
      'X:1': {title: A stop control, status: unverified, basis: secondary}
    questions:
      scope.isr: {ask: Does it watch?, type: boolean}
      control.person_inhibit: {ask: Can a person stop it?, type: boolean}

    """

  private static func rule(_ id: String, severity: String, appliesWhen: String, require: String) -> String {
    """
      - id: \(id)
        title: A person can stop the système d’arme
        requires: Somebody can stop it
        severity: \(severity)
        applies_when: \(appliesWhen)
        due_from: concept
        tiers: [{from: concept, require: \(require)}]
        clauses: [P10]
        grounds: [policy]
        crosswalk: ['X:1']
        evidence: [a record]
        remedy: Do what is left to be done
        claim: never
        waiver: never

    """
  }

  /// Errors with replacements, with notes that have places, and with texts that mean something to the formats.
  private static let broken =
    "answerable: pack/1\nid: ours\nversion: 1.0.0\ntitle: Ours\nrules:\n"
    + rule(
      "stop", severity: #""50% ::error::\n\e[31mmajor""#, appliesWhen: "scope.isr", require: "control.persn_inhibit")
    + rule("stop", severity: "mayor", appliesWhen: "scope.isr", require: "control.person_inhibit")

  /// A pack that loads, with warnings, and a note with a place in another file.
  private static let doubtful =
    "answerable: pack/1\nid: ours\nversion: 1.0.0\ntitle: Ours\nrules:\n"
    + rule("stop", severity: "major", appliesWhen: "scope.isr || !scope.isr", require: "control.person_inhibit")

  private static let findings = [("packs/our rules, 50%:new.yaml", broken), ("doubtful.yaml", doubtful)].flatMap {
    name, text in
    let files = [(name, text), ("foundation.yaml", foundation)].map { SourceFile(name: $0, bytes: Array($1.utf8)) }
    let loaded = PolicySet.load(files, sha256: World.sha256)
    return loaded.diagnostics + (loaded.value.map { LintCheck.findings(LintSubject($0)) } ?? [])
  }

  private static func write(_ name: String) throws -> [UInt8] {
    let codes =
      DiagnosticCode.ofExpressions + DiagnosticCode.ofFiles + DiagnosticCode.ofLinting + DiagnosticCode.ofPacks
    return try #require(DiagnosticFormat.named(name)).write(
      findings, DiagnosticFormat.Context(version: "0.0.0", codes: codes))
  }

  @Test(
    "every format writes the findings as approved, and steers no terminal", arguments: DiagnosticFormat.all.map(\.name))
  func approved(name: String) throws {
    let bytes = try Self.write(name)
    try expectSnapshot(bytes, named: "findings.\(name)", in: "ReportsTests")
    #expect(!bytes.contains(0x1B))
    #expect(bytes.last == UInt8(ascii: "\n"))
  }

  @Test("without findings there is nothing to read, and an object without entries for programs")
  func empty() throws {
    for format in DiagnosticFormat.all {
      let bytes = format.write([], DiagnosticFormat.Context(version: "0.0.0"))
      try expectSnapshot(bytes, named: "no-findings.\(format.name)", in: "ReportsTests")
    }
  }

  @Test(
    "SARIF holds every finding, its replacement at its place, and an explanation of each code")
  func sarif() throws {
    let log = try #require(JSONSerialization.jsonObject(with: Data(try Self.write("sarif"))) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        let text = (rule[key] as? [String: Any])?["text"] as? String
        #expect(text?.hasSuffix(".") == true, "\(rule["id"] ?? ""): \(key)")
      }
    }
    let results = try #require(run["results"] as? [[String: Any]])
    let findings = Self.findings
    #expect(results.map { $0["ruleId"] as? String } == findings.map(\.code))
    for (result, finding) in zip(results, findings) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == finding.code)
      #expect((result["fixes"] as? [Any])?.count ?? 0 == finding.fixIts.count)
      #expect((result["relatedLocations"] as? [Any])?.count ?? 0 == finding.notes.count { $0.location != nil })
      let locations = try #require(result["locations"] as? [[String: Any]])
      let place = try #require(locations.first?["physicalLocation"] as? [String: Any])
      let uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
      #expect(uri.removingPercentEncoding == finding.location?.file.name)
      #expect(URL(string: uri) != nil)
    }
  }

  @Test(
    "SARIF is valid by the schema of OASIS, with findings and without",
    .enabled(if: SchemaValidator.isWanted, "needs python3 with its package jsonschema"),
    .enabled(if: Folder.shared != nil, "needs the folder named by ANSWERABLE_SHARED"))
  func valid() throws {
    let schema = try #require(Folder.shared).appending(path: "schemas/sarif-2.1.0.schema.json")
    let empty = try #require(DiagnosticFormat.named("sarif")).write([], DiagnosticFormat.Context(version: "0.0.0"))
    for log in [try Self.write("sarif"), empty] {
      #expect(try SchemaValidator.faults(in: log, schema: schema) == [])
    }
    let wrong = String(decoding: empty, as: UTF8.self).replacing("\"2.1.0\"", with: "\"2.0\"")
    #expect(try !SchemaValidator.faults(in: Array(wrong.utf8), schema: schema).isEmpty)
  }

  @Test("a finding is one command for GitHub, whatever stands in texts and names")
  func github() throws {
    let lines = String(decoding: try Self.write("github"), as: UTF8.self).split(separator: "\n")
    let findings = Self.findings
    #expect(lines.count == findings.count)
    for (line, finding) in zip(lines, findings) {
      let command = try #require(line.wholeMatch(of: /::(error|warning|notice) ([^:]*)::(.*)/))
      #expect(command.1 == (finding.severity == .note ? "notice" : finding.severity.rawValue[...]))
      let properties = command.2.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
      let file = try #require(properties.first { $0.first == "file" }?.last)
      #expect(String(file).removingPercentEncoding == finding.location?.file.name)
      let text = try #require(command.3.removingPercentEncoding)
      for note in finding.notes { #expect(text.contains("\n" + note.message)) }
    }
  }
}
