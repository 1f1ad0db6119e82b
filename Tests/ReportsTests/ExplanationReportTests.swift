import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import PolicyModel
import Reports
import TestSupport
import Testing

@Suite("Explanations of rules and questions")
struct ExplanationReportTests {
  @Test("a rule and a question, in general and for a project, as approved")
  func approved() throws {
    let policies = try #require(World.policies)
    let rule = try #require(policies.rule("hc-abort-beats-effect"))
    let index = try #require(policies.schema.index(of: "hmi.median_decision_time_s"))
    let question = policies.schema.questions[index]
    let assessment = try ReportsTests.assess("counter-drone-turret")
    for (name, subject) in [("general", nil), ("turret", assessment)] {
      var report = ExplanationReport(policies, subject)
      try expectSnapshot(report.bytes(of: rule.id), named: "explain-rule-\(name).text", in: "ReportsTests")
      try expectSnapshot(report.bytes(of: question.id), named: "explain-question-\(name).text", in: "ReportsTests")
    }
  }

  @Test("a code, with an example and its remedy, as approved", arguments: ["file.bad-date", "project.too-long"])
  func code(id: String) throws {
    let codes = DiagnosticCode.ofFiles + DiagnosticCode.ofProjects
    var report = ExplanationReport(try #require(World.policies), nil, codes: codes)
    try expectSnapshot(report.bytes(of: id), named: "explain-\(id).text", in: "ReportsTests")
  }

  @Test("every rule and question is explained: what it asks or requires, its clauses, what hangs on it")
  func complete() throws {
    let policies = try #require(World.policies)
    var report = ExplanationReport(policies, nil)
    for rule in policies.rules {
      let text = String(decoding: report.bytes(of: rule.id), as: UTF8.self)
      for part in ["requires", "applies", "clauses", "evidence", "to mend", "Conditions", "Questions"] {
        #expect(text.contains("\n    \(part)") || text.contains("\n\(part)"), "\(rule.id): \(part)")
      }
      #expect(
        rule.clauses.allSatisfy { text.split(whereSeparator: \.isWhitespace).contains(Substring($0)) }, "\(rule.id)")
    }
    for question in policies.schema.questions {
      let text = String(decoding: report.bytes(of: question.id), as: UTF8.self)
      #expect(text.contains("asks") && text.contains("answer"), "\(question.id)")
    }
  }
}
