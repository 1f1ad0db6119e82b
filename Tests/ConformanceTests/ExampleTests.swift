import AssessmentEngine
import Diagnostics
import Foundation
import AssessmentTestSupport
import LocatedYAML
import PolicyModel
import TestSupport
import Testing

@Suite("Examples of the requirements")
struct ExampleTests {
  private static func example(_ id: String) throws -> Example {
    try #require(try Example.all.get().first { $0.id == id })
  }

  private static let ids = (try? Example.all.get().map(\.id)) ?? []

  @Test("there are examples, and each expects an outcome for every rule")
  func complete() throws {
    let rules = Set(try Requirements.shared.get().rules.map(\.id))
    let examples = try Example.all.get()
    #expect(examples.count == 3)
    for example in examples { #expect(Set(example.expected.keys) == rules, "\(example.id)") }
  }

  @Test("the oracle gives what is expected", arguments: ids)
  func oracle(id: String) throws {
    let example = try Self.example(id)
    let digest = World.sha256(Array(example.project.utf8))
    let verdict = try Oracle(try Requirements.shared.get()).verdict(
      Oracle.Question(
        project: try Bench.root(example.project), projectDigest: digest,
        review: try example.review(subject: digest).map(Bench.root), day: example.day, stage: nil, staleFiles: []))
    for (rule, outcome) in example.expected {
      #expect(verdict.results[rule]?.outcome.rawValue == outcome, "\(rule)")
    }
    #expect(verdict.gate == example.gate)
    #expect(verdict.project.invalid == [])
  }

  @Test("the engine gives what is expected", arguments: ids)
  func engine(id: String) throws {
    let example = try Self.example(id)
    let bytes = Array(example.project.utf8)
    let review = example.review(subject: World.sha256(bytes)).map { Array($0.utf8) }
    try expect(example, World.assess(bytes, review: review, on: Calendar.text(example.day)))
  }

  @Test("both readings agree on the example projects of the repository, with their reviews and evidence")
  func repository() throws {
    let bench = try Bench()
    let folder = Folder.package.appending(path: "Examples").path()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".yaml") && !$0.hasSuffix(".review.yaml")
    }
    #expect(names.count >= 3)
    for name in names.sorted() {
      let review = try? Folder.bytes("Examples/" + name.dropLast(5) + ".review.yaml")
      let example = GeneratedCase(
        seed: 0, kind: .example, day: CaseGenerator.today,
        project: String(decoding: try Folder.bytes("Examples/" + name), as: UTF8.self),
        review: review.map { String(decoding: $0, as: UTF8.self) }, stage: nil, staleFiles: [])
      #expect(try bench.compare(example).differences == [], "\(name)")
    }
  }

  private func expect(_ example: Example, _ assessment: Assessment) throws {
    #expect(assessment.results.count == example.expected.count)
    for result in assessment.results {
      #expect(result.outcome.rawValue == example.expected[result.rule.id], "\(result.rule.id)")
    }
    #expect(assessment.gate.decision.rawValue == example.gate)
    #expect(!assessment.hasErrors)
  }
}
