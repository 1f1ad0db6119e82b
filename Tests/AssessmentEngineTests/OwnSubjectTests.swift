import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import Foundation
import PolicyModel
import TestSupport
import Testing

/// Entries of review records that are bound to a version of the project by themselves.
@Suite("Entries bound to a version of the project")
struct OwnSubjectTests {
  /// An example whose record has an effective claim, acceptance and dispute.
  private static func example() throws -> (project: [UInt8], record: String) {
    let record = String(decoding: try Folder.bytes("Examples/air-picture-support.review.yaml"), as: UTF8.self)
    return (try Folder.bytes("Examples/air-picture-support.yaml"), record)
  }

  /// The example's record with lines behind the one that begins an entry on a rule.
  private static func assess(_ lines: String, on rule: String) throws -> Assessment {
    let (project, record) = try example()
    let start = "  - rule: \(rule)\n"
    try #require(record.contains(start))
    let changed = record.replacingOccurrences(of: start, with: start + lines)
    return try World.assess(project, review: Array(changed.utf8))
  }

  private static func reasons(_ assessment: Assessment) -> [String] {
    (assessment.review?.ineffective ?? []).map { "\($0.entry): \($0.reason)" }
  }

  @Test("an entry for this version counts", arguments: ["gv-words-match-scope", "hc-time-to-decide"])
  func present(rule: String) throws {
    let digest = World.sha256(try Self.example().project)
    let assessment = try Self.assess("    subject: {sha256: \(digest)}\n", on: rule)
    #expect(Self.reasons(assessment) == [])
    #expect(!assessment.hasErrors)
  }

  @Test(
    "an entry for another version has no effect, although the record is for this one",
    arguments: [
      ("gv-words-match-scope", "not_applicable[0]"), ("hc-time-to-decide", "risk_acceptances[0]"),
    ])
  func other(rule: String, entry: String) throws {
    let digest = World.sha256(try Self.example().project)
    let other = String(repeating: "a", count: 64)
    let assessment = try Self.assess("    subject: {sha256: \(other)}\n", on: rule)
    #expect(
      Self.reasons(assessment) == [
        "\(entry): it was written for another version of the project file (aaaaaaaaaaaa…): review the file as it is now, "
          + "whose sha256 is \(digest)"
      ])
    #expect(try #require(assessment.results.first { $0.rule.id == rule }).outcome == .fail)
  }

  @Test("a digest that can't be read is that of no version", arguments: ["{}", "{sha256: 9f2c}", "{sha: 1}", "today"])
  func unreadable(subject: String) throws {
    let assessment = try Self.assess("    subject: \(subject)\n", on: "hc-time-to-decide")
    #expect(Self.reasons(assessment).count == 1)
    #expect(Self.reasons(assessment)[0].hasPrefix("risk_acceptances[0]: it was written for another version"))
  }

  @Test("the record's own digest still binds all its entries")
  func record() throws {
    let (project, text) = try Self.example()
    let digest = World.sha256(project)
    let lines = "  - rule: hc-time-to-decide\n    subject: {sha256: \(digest)}\n"
    let changed = text.replacingOccurrences(of: "  - rule: hc-time-to-decide\n", with: lines)
      .replacingOccurrences(
        of: "subject:\n  sha256: \(digest)", with: "subject:\n  sha256: " + String(repeating: "b", count: 64))
    let assessment = try World.assess(project, review: Array(changed.utf8))
    #expect(Self.reasons(assessment).map { $0.prefix(24) } == ["not_applicable[0]: it wa", "risk_acceptances[0]: it "])
  }

  @Test("a dispute holds for every version")
  func dispute() throws {
    let other = String(repeating: "a", count: 64)
    let assessment = try Self.assess("    subject: {sha256: \(other)}\n", on: "rs-corroboration")
    #expect(Self.reasons(assessment) == [])
    #expect(assessment.results.first { $0.rule.id == "rs-corroboration" }?.outcome == .fail)
  }

  @Test(
    "who confirms an entry could have signed it",
    arguments: [
      ("confirmed_by: Chief of Air Staff", "confirmed_on: 2026-02-28", nil),
      ("confirmed_by: Minister of Defence, confirmed_rank: minister", "confirmed_on: 2026-02-28", nil),
      ("confirmed_by: Director Logistics", "confirmed_on: 2026-02-28", "`confirmed_rank` is missing"),
      (
        "confirmed_by: Director Logistics, confirmed_rank: programme-head", "confirmed_on: 2026-02-28",
        "the rank `programme-head` is below `service-chief`"
      ),
      ("confirmed_by: GPT-5", "confirmed_on: 2026-02-28", "`confirmed_by` must name a person or a post"),
      ("confirmed_rank: minister", "confirmed_on: 2026-02-28", "`confirmed_by` is missing"),
      ("confirmed_by: Chief of Air Staff", "confirmed_on: 2026-03-02", "`confirmed_on` lies in the future"),
      ("confirmed_by: Chief of Air Staff", "confirmed_on: null", "`confirmed_on` is missing"),
    ] as [(String, String, String?)])
  func confirmed(who: String, when: String, reason: String?) throws {
    let lines = (who.components(separatedBy: ", ") + [when]).map { "    \($0)\n" }.joined()
    let found = Self.reasons(try Self.assess(lines, on: "hc-time-to-decide"))
    guard let reason else {
      #expect(found == [])
      return
    }
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("risk_acceptances[0]: \(reason)") ?? false, "\(found)")
  }

  @Test(
    "a dispute stands whoever raised it, and a name that is nobody's is noted",
    arguments: ["GPT-5", "Acme Systems Pte Ltd"])
  func raisedByNobody(name: String) throws {
    let (project, record) = try Self.example()
    let changed = record.replacingOccurrences(of: "raised_by: Wing Commander R. Santoso", with: "raised_by: \(name)")
    let assessment = try World.assess(project, review: Array(changed.utf8))
    #expect(assessment.results.first { $0.rule.id == "rs-corroboration" }?.outcome == .fail)
    let notes = assessment.diagnostics.filter { $0.code == "assessment.dispute-by-no-person" }
    #expect(notes.map(\.severity) == [.note])
    #expect(notes.first?.message.contains("`\(name)`") ?? false)
  }
}
