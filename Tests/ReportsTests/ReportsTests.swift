import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing

@Suite("Reports")
struct ReportsTests {
  static let exampleNames: [String] = {
    let folder = Folder.package.appending(path: "Examples").path()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".review.yaml") }.map { String($0.dropLast(5)) }
      .sorted()
  }()

  static func assess(_ name: String) throws -> Assessment {
    try World.assess(
      Folder.bytes("Examples/\(name).yaml"), named: "Examples/\(name).yaml",
      review: try? Folder.bytes("Examples/\(name).review.yaml"))
  }

  /// Long, and the same for all: those of two examples are enough to read, or of one.
  static let longFormats = ["html", "markdown", "oscal"]
  static let shortFormats = ReportFormat.all.map(\.name).filter { !longFormats.contains($0) }

  @Test("every format writes every example as it was approved", arguments: exampleNames, shortFormats)
  func examples(name: String, format: String) throws {
    let format = try #require(ReportFormat.named(format))
    try expectSnapshot(format.write([try Self.assess(name)]), named: "\(name).\(format.name)", in: "ReportsTests")
  }

  @Test("the text report has everything where all is asked for, and the decision alone where little is")
  func amounts() throws {
    var options = ReportFormat.Options()
    options.isVerbose = true
    let assessment = try Self.assess("predictive-maintenance")
    let text = try #require(ReportFormat.named("text"))
    try expectSnapshot(text.write([assessment], options: options), named: "verbose.text", in: "ReportsTests")
    options.isVerbose = false
    options.isQuiet = true
    try expectSnapshot(text.write([assessment], options: options), named: "quiet.text", in: "ReportsTests")
  }

  @Test("a project's line is the same whatever the run wrote before", arguments: [false, true])
  func lines(isVerbose: Bool) throws {
    let format = try #require(ReportFormat.named("ndjson"))
    var fresh: ReportFormat.Options {
      var options = ReportFormat.Options()
      options.isVerbose = isVerbose
      return options
    }
    let assessments = try Self.exampleNames.map { try Self.assess($0) } + [try World.assess(Self.wrong)]
    var shared = fresh
    for assessment in assessments + assessments.reversed() {
      #expect(format.write([assessment], options: shared) == format.write([assessment], options: fresh))
      // The other form of the same rules is not to be taken for this one.
      shared.isVerbose = !isVerbose
      _ = format.write([assessment], options: shared)
      shared.isVerbose = isVerbose
    }
  }

  static let wrong = """
    answerable: project/1
    project: {name: "T\u{200B}urret \\e[31m", lifecycle_stage: tset, knd: weapon}
    scope:
      applies_force: yes
      target_classes: [persons, none]
    control:
      area_limit_km2: -4
      abort_verified_on: 2027-01-01
    """

  @Test("what is wrong with an input is shown with its place, and nothing can steer the terminal")
  func errors() throws {
    for format in ReportFormat.all where Self.shortFormats.contains(format.name) {
      let bytes = format.write([try World.assess(Self.wrong)])
      try expectSnapshot(bytes, named: "wrong.\(format.name)", in: "ReportsTests")
      #expect(!bytes.contains(0x1B), "\(format.name)")
    }
  }

  @Test("what is no project is not decided", arguments: ["[1, 2", "just a text", "- a\n- b"])
  func undecided(text: String) throws {
    let assessment = try World.assess(text + "\n")
    let json = String(decoding: try #require(ReportFormat.named("json")).write([assessment]), as: UTF8.self)
    #expect(json.contains("\"gate\": null"))
    #expect(json.contains("\"severity\": \"error\""))
    let lines = String(decoding: try #require(ReportFormat.named("text")).write([assessment]), as: UTF8.self)
    #expect(lines.hasPrefix("not assessed"))
  }

  @Test("JSON of one project and of several is JSON", arguments: ["json", "ndjson"])
  func isJSON(name: String) throws {
    let format = try #require(ReportFormat.named(name))
    let one = try Self.assess("counter-drone-turret")
    let two = try World.assess(Self.wrong)
    for assessments in [[one], [one, two]] {
      let bytes = format.write(assessments)
      let texts = name == "json" ? [bytes[...]] : bytes.split(separator: 0x0A)
      #expect(texts.count == (name == "json" ? 1 : assessments.count))
      for text in texts {
        let object = try #require(JSONSerialization.jsonObject(with: Data(text)) as? [String: Any])
        let schema = object["schema"] as? String
        #expect(
          schema == (name == "json" && assessments.count > 1 ? "answerable/assessments-1" : "answerable/assessment-1"))
      }
    }
  }

  @Test("several projects have the gravest decision of theirs")
  func several() throws {
    let assessments = [try Self.assess("predictive-maintenance"), try Self.assess("counter-drone-turret")]
    let bytes = try #require(ReportFormat.named("json")).write(assessments)
    let object = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect((object["gate"] as? [String: Any])?["decision"] as? String == "stop")
  }

  @Test("the same input gives the same bytes", arguments: ReportFormat.all.map(\.name))
  func deterministic(name: String) throws {
    let format = try #require(ReportFormat.named(name))
    let first = format.write([try Self.assess("maritime-awareness-hadr")])
    #expect(format.write([try Self.assess("maritime-awareness-hadr")]) == first)
  }

  @Test("no line is wider than asked for, but for what can't be broken", arguments: [40, 72, 100])
  func width(columns: Int) throws {
    var options = ReportFormat.Options()
    options.width = columns
    let bytes = try #require(ReportFormat.named("text")).write(
      [try Self.assess("counter-drone-turret")], options: options)
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix("    ") {
      let words = line.split(separator: " ")
      #expect(line.unicodeScalars.count <= max(columns, 33 + (words.map(\.count).max() ?? 0)), "\(line)")
    }
  }
}
