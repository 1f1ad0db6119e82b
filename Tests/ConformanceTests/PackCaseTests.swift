import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import Foundation
import LocatedYAML
import PolicyModel
import PolicyTesting
import TestSupport
import Testing

@Suite("Cases beside the packs")
struct PackCaseTests {
  /// The packs, each with its file of cases.
  private static let files = [
    "governance", "human-control", "accountability", "ihl", "strategic-risk", "assurance", "cyber", "cooperation",
  ]

  private static func read(_ pack: String, _ policies: PolicySet) throws -> [PackCases] {
    let path = "Policies/\(pack).tests.yaml"
    let read = PackCases.read(SourceFile(name: path, bytes: try Folder.bytes(path)), policies)
    #expect(read.diagnostics.map(\.message) == [])
    return read.value
  }

  @Test(
    "every rule is tested: all outcomes, all terms of its conditions, and a small error anywhere is noticed",
    arguments: files)
  func complete(pack: String) throws {
    let policies = try #require(World.policies)
    let result = PackTestRun(policies).run([pack], try Self.read(pack, policies))
    #expect(result.findings.map { "\($0.code) \($0.message)" } == [])
    let figures = try #require(result.packs.first)
    #expect(figures.passed == figures.cases && figures.cases > 0)
    #expect(figures.conditionsSeen + figures.impossible == figures.conditions)
    #expect(figures.killed + figures.equivalent == figures.mutants)
  }

  @Test("a second reading of the requirements agrees with every case", arguments: files)
  func agreement(pack: String) throws {
    let policies = try #require(World.policies)
    let bench = try Bench()
    let rules = Dictionary(bench.requirements.rules.map { ($0.id, $0) }) { first, _ in first }
    let path = "Policies/\(pack).tests.yaml"
    let root = try Folder.root(path)
    var count = 0
    for entry in root.value(forKey: "rules")?.entries ?? [] {
      let rule = try #require(rules[entry.name])
      let stage = entry.value.value(forKey: "stage")
      let given = entry.value.value(forKey: "given")?.entries ?? []
      for item in entry.value.value(forKey: "cases")?.items ?? [] {
        var answers: [String: Generated] = [:]
        for answer in given + (item.value(forKey: "answers")?.entries ?? []) {
          answers[answer.name] = Generated(answer.value)
        }
        if let stage = item.value(forKey: "stage") ?? stage { answers["project.lifecycle_stage"] = Generated(stage) }
        let project = try Bench.root(ProjectText.write(answers))
        let run = Oracle.Run(
          oracle: bench.oracle,
          question: Oracle.Question(
            project: project, projectDigest: "", review: nil, day: CaseWriter.day, stage: nil, staleFiles: []),
          project: try ReadProject(project, requirements: bench.requirements, on: CaseWriter.day), review: nil)
        let outcome = try run.outcomes([rule])[0].rawValue
        #expect(outcome == item.value(forKey: "outcome")?.scalar?.text, "\(entry.name) \(answers.mapValues(\.flow))")
        count += 1
      }
    }
    #expect(count == (try Self.read(pack, policies).flatMap(\.rules).reduce(0) { $0 + $1.cases.count }))
  }

  @Test(
    "cases are proposed for rules that have none",
    .enabled(if: Settings.cases != nil, "set ANSWERABLE_WRITE_CASES=FOLDER for this: it takes minutes"))
  func propose() throws {
    let folder = try #require(Settings.cases)
    let bench = try Bench()
    let generator = try bench.caseGenerator()
    let policies = try #require(World.policies)
    for pack in policies.packs {
      var text = ""
      for rule in pack.rules where Settings.rules?.contains(rule.id) ?? true {
        let writer = try #require(CaseWriter(rule, bench: bench, policies: policies, generator: generator))
        let selection = try CaseSelection(writer, seed: Settings.seed)
        if let selection { text += CaseText.write(selection, rule) }
        print(rule.id, selection.map { "\($0.chosen.count) cases, \($0.survivors.count) survive" } ?? "no pass found")
      }
      guard !text.isEmpty else { continue }
      let head = "answerable: pack-tests/1\npack: \(pack.id)\ndate: 2026-03-01\n\nrules:\n"
      try Data((head + text).utf8).write(to: folder.appending(path: "\(pack.id).tests.yaml"))
    }
  }
}
