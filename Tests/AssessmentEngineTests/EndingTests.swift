import AssessmentEngine
import AssessmentTestSupport
import CEL
import Diagnostics
import PolicyModel
import TestSupport
import Testing

@Suite("What ends soon")
struct EndingTests {
  private static func assess(on day: Int) throws -> Assessment { try assess(on: CivilDate(day: day).description) }

  private static func assess(on date: String) throws -> Assessment {
    let name = "Examples/air-picture-support"
    return try World.assess(
      Folder.bytes("\(name).yaml"), named: "\(name).yaml", review: Folder.bytes("\(name).review.yaml"), on: date)
  }

  private static func warnings(_ assessment: Assessment) -> [String] {
    assessment.diagnostics.filter { $0.code == "assessment.ends-soon" }.map(\.message)
  }

  @Test("an acceptance that a failure hangs on is named a month before, and no longer once it has ended")
  func acceptance() throws {
    #expect(try Self.assess(on: "2026-07-31").endings.allSatisfy { $0.entry != "risk_acceptances[0]" })
    let soon = try Self.assess(on: "2026-08-01")
    let ending = try #require(soon.endings.first { $0.entry == "risk_acceptances[0]" })
    #expect(ending.daysLeft == 30)
    #expect(ending.endsOn == (try World.day("2026-08-31")))
    #expect(ending.rules == ["hc-time-to-decide"])
    #expect(
      Self.warnings(soon).contains(
        "the acceptance of a failure of `hc-time-to-decide` ends in 30 days, on 2026-08-31: from that day on the rule fails"
      ))
    #expect(soon.results.contains { $0.rule.id == "hc-time-to-decide" && $0.outcome == .accepted })
    let over = try Self.assess(on: "2026-08-31")
    #expect(over.endings.allSatisfy { $0.entry != "risk_acceptances[0]" })
    #expect(over.results.contains { $0.rule.id == "hc-time-to-decide" && $0.outcome == .fail })
  }

  @Test("a claim that a rule is let off by is named a month before its review")
  func claim() throws {
    let soon = try Self.assess(on: "2027-01-31")
    let ending = try #require(soon.endings.first { $0.entry == "not_applicable[0]" })
    #expect(ending.daysLeft == 1)
    let rule = try #require(ending.rules.first)
    #expect(ending.rules.count == 1)
    #expect(
      Self.warnings(soon).contains(
        "the claim that `\(rule)` does not apply ends tomorrow, on 2027-02-01: from that day on the rule applies"))
    #expect(soon.results.contains { $0.rule.id == rule && $0.notApplicable == .claim })
    let over = try Self.assess(on: "2027-02-01")
    #expect(over.results.contains { $0.rule.id == rule && $0.outcome != .notApplicable })
  }

  @Test("the passes that are named as hanging on evidence alone are those that are open the day after, and no others")
  func evidence() throws {
    // Whatever the day: what becomes undecided overnight for want of evidence has been announced the day before.
    for date in ["2026-08-04", "2026-12-08"] {
      let last = try Self.assess(on: date)
      let after = try Self.assess(on: try World.day(date) + 1)
      let named = last.endings.filter { $0.daysLeft == 0 && $0.entry.hasPrefix("evidence") }.flatMap(\.rules)
      var opened: Set<String> = []
      for (before, result) in zip(last.results, after.results) where before.outcome == .pass {
        if result.outcome == .unknown, result.evidence.current == 0 { opened.insert(result.rule.id) }
      }
      #expect(!named.isEmpty, "\(date)")
      #expect(Set(named) == opened, "\(date)")
    }
  }

  @Test("a warning changes nothing but what is said")
  func harmless() throws {
    let soon = try Self.assess(on: "2026-08-01")
    #expect(!soon.hasErrors)
    #expect(!soon.endings.isEmpty)
    #expect(Self.warnings(soon).count == soon.endings.count)
  }

  @Test("passes are counted by severity, and those without evidence are named")
  func coverage() throws {
    let assessment = try Self.assess(on: "2026-03-01")
    #expect(assessment.evidence.coverage.map(\.severity) == Severity.allCases)
    for coverage in assessment.evidence.coverage {
      let passes = assessment.results.filter { $0.outcome == .pass && $0.rule.severity == coverage.severity }
      #expect(coverage.passes == passes.count)
      #expect(coverage.evidenced == passes.count { $0.evidence.current > 0 })
      #expect(coverage.without == passes.filter { $0.evidence.current == 0 }.map(\.rule.id))
    }
    #expect(assessment.evidence.coverage.reduce(0) { $0 + $1.passes } == assessment.summary[.pass])
  }
}
