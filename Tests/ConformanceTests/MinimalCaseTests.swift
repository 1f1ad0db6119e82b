import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import PolicyModel
import Testing

/// The smallest projects that once showed a difference between the two readings.
@Suite("Minimal cases")
struct MinimalCaseTests {
  private static func outcome(_ rule: String, _ project: String, review: String = "") throws -> Outcome? {
    let digest = World.sha256(Array(project.utf8))
    let record = "answerable: review/1\nsubject: {sha256: \(digest)}\n" + review
    let assessment = try World.assess(Array(project.utf8), review: Array(record.utf8))
    return assessment.results.first { $0.rule.id == rule }?.outcome
  }

  @Test("a disputed rule that passes fails, although an answer that it reads is disputed too")
  func ruleAndFieldDisputed() throws {
    let project = """
      answerable: project/1
      scope: {nuclear_employment_role: none}
      """
    let rule = "{rule: hc-nuclear-exclusion, reason: Seen otherwise, raised_by: Legal Adviser, raised_on: 2026-02-20}"
    let field = rule.replacing("rule: hc-nuclear-exclusion", with: "field: scope.nuclear_employment_role")
    #expect(try Self.outcome("hc-nuclear-exclusion", project) == .pass)
    #expect(try Self.outcome("hc-nuclear-exclusion", project, review: "disputes: [\(field)]") == .unknown)
    #expect(try Self.outcome("hc-nuclear-exclusion", project, review: "disputes: [\(rule)]") == .fail)
    #expect(try Self.outcome("hc-nuclear-exclusion", project, review: "disputes: [\(rule), \(field)]") == .fail)
  }

  @Test(
    "a question answered by a dotted name and by a nested one is not answered",
    arguments: [
      "scope: {nuclear_employment_role: executes}\nscope.nuclear_employment_role: none",
      "scope.nuclear_employment_role: none\nscope: {nuclear_employment_role: executes}",
      "scope.nuclear_employment_role: none\nscope: {nuclear_employment_role: unknown}",
    ])
  func answeredTwice(answers: String) throws {
    let assessment = try World.assess("answerable: project/1\n" + answers + "\n")
    #expect(assessment.results.first { $0.rule.id == "hc-nuclear-exclusion" }?.outcome == .unknown)
    #expect(assessment.diagnostics.filter { $0.severity == .error }.map(\.code) == ["project.answered-twice"])
  }

  @Test(
    "a review is ruled out by a legal post alone: not by a machine, a supplier or a body that has law in its name",
    arguments: [
      ("Legal Adviser", Outcome.pass), ("Legal Bot", .fail), ("Legal Module", .fail), ("Legal Kestrel GmbH", .fail),
      ("Legal Solutions", .fail), ("Legal Team", .fail), ("Programme Head", .fail), ("none", .fail), ("TBD", .unknown),
    ])
  func determination(name: String, wanted: Outcome) throws {
    let project = """
      answerable: project/1
      project: {lifecycle_stage: concept}
      scope: {applies_force: false, selects_targets: false, informs_force: true, target_classes: [materiel]}
      governance: {developer_lead: Lt Col A. Rahman}
      law: {review_determination: not_required_reasoned, determination_by: \(name), determination_on: 2026-01-10}
      """
    #expect(try Self.outcome("ihl-weapon-review-status", project) == wanted)
    let generated = GeneratedCase(
      seed: 0, kind: .example, day: CaseGenerator.today, project: project, stage: nil, staleFiles: [])
    #expect(try Bench().compare(generated).differences == [])
  }
}
