import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
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

  private static func expectation(_ name: String, _ key: String) throws -> Set<String> {
    let entry = try #require(expected.first { $0.name == name })
    let items = try #require(entry.value.value(forKey: key)?.items)
    return Set(items.compactMap { $0.scalar?.text })
  }

  /// The evidence that a project names: which files, and the digest that stands beside each.
  private static func evidence(of name: String) throws -> [(file: String, digest: String?)] {
    let document = YAMLReader.read(SourceFile(name: name, bytes: try Folder.bytes("Examples/\(name).yaml"))).value.first
    return (document?.root?.value(forKey: "evidence")?.items ?? []).compactMap { item in
      item.value(forKey: "file")?.scalar.map { ($0.text, item.value(forKey: "sha256")?.scalar?.text) }
    }
  }

  private static func assess(
    _ name: String, withReview: Bool = true, spoiling spoilt: String? = nil
  ) throws -> Assessment {
    var files: [String: AssessmentInput.FileState] = [:]
    for (file, digest) in try evidence(of: name) {
      let found = (try? Folder.bytes("Examples/\(file)")).map(World.sha256)
      files[file] = found == nil ? .missing : found == digest && file != spoilt ? .current : .hashDiffers
    }
    let review = withReview ? try? Folder.bytes("Examples/\(name).review.yaml") : nil
    return try World.assess(Folder.bytes("Examples/\(name).yaml"), review: review, files: files)
  }

  @Test("every project has expected outcomes")
  func complete() throws {
    let folder = Folder.package.appending(path: "Examples").path()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".yaml") && !$0.hasSuffix(".review.yaml")
    }
    #expect(names.map { String($0.dropLast(5)) }.sorted() == Self.expected.map(\.name).sorted())
  }

  @Test("every rule has the outcome that an independent reading gives it", arguments: expected.map(\.name))
  func outcomes(name: String) throws {
    let assessment = try Self.assess(name)
    #expect(assessment.diagnostics.filter { $0.severity != .note }.map(\.message) == [])
    for outcome in Outcome.allCases {
      let found = assessment.results.filter { $0.outcome == outcome }.map(\.rule.id)
      #expect(try Set(found) == Self.expectation(name, outcome.rawValue), "\(outcome)")
    }
    let entry = try #require(Self.expected.first { $0.name == name })
    #expect(assessment.gate.decision.rawValue == entry.value.value(forKey: "gate")?.scalar?.text)
    #expect(try Set(assessment.gate.because) == Self.expectation(name, "because"))
  }

  @Test("review records are current, but for the entries that show on purpose what has no effect")
  func reviewRecords() throws {
    for name in Self.expected.map(\.name) {
      let review = try Self.assess(name).review
      #expect(try Set((review?.ineffective ?? []).map(\.entry)) == Self.expectation(name, "ineffective"), "\(name)")
      #expect((review != nil) == ((try? Folder.bytes("Examples/\(name).review.yaml")) != nil), "\(name)")
    }
  }

  @Test("evidence is there, with its digest, and no file lies about unused")
  func evidenceFiles() throws {
    var used: Set<String> = []
    for name in Self.expected.map(\.name) {
      for (file, digest) in try Self.evidence(of: name) {
        #expect(file.hasPrefix("evidence/\(name)/"))
        #expect(World.sha256(try Folder.bytes("Examples/\(file)")) == digest, "\(file)")
        used.insert(file)
      }
    }
    let folder = Folder.package.appending(path: "Examples/evidence").path()
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains(".") }
    #expect(Set(found.map { "evidence/\($0)" }) == used)
  }

  @Test("the project that may proceed no longer may where any one of its evidence files has changed")
  func spoiltEvidence() throws {
    let files = try Self.evidence(of: "mine-disposal").map(\.file)
    #expect(!files.isEmpty)
    for file in files {
      let supportsMajorsOnly = file == "evidence/mine-disposal/training.txt"
      let decision = try Self.assess("mine-disposal", spoiling: file).gate.decision
      #expect(decision == (supportsMajorsOnly ? .conditional : .hold), "\(file)")
    }
  }

  @Test("without its review record the conditional project is stopped by what the record carried")
  func withoutReview() throws {
    let gate = try Self.assess("air-picture-support", withReview: false).gate
    #expect(gate.decision == .stop)
    #expect(Set(gate.because) == ["gv-words-match-scope", "hc-time-to-decide"])
  }
}
