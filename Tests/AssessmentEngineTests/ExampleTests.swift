import AssessmentEngine
import Diagnostics
import EngineTestSupport
import Foundation
import LocatedYAML
import PolicyModel
import TestSupport
import Testing

@Suite("Examples")
struct ExampleTests {
  static let expected: [YAMLEntry] = {
    let bytes = (try? Folder.bytes("Tests/AssessmentEngineTests/Cases/examples.yaml")) ?? []
    return YAMLReader.read(SourceFile(name: "examples.yaml", bytes: bytes)).value.first?.root?.entries ?? []
  }()

  @Test("every rule has the outcome that an independent reading gives it", arguments: expected.map(\.name))
  func outcomes(name: String) throws {
    let expected = try #require(Self.expected.first { $0.name == name }).value
    let review = try? Folder.bytes("Examples/\(name).review.yaml")
    let assessment = try World.assess(Folder.bytes("Examples/\(name).yaml"), review: review)
    #expect(assessment.diagnostics.filter { $0.severity != .note }.map(\.message) == [])
    for outcome in Outcome.allCases {
      let found = assessment.results.filter { $0.outcome == outcome }.map(\.rule.id)
      let wanted = expected.value(forKey: outcome.rawValue)?.items?.compactMap { $0.scalar?.text } ?? []
      #expect(Set(found) == Set(wanted), "\(outcome)")
    }
    #expect(assessment.gate.decision.rawValue == expected.value(forKey: "gate")?.scalar?.text)
  }
}
