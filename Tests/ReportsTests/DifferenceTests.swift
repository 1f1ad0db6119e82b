import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing

@Suite("Reports on what changed")
struct DifferenceTests {
  private static func bytes(_ name: String) throws -> [UInt8] { try Folder.bytes("Examples/\(name).yaml") }

  private static func edited(_ name: String, _ edits: [(old: String, new: String)]) throws -> [UInt8] {
    var text = String(decoding: try bytes(name), as: UTF8.self)
    for edit in edits {
      let place = try #require(text.range(of: edit.old), "\(edit.old)")
      text.replaceSubrange(place, with: edit.new)
    }
    return Array(text.utf8)
  }

  private static func turret() throws -> (old: Assessment, new: Assessment) {
    let edits = [
      ("abort_latency_s: 1.8", "abort_latency_s: 0.4"), ("lifecycle_stage: test", "lifecycle_stage: fielding"),
      ("human_role: ", "human_role: in_the_loop # was "),
    ]
    let review = try Folder.bytes("Examples/counter-drone-turret.review.yaml")
    return (
      try World.assess(bytes("counter-drone-turret"), named: "old.yaml", review: review),
      try World.assess(edited("counter-drone-turret", edits), named: "new.yaml")
    )
  }

  /// The same, as far as records tell it.
  private static func recorded(_ assessment: Assessment) throws -> RecordedAssessment {
    let written = try #require(ReportFormat.named("json")).write([assessment])
    let read = RecordedAssessment.read(SourceFile(name: "b.json", bytes: written))
    #expect(read.diagnostics.map(\.message) == [])
    return try #require(read.value.first)
  }

  @Test("what a file records is what was assessed", arguments: ReportsTests.exampleNames, ["json", "ndjson"])
  func roundTrip(name: String, format: String) throws {
    let assessment = try ReportsTests.assess(name)
    let written = try #require(ReportFormat.named(format)).write([assessment])
    let read = RecordedAssessment.read(SourceFile(name: "b.json", bytes: written))
    #expect(read.diagnostics.map(\.message) == [])
    let (found, made) = (try #require(read.value.first), RecordedAssessment(assessment))
    #expect(RecordedAssessment.isRecorded(written))
    #expect(found.rules.map(\.outcome) == made.rules.map(\.outcome))
    #expect(found.rules.map(\.signatures) == made.rules.map(\.signatures))
    #expect(found.rules.map(\.causes) == made.rules.map(\.causes))
    #expect(found.title == made.title && found.gate == made.gate && found.date == made.date)
    #expect(found.packs == made.packs && found.foundation == made.foundation)
    #expect(found.reviewDigest == made.reviewDigest && found.hasErrors == made.hasErrors)
    #expect(AssessmentDifference(from: found, to: made).isEmpty)
    #expect(AssessmentDifference(from: found, to: made).circumstances.isEmpty)
  }

  @Test("several records are read from one object and from lines", arguments: ["json", "ndjson"])
  func several(format: String) throws {
    let assessments = try ReportsTests.exampleNames.map { try ReportsTests.assess($0) }
    let written = try #require(ReportFormat.named(format)).write(assessments)
    let read = RecordedAssessment.read(SourceFile(name: "b.json", bytes: written))
    #expect(read.diagnostics.map(\.message) == [])
    #expect(read.value.map(\.title) == assessments.map { RecordedAssessment($0).title })
  }

  @Test("each format, as approved, with reasons worked out", arguments: DifferenceFormat.all.map(\.name))
  func workedOut(name: String) throws {
    let (old, new) = try Self.turret()
    let differences = ProjectDifferences(from: [RecordedAssessment(old)], to: [RecordedAssessment(new)]) { _, _ in
      AssessmentDifference(from: old, to: new)
    }
    let bytes = try #require(DifferenceFormat.named(name)).write(differences)
    try expectSnapshot(bytes, named: "difference.\(name)", in: "ReportsTests")
  }

  @Test("each format, as approved, of records alone", arguments: DifferenceFormat.all.map(\.name))
  func records(name: String) throws {
    let (old, new) = try Self.turret()
    let gone = try Self.recorded(ReportsTests.assess("mine-disposal"))
    let come = try Self.recorded(ReportsTests.assess("predictive-maintenance"))
    let (before, after) = ([try Self.recorded(old), gone], [try Self.recorded(new), come])
    let differences = ProjectDifferences(from: before, to: after) {
      AssessmentDifference(from: before[$0], to: after[$1])
    }
    let bytes = try #require(DifferenceFormat.named(name)).write(differences)
    try expectSnapshot(bytes, named: "recorded-difference.\(name)", in: "ReportsTests")
  }

  @Test("what became of a project since a baseline, as approved", arguments: ["text", "json"])
  func baseline(name: String) throws {
    let (old, new) = try Self.turret()
    var baseline = Baseline([try Self.recorded(old)])
    var options = ReportFormat.Options()
    options.isQuiet = false
    var comparisons = BaselineComparisons()
    comparisons[new] = baseline.compare(new)
    options.baseline = comparisons
    let bytes = try #require(ReportFormat.named(name)).write([new], options: options)
    // The rest of the report is that of any report.
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    try expectSnapshot(
      Array(lines.prefix(name == "text" ? 60 : 110).joined(separator: "\n").utf8 + [0x0A]), named: "baseline.\(name)",
      in: "ReportsTests")
  }
}
