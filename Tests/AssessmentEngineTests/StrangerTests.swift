import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import Foundation
import PolicyModel
import TestSupport
import Testing

/// What somebody tried who wanted a better decision than the answers deserve.
@Suite("Attempts to look better")
struct StrangerTests {
  private static let project = """
    answerable: project/1
    project: {lifecycle_stage: test}
    scope: {nuclear_employment_role: none}
    control: {area_limit_km2: 6}

    """

  @Test("evidence that points to nothing is none", arguments: ["", ", uri: tbd", ", uri: ''", ", uri: none"])
  func sourceless(source: String) throws {
    let text = Self.project + "evidence: [{supports: [hc-nuclear-exclusion]\(source)}]\n"
    let result = try #require(try World.assess(text).results.first { $0.rule.id == "hc-nuclear-exclusion" })
    #expect(result.outcome == .pass)
    #expect(result.evidence == EvidenceCount())
  }

  private func assess(disputes: String) throws -> Assessment {
    let project = Array(Self.project.utf8)
    let review = "answerable: review/1\nsubject: {sha256: \(World.sha256(project))}\ndisputes: [\(disputes)]\n"
    return try World.assess(project, review: Array(review.utf8))
  }

  @Test("a dispute that changes nothing is shown with the reason")
  func idleDispute() throws {
    let first = "{rule: hc-nuclear-exclusion, reason: Look again, raised_by: A. Tan}"
    let assessment = try assess(
      disputes: "\(first), \(first), {rule: hc-area-bounded, reason: Same, raised_by: A. Tan}")
    #expect(
      assessment.review?.ineffective.map(\.reason) == [
        "another dispute of the rule stands", "the rule does not pass: it is unknown",
      ])
  }

  @Test("a dispute that fails a rule has an effect, whatever becomes of the rule without a disputed answer")
  func effectiveDispute() throws {
    let assessment = try assess(
      disputes: "{rule: hc-nuclear-exclusion, reason: Look again, raised_by: A. Tan}, "
        + "{field: scope.nuclear_employment_role, reason: Unclear, raised_by: A. Tan}")
    let result = try #require(assessment.results.first { $0.rule.id == "hc-nuclear-exclusion" })
    #expect(result.outcome == .fail)
    #expect(assessment.review?.ineffective.map(\.reason) == [])
  }

  @Test("stale evidence is named, with its place")
  func staleEvidence() throws {
    let text =
      Self.project + """
        evidence:
          - {supports: [hc-nuclear-exclusion], title: First, uri: kept at HQ, expires_on: 2026-01-01}
          - {supports: [hc-nuclear-exclusion], title: Second, uri: kept at HQ, expires_on: 2026-02-01}

        """
    let result = try #require(try World.assess(text).results.first { $0.rule.id == "hc-nuclear-exclusion" })
    #expect(result.outcome == .unknown)
    #expect(result.causes.map(\.field) == ["evidence[0]", "evidence[1]"])
    #expect(
      result.causes.compactMap { $0.location?.file.position(of: Int($0.location?.range.start ?? 0)).line } == [6, 7])
  }

  @Test("what carries a tag that does not fit is no answer", arguments: ["!foo Base", "!!int Base", "!!bool Base"])
  func wrongTag(value: String) throws {
    let assessment = try World.assess(Self.project + "use: {operating_environment: \(value)}\n")
    #expect(assessment.hasErrors)
    #expect(assessment.project.answer("use.operating_environment", in: assessment.policies.schema)?.value == nil)
  }

  @Test("a disputed answer is said to be disputed, and is not asked again")
  func disputedAnswer() throws {
    let assessment = try assess(disputes: "{field: control.area_limit_km2, reason: Map is old, raised_by: A. Tan}")
    let warning = try #require(assessment.diagnostics.first { $0.code == "assessment.answer-disputed" })
    #expect(warning.message == "the answer to `control.area_limit_km2` is disputed by A. Tan: Map is old")
    #expect(!assessment.next.contains { $0.question.id == "control.area_limit_km2" })
  }
}
