import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import Foundation
import PolicyModel
import PolicyTesting
import TestSupport
import Testing

@Suite("Cases beside the packs")
struct PackCaseTests {
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
