import AssessmentEngine
import AssessmentTestSupport
import CEL
import Diagnostics
import Foundation
import LocatedYAML
import PolicyModel
import Reports
import TestSupport
import Testing

@Suite("Evaluation reports")
struct EvaluationReportTests {
  /// Names of snapshots, and what is evaluated over the counter-drone turret.
  static let expressions: [(name: String, expression: String)] = [
    ("comparison", "control.abort_latency_s <= params.abort_factor * force.commit_to_effect_s"),
    ("quantifier", "accountability.assignments.all(a, a.holder_type in ['named_person', 'appointed_post'])"),
    ("unknown", "scope.isr || hmi.median_decision_time_s * 2.0 < params.min_decision_s"),
    ("absorbed", "1 / 0 > 2 || scope.applies_force"),
    ("skipped", "scope.isr ? control.area_limit_km2 < 1.0 : scope.target_classes.exists(c, c == 'persons')"),
    ("error", "10 / (size(scope.target_classes) - 2) > 1"),
    ("number", "control.area_limit_km2 * 2.0"),
  ]

  private func report(_ expression: String) throws -> EvaluationReport {
    let policies = try #require(World.policies)
    let file = SourceFile(
      name: "Examples/counter-drone-turret.yaml", bytes: try Folder.bytes("Examples/counter-drone-turret.yaml"))
    let document = try #require(YAMLReader.read(file).value.first)
    let day = try World.day("2026-03-01")
    let project = policies.readProject(document, on: day).value
    let checked = try #require(policies.environment.compile(expression).checked)
    let variables = policies.variables(answers: project.answers.map(\.value), on: day)
    return EvaluationReport(policies.environment.plan(checked), variables) { path in
      AnswerLocator(project, policies.schema).location(of: path)
    }
  }

  @Test("value, causes and tree, as approved", arguments: expressions)
  func approved(name: String, expression: String) throws {
    let report = try report(expression)
    try expectSnapshot(Array(report.text().utf8), named: "eval-\(name).text", in: "ReportsTests")
    try expectSnapshot(report.json(), named: "eval-\(name).json", in: "ReportsTests")
    #expect(try JSONSerialization.jsonObject(with: Data(report.json())) is [String: Any])
    #expect(report.isError == (name == "error"))
  }

  @Test("a trace has the value that evaluation has", arguments: expressions)
  func sameValue(name: String, expression: String) throws {
    let policies = try #require(World.policies)
    let checked = try #require(policies.environment.compile(expression).checked)
    let program = policies.environment.plan(checked)
    let variables = policies.variables(answers: policies.schema.questions.map { _ in nil }, on: 0)
    guard case .value(let traced) = program.trace(variables).outcome else {
      Issue.record("the whole is always evaluated")
      return
    }
    #expect("\(traced.written)" == program.evaluate(variables).written)
  }
}
