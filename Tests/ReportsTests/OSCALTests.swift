import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import Foundation
import LocatedYAML
import PolicyModel
import Reports
import TestSupport
import Testing

@Suite("OSCAL assessment results")
struct OSCALTests {
  typealias Object = OSCALReport.Object

  // MARK: Inputs

  /// A document to write, and what is special about it.
  struct Document: Sendable {
    let name: String
    let assessments: @Sendable () throws -> [Assessment]

    init(_ name: String, _ assessments: @escaping @Sendable () throws -> [Assessment]) {
      (self.name, self.assessments) = (name, assessments)
    }
  }

  static let documents: [Document] =
    ReportsTests.exampleNames.map { name in Document(name) { [try ReportsTests.assess(name)] } } + [
      Document("several") { try ReportsTests.exampleNames.map { try ReportsTests.assess($0) } },
      Document("wrong") { [try World.assess(ReportsTests.wrong)] },
      Document("undecided") { [try World.assess("[1, 2"), try World.assess("just a text\n")] },
      Document("empty") { [try World.assess("answerable: project/1\n")] },
      Document("hostile") { [try hostile()] },
      Document("disputed answers") { [try disputed()] },
      Document("stream") { try stream() },
      Document("the same twice") {
        [try ReportsTests.assess("mine-disposal"), try ReportsTests.assess("mine-disposal")]
      },
      Document("long ago") { [try World.assess("answerable: project/1\n", on: "1899-02-28")] },
      Document("far ahead") { [try World.assess("answerable: project/1\n", on: "9999-12-31")] },
    ]

  static func report(_ name: String) throws -> OSCALReport {
    try OSCALReport(try #require(documents.first { $0.name == name }).assessments())
  }

  /// A turret whose names and texts mean something to Markdown, HTML, terminals and readers of tokens and addresses.
  static func hostile() throws -> Assessment {
    let project = #"""
      answerable: project/1
      marking: "  SECRET \e[31m\u202E//\n REL  "
      project: {name: "\u00A0<script>alert(1)</script> [x](javascript:alert(1)) *b*\n# h\u202E", lifecycle_stage: test}
      scope: {applies_force: true}
      control: {abort_latency_s: 1.8}
      governance: {assessor: " <img src=x> O'Neill\n\u200B", developer_lead: "SentinelCore AI"}
      evidence:
        - {supports: [control.abort_latency_s], title: "`</code>` <b>", uri: "dms:javascript:alert(1)"}
        - {supports: [control.abort_latency_s], title: "a", uri: "https://a.test/x y?z#1#2[%zz]"}
        - {supports: [control.abort_latency_s], file: "a b/ü:c#1?.txt", expires_on: 9999-12-31}
      """#
    let bytes = Array(project.utf8)
    let review = #"""
      answerable: review/1
      subject: {sha256: \#(World.sha256(bytes))}
      risk_acceptances:
        - {rule: "no-such <b>rule</b>", reason: "a\n\n# b", accepted_by: "<i>x</i> | `y`", rank: "a b", accepted_on: 0001-01-01, expires_on: 9999-12-31}
      disputes:
        - {rule: hc-time-to-decide, reason: "![x](http://x.test)", raised_by: " "}
        - {field: "control.abort_latency_s", raised_by: "[x](y)\u202E"}
      """#
    return try World.assess(bytes, named: "a b/[x](y):é\u{202E}.yaml", review: Array(review.utf8))
  }

  static func disputed() throws -> Assessment {
    let project = try Folder.bytes("Examples/mine-disposal.yaml")
    let review = """
      answerable: review/1
      subject: {sha256: \(World.sha256(project))}
      disputes:
        - {field: hmi.p95_decision_time_s, reason: It was timed on the bench, raised_by: Commander A. Wahab, raised_on: 2026-02-20}
        - {rule: co-lessons-releasable, reason: Nobody has read them, raised_by: Colonel B. Tan, raised_on: 2026-02-21}
        - {rule: no-such-rule, reason: It is wrong, raised_by: Major C. Lim, raised_on: 2026-02-22}
      """
    return try World.assess(project, named: "Examples/mine-disposal.yaml", review: Array(review.utf8))
  }

  /// Three documents of one file, two of them alike.
  static func stream() throws -> [Assessment] {
    let one = "answerable: project/1\nproject: {name: One, lifecycle_stage: concept}\n"
    let two = "answerable: project/1\nproject: {name: Two, lifecycle_stage: design}\n"
    let file = SourceFile(name: "all.yaml", bytes: Array("---\n\(one)---\n\(two)---\n\(one)".utf8))
    let policies = try #require(World.policies)
    let day = try World.day("2026-03-01")
    return YAMLReader.read(file).value.map { document in
      let read = policies.readProject(Diagnosed(document, diagnostics: []), on: day)
      return Assessment(
        AssessmentInput(
          project: read.value, projectDiagnostics: read.diagnostics, projectDigest: World.sha256(document.file.bytes),
          day: day), against: policies)
    }
  }

  // MARK: Judges

  @Test(
    "every document is valid by NIST's schema",
    .enabled(if: SchemaValidator.isWanted, "needs python3 with its package jsonschema"),
    .enabled(if: Folder.shared != nil, "needs the folder named by ANSWERABLE_SHARED"))
  func valid() throws {
    let schema = try #require(Folder.shared).appending(path: "schemas/oscal-assessment-results.schema.json")
    let folder = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var jobs: [SchemaValidator.Job] = []
    func add(_ bytes: [UInt8]) throws {
      let file = folder.appending(path: "\(jobs.count).json")
      try Data(bytes).write(to: file)
      jobs.append(.init(schema: schema, document: file))
    }
    for document in Self.documents { try add(OSCALReport(document.assessments()).bytes) }
    // That the schema is enforced: a token with a space, a text that ends with a line break, a UUID of no version.
    let good = String(decoding: try Self.report("empty").bytes, as: UTF8.self)
    let wrong = [
      (#""control-id": ""#, #""control-id": "a "#), (#""name":"outcome""#, #""name":"out come""#),
      (#""value":"blocker""#, #""value":"blocker\n""#), (#""last-modified": "2026"#, #""last-modified": "26"#),
      ("-5", "-6"),
    ]
    for (text, other) in wrong { try add(Array(good.replacing(text, with: other, maxReplacements: 40).utf8)) }
    let faults = try SchemaValidator.faults(jobs)
    for (document, faults) in zip(Self.documents, faults) { #expect(faults == [], "\(document.name)") }
    for (change, faults) in zip(wrong, faults.dropFirst(Self.documents.count)) {
      #expect(!faults.isEmpty, "\(change) is not noticed")
    }
  }

  @Test("compliance-trestle reads, imports and validates every document")
  func trestle() throws {
    let good = try Self.documents.map { try OSCALReport($0.assessments()).bytes }
    let first = String(decoding: good[0], as: UTF8.self)
    let uuids = first.matches(of: /"uuid": "([^"]*)"/).map { String($0.output.1) }
    let twice = first.replacing(uuids[1], with: uuids[2])
    guard let faults = try OSCALJudge.faults(in: good + [Array(twice.utf8)]) else { return }
    for (document, faults) in zip(Self.documents, faults) { #expect(faults == [], "\(document.name)") }
    #expect(faults.last?.isEmpty == false, "that a UUID occurs twice is not noticed")
  }

  // MARK: Structure

  @Test("whatever is referred to is there, and no UUID is given twice", arguments: documents.map(\.name))
  func references(name: String) throws {
    let report = try Self.report(name)
    let uuids = report.strings(["uuid"])
    #expect(uuids.count == Set(uuids).count)
    for uuid in uuids {
      #expect(uuid.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }
    let parties = Set(OSCALReport.list(report.metadata, "parties").compactMap { $0["uuid"] as? String })
    let roles = Set(OSCALReport.list(report.metadata, "roles").compactMap { $0["id"] as? String })
    #expect(Set(report.strings(["party-uuids", "party-uuid"])).subtracting(parties) == [])
    #expect(parties.subtracting(report.strings(["party-uuids", "actor-uuid"])) == [])
    #expect(Set(report.strings(["role-id"])).subtracting(roles) == [])
    let resources = Set(report.resources.compactMap { $0["uuid"] as? String })
    let references = report.strings(["href"]).filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    #expect(Set(references).subtracting(resources) == [])
    #expect(resources.subtracting(references) == [])
    let definitions = report.root["local-definitions"] as? Object ?? [:]
    let objectives = OSCALReport.list(definitions, "objectives-and-methods")
    #expect(objectives.count == World.policies?.rules.count)
    let ids = Set(OSCALReport.strings(["id"], in: objectives))
    #expect(Set(report.strings(["target-id"])).subtracting(ids) == [])
    for result in report.results {
      func uuids(_ key: String) -> Set<String> {
        Set(OSCALReport.list(result, key).compactMap { $0["uuid"] as? String })
      }
      #expect(Set(OSCALReport.strings(["observation-uuid"], in: result)).subtracting(uuids("observations")) == [])
      let risks = Set(OSCALReport.strings(["risk-uuid"], in: result))
      #expect(risks.subtracting(uuids("risks")) == [])
      let local = Set(OSCALReport.strings(["uuid"], in: result["local-definitions"] ?? [:]))
      let named = OSCALReport.strings(["actor-uuid", "subject-uuid", "component-uuid"], in: result)
      #expect(!named.isEmpty)
      #expect(Set(named).subtracting(local.union(parties)) == [])
    }
  }

  @Test("every address is one", arguments: documents.map(\.name))
  func addresses(name: String) throws {
    for resource in try Self.report(name).resources {
      let hrefs = OSCALReport.list(resource, "rlinks").compactMap { $0["href"] as? String }
      #expect(hrefs.count == Set(hrefs).count)
      for href in hrefs {
        #expect(URL(string: href, encodingInvalidCharacters: false) != nil, "\(href)")
        #expect(!href.lowercased().hasPrefix("javascript"))
      }
    }
  }

  // MARK: What is said

  @Test("only what was decided is found satisfied or not", arguments: documents.map(\.name))
  func findings(name: String) throws {
    let assessments = try #require(Self.documents.first { $0.name == name }).assessments()
    let report = try OSCALReport(assessments)
    #expect(report.results.count == assessments.count)
    for (result, assessment) in zip(report.results, assessments) {
      let decision = OSCALReport.value("gate-decision", in: result)
      #expect(decision == (assessment.isDecided ? assessment.gate.decision.rawValue : "undecided"))
      guard assessment.isDecided else {
        #expect(result["findings"] == nil)
        #expect(OSCALReport.strings(["outcome"], in: result) == [])
        continue
      }
      for each in assessment.results {
        let observations = OSCALReport.objects("observations", of: each.rule.id, in: result)
        #expect(observations.compactMap { OSCALReport.value("outcome", in: $0) } == [each.outcome.rawValue])
        let clauses = OSCALReport.list(observations[0], "links").compactMap { $0["resource-fragment"] as? String }
        #expect(clauses == each.rule.clauses)
        let states = OSCALReport.objects("findings", of: each.rule.id, in: result).compactMap { OSCALReport.state($0) }
        let risks = OSCALReport.objects("risks", of: each.rule.id, in: result).compactMap { $0["status"] as? String }
        switch each.outcome {
        case .pass:
          #expect(states == (assessment.hasErrors ? [] : ["satisfied"]))
          #expect(risks == [])
        case .fail:
          #expect(states == ["not-satisfied"])
          #expect(risks == ["open"])
        case .accepted:
          #expect(states == ["not-satisfied"])
          #expect(risks == ["deviation-approved"])
        case .unknown:
          #expect(states == [])
          let matters = each.rule.severity == .blocker || assessment.gate.because.contains(each.rule.id)
          #expect(risks == (matters ? ["open"] : []))
        case .notApplicable, .notYetDue:
          #expect(states == [])
          #expect(risks == [])
        }
      }
    }
  }

  @Test("an input with errors has nothing satisfied, and a risk says so", arguments: ["wrong", "undecided"])
  func errors(name: String) throws {
    for result in try Self.report(name).results {
      #expect(!OSCALReport.list(result, "findings").contains { OSCALReport.state($0) == "satisfied" })
      let risks = OSCALReport.list(result, "risks").filter { OSCALReport.value("risk", in: $0) == "input-errors" }
      #expect(risks.compactMap { $0["status"] as? String } == ["open"])
      #expect(OSCALReport.value("input-errors", in: result) != "0")
      let seen = OSCALReport.list(result, "observations").filter { OSCALReport.value("observation", in: $0) == "input" }
      #expect(!OSCALReport.list(try #require(seen.first), "relevant-evidence").isEmpty)
    }
  }

  @Test("whoever accepts a failure is named with rank and end, wherever it is said")
  func acceptance() throws {
    let report = try Self.report("air-picture-support")
    let result = report.results[0]
    let risk = try #require(OSCALReport.objects("risks", of: "hc-time-to-decide", in: result).first)
    // The version 5 UUID of `["party","Chief of Air Staff"]`, as Python's uuid5 has it.
    let party = "dffbc02d-100e-53c0-8124-f43832e7090f"
    let parties = OSCALReport.list(report.metadata, "parties").filter { $0["uuid"] as? String == party }
    #expect(parties.compactMap { $0["name"] as? String } == ["Chief of Air Staff"])
    #expect(parties.flatMap { OSCALReport.values("rank", in: $0) } == ["service-chief"])
    #expect(risk["deadline"] as? String == "2026-08-31T00:00:00Z")
    for part in ["mitigating-factors", "characterizations"] {
      let object = try #require(OSCALReport.list(risk, part).last)
      #expect(OSCALReport.value("accepted-by", in: object) == "Chief of Air Staff")
      #expect(OSCALReport.value("rank", in: object) == "service-chief")
      #expect(OSCALReport.value("expires-on", in: object) == "2026-08-31")
    }
    let entries = OSCALReport.list(risk["risk-log"] as? Object ?? [:], "entries")
    #expect(entries.compactMap { $0["status-change"] as? String } == ["deviation-approved"])
    #expect(entries.compactMap { $0["start"] as? String } == ["2026-02-16T00:00:00Z"])
    #expect(OSCALReport.strings(["party-uuid"], in: entries) == [party])
    let observation = try #require(OSCALReport.objects("observations", of: "hc-time-to-decide", in: result).first)
    #expect((observation["description"] as? String)?.contains("Chief of Air Staff (`service-chief`)") == true)
    #expect(observation["expires"] as? String == "2026-08-31T00:00:00Z")
  }

  @Test("disputes are observed and name who raised them; those with an effect are risks")
  func disputes() throws {
    let report = try Self.report("disputed answers")
    let result = report.results[0]
    let observations = OSCALReport.list(result, "observations").filter {
      OSCALReport.value("observation", in: $0) == "review-entry"
    }
    // Whose dispute has no effect is a party, and responsible for nothing.
    let parties = OSCALReport.list(report.metadata, "parties")
    let responsible = OSCALReport.list(report.metadata, "responsible-parties").filter {
      $0["role-id"] as? String == "disputant"
    }.flatMap { $0["party-uuids"] as? [String] ?? [] }
    #expect(parties.contains { $0["name"] as? String == "Major C. Lim" })
    #expect(
      responsible.map { uuid in parties.first { $0["uuid"] as? String == uuid }?["name"] as? String } == [
        "Commander A. Wahab", "Colonel B. Tan",
      ])
    #expect(observations.map { OSCALReport.value("effect", in: $0) } == ["yes", "yes", "none"])
    #expect(
      observations.map { OSCALReport.value("raised-by", in: $0) } == [
        "Commander A. Wahab", "Colonel B. Tan", "Major C. Lim",
      ])
    #expect((observations[2]["description"] as? String)?.contains("there is no rule") == true)
    #expect(observations.allSatisfy { OSCALReport.strings(["role-id"], in: $0) == ["disputant"] })
    let answer = OSCALReport.list(result, "risks").filter { OSCALReport.value("risk", in: $0) == "disputed-answer" }
    #expect(answer.map { OSCALReport.value("field", in: $0) } == ["hmi.p95_decision_time_s"])
    let rule = OSCALReport.objects("risks", of: "co-lessons-releasable", in: result)
    #expect(rule.map { $0["status"] as? String } == ["open"])
    #expect(rule.flatMap { OSCALReport.strings(["role-id"], in: $0["origins"] ?? []) } == ["disputant"])
    let undecided = OSCALReport.objects("observations", of: "hc-time-to-decide", in: result)
    #expect(undecided.map { OSCALReport.value("outcome", in: $0) } == ["unknown"])
    #expect((undecided[0]["description"] as? String)?.contains("answers in dispute: `hmi.p95_decision_time_s`") == true)
  }

  @Test("a pass lasts as long as the last of its current evidence")
  func expiry() throws {
    func expires(_ dates: [String?]) throws -> String? {
      let items = dates.enumerated().map { index, date in
        "  - {supports: [gv-scope-declared], file: \(index).txt\(date.map { ", expires_on: \($0)" } ?? "")}\n"
      }
      let example = String(decoding: try Folder.bytes("Examples/mine-disposal.yaml"), as: UTF8.self)
      let text = try #require(example.components(separatedBy: "\nevidence:").first) + "\nevidence:\n" + items.joined()
      let result = try OSCALReport([World.assess(text)]).results[0]
      let found = try #require(
        OSCALReport.list(result, "observations").first {
          OSCALReport.value("outcome", in: $0) == "pass" && OSCALReport.value("evidence-items", in: $0) != nil
        })
      return found["expires"] as? String
    }
    #expect(try expires(["2026-05-01", "2026-04-01"]) == "2026-05-01T23:59:59Z")
    #expect(try expires(["2026-05-01", nil]) == nil)
    #expect(try expires(["9999-12-31"]) == nil)
  }

  @Test("what hostile texts say is there, and none of it is markup")
  func hostileTexts() throws {
    let report = try Self.report("hostile")
    let markup: Set<String> = ["title", "description", "statement", "remarks", "prose", "text"]
    let texts = report.strings(markup)
    for text in texts {
      let unescaped = text.replacing(/\\./, with: "")
      let prose = unescaped.replacing(/`[^`]*`/, with: "")
      #expect(!prose.contains("<") && !prose.contains("]("), "\(text)")
      #expect(!text.unicodeScalars.contains { ["\u{202E}", "\u{200B}", "\u{1B}"].contains($0) })
    }
    let title = report.results[0]["title"] as? String ?? ""
    #expect(title.hasPrefix(#"&lt;script&gt;alert(1)&lt;/script&gt; \[x\](javascript:alert(1)) \*b\* # h, 2026"#))
    let markings = OSCALReport.list(report.metadata, "props").filter { $0["name"] as? String == "marking" }
    #expect(markings.map { $0["value"] as? String } == ["SECRET �[31m�// REL"])
    let names = OSCALReport.list(report.metadata, "parties").compactMap { $0["name"] as? String }
    #expect(names == ["<img src=x> O'Neill", "<i>x</i> | `y`", "[x](y)�"])
    let cited = report.resources.compactMap { ($0["citation"] as? Object)?["text"] as? String }
    #expect(cited.contains("dms:javascript:alert(1)"))
    let hrefs = OSCALReport.strings(["href"], in: report.resources.compactMap { $0["rlinks"] })
    #expect(hrefs.contains("https://a.test/x%20y?z#1%232%5B%25zz%5D"))
    #expect(hrefs.contains("a%20b/a%20b/%C3%BC:c%231%3F.txt"))
  }

  // MARK: Stability

  @Test("projects have the same UUIDs in whatever order they are named")
  func order() throws {
    let assessments = try Self.stream() + ReportsTests.exampleNames.map { try ReportsTests.assess($0) }
    let forwards = try OSCALReport(assessments).strings(["uuid"])
    let backwards = try OSCALReport(assessments.reversed()).strings(["uuid"])
    #expect(Set(forwards) == Set(backwards))
    #expect(forwards.count == backwards.count)
  }

  @Test("a document that says something else is another document")
  func identity() throws {
    func uuid(_ assessment: Assessment, _ options: ReportFormat.Options = .init()) throws -> String {
      try #require(try OSCALReport([assessment], options: options).root["uuid"] as? String)
    }
    let text = String(decoding: try Folder.bytes("Examples/mine-disposal.yaml"), as: UTF8.self)
    var marked = ReportFormat.Options()
    marked.marking = "RESTRICTED"
    var incomplete = ReportFormat.Options()
    incomplete.isIncomplete = true
    let uuids = [
      try uuid(World.assess(text)), try uuid(World.assess(text + "\n")), try uuid(World.assess(text, on: "2026-03-02")),
      try uuid(World.assess(Array(text.utf8), stage: .retirement)), try uuid(Self.disputed()),
      try uuid(World.assess(text), marked), try uuid(World.assess(text), incomplete),
      try uuid(World.assess(Array(text.utf8), files: ["evidence/mine-disposal/screening.txt": .missing])),
    ]
    #expect(Set(uuids).count == uuids.count)
    #expect(try uuid(World.assess(Array(text.utf8), named: "elsewhere/other.yaml")) == uuids[0])
  }

  @Test("the dates are those of the assessment")
  func dates() throws {
    let assessment = try World.assess("answerable: project/1\n", on: "2027-04-05")
    let report = try OSCALReport([assessment])
    #expect(Set(report.strings(["last-modified", "start", "end", "collected"])) == ["2027-04-05T00:00:00Z"])
    let far = try Self.report("far ahead").results[0]
    #expect(OSCALReport.value("assessment-date", in: far) == "9999-12-31")
  }

  @Test("markings and what is missing are said of the whole")
  func options() throws {
    var options = ReportFormat.Options()
    options.marking = "RESTRICTED"
    options.isIncomplete = true
    options.version = "1.2.3"
    let report = try OSCALReport([try ReportsTests.assess("mine-disposal")], options: options)
    for object in [report.metadata, report.results[0]] {
      let standard = OSCALReport.list(object, "props").filter { $0["ns"] == nil }
      #expect(standard.map { $0["name"] as? String } == ["marking"])
      #expect(standard.map { $0["value"] as? String } == ["RESTRICTED"])
    }
    #expect(OSCALReport.value("complete", in: report.metadata) == "no")
    #expect(OSCALReport.value("tool-version", in: report.metadata) == "1.2.3")
    #expect(
      (report.metadata["remarks"] as? String)?.hasPrefix("Something that was to be assessed could not be") == true)
  }

  @Test("a digest is given for a file only where it is the file's")
  func digests() throws {
    func projects(_ assessments: [Assessment]) throws -> [Object] {
      try OSCALReport(assessments).resources.filter {
        ($0["title"] as? String)?.hasPrefix("Project description") == true
      }
    }
    let alone = try projects([try ReportsTests.assess("mine-disposal")])
    let digest = World.sha256(try Folder.bytes("Examples/mine-disposal.yaml"))
    #expect(
      alone.flatMap { OSCALReport.list($0, "rlinks").flatMap { OSCALReport.list($0, "hashes") } }
        .map { $0["value"] as? String } == [digest])
    let shared = try projects(Self.stream())
    // Two of the three are the same bytes.
    #expect(shared.count == 2)
    #expect(shared.flatMap { OSCALReport.list($0, "rlinks") }.allSatisfy { $0["hashes"] == nil })
    #expect(shared.allSatisfy { OSCALReport.value("sha256", in: $0) != nil })
  }
}
