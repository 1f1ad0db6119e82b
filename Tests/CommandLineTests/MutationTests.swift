import AssessmentEngine
import AssessmentTestSupport
import CEL
import Diagnostics
import Foundation
import LocatedYAML
import PolicyModel
import SeededRandomness
import Testing
import TestSupport

/// Examples with something changed at random, the same for the same seed.
@Suite("Mutated projects")
struct MutationTests {
  static let examples: [String] = {
    let folder = Folder.package.appending(path: "Examples").path()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".review.yaml") }.map { String($0.dropLast(5)) }
      .sorted()
  }()

  @Test("there are examples")
  func found() { #expect(Self.examples.count >= 3) }

  /// One run over all mutants, and one line of JSON for each.
  private struct Run {
    let result: Program.Result
    /// By file name.
    var gates: [String: [(decision: String?, hasErrors: Bool)]] = [:]

    init(_ mutants: [[UInt8]]) throws {
      let scratch = try Scratch()
      // The files that evidence names must be there: without them every pass that they support is undecided.
      let examples = Folder.package.appending(path: "Examples")
      for name in try FileManager.default.contentsOfDirectory(atPath: examples.path()) {
        try FileManager.default.copyItem(at: examples.appending(path: name), to: scratch.folder.appending(path: name))
      }
      let names = mutants.indices.map { "\($0).yaml" }
      for (name, bytes) in zip(names, mutants) { try Data(bytes).write(to: scratch.folder.appending(path: name)) }
      result = try Program.run(
        ["check", "--no-review", "--date", "2026-03-01", "--format", "ndjson"] + names, in: scratch.folder)
      for line in result.output.split(separator: "\n") {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let project = try #require(object["project"] as? [String: Any])
        let name = try #require(project["file"] as? String)
        let gate = object["gate"] as? [String: Any]
        let diagnostics = object["diagnostics"] as? [[String: Any]] ?? []
        let hasErrors = diagnostics.contains { $0["severity"] as? String == "error" }
        gates[name, default: []].append((gate?["decision"] as? String, hasErrors))
      }
    }
  }

  private static let decisions = ["stop", "hold", "conditional", "proceed"]

  private static func rank(_ decision: String?) -> Int { decision.flatMap { decisions.firstIndex(of: $0) } ?? -1 }

  @Test("no mutant gets a better decision with the same answers, and what has errors goes nowhere", arguments: examples)
  func mutants(example: String) throws {
    let original = try Folder.bytes("Examples/\(example).yaml")
    var generator = SplitMix64(seed: 2026)
    let mutants = [original] + (0..<80).map { _ in Self.mutate(original, &generator) }
    let run = try Run(mutants)
    #expect([1, 2, 3, 65].contains(run.result.status), "\(run.result.errors.suffix(2_000))")
    let first = try #require(run.gates["0.yaml"]?.first)
    let answers = try Self.answers(original)
    var refused = 0
    for (index, mutant) in mutants.enumerated() {
      let gates = run.gates["\(index).yaml"] ?? []
      if gates.isEmpty { #expect(run.result.errors.contains("`\(index).yaml`"), "\(index) vanished") }
      for gate in gates where gate.hasErrors {
        refused += 1
        #expect(Self.rank(gate.decision) <= Self.rank("hold"), "mutant \(index)")
      }
      if gates.count == 1, let gate = gates.first, try Self.answers(mutant) == answers {
        #expect(Self.rank(gate.decision) <= Self.rank(first.decision), "mutant \(index)")
      }
    }
    #expect(refused > 10)
  }

  @Test("a section less never makes a rule pass, and never a decision better", arguments: examples)
  func sections(example: String) throws {
    let original = try Folder.bytes("Examples/\(example).yaml")
    let read = YAMLReader.read(SourceFile(name: "p", bytes: original))
    let entries = try #require(read.value.first?.root?.entries).filter { $0.name != "answerable" }
    let cut = entries.map { entry in
      var bytes = original
      bytes.removeSubrange(Int(entry.key.range.start)..<Int(entry.value.range.end))
      return bytes
    }
    let run = try Run([original] + cut)
    let first = try #require(run.gates["0.yaml"]?.first)
    let whole = try World.assess(original)
    for (index, entry) in entries.enumerated() {
      let gate = try #require(run.gates["\(index + 1).yaml"]?.first)
      #expect(Self.rank(gate.decision) <= max(Self.rank(first.decision), Self.rank("hold")), "without `\(entry.name)`")
      let assessment = try World.assess(cut[index])
      for (before, after) in zip(whole.results, assessment.results) {
        let what = "\(after.rule.id) without `\(entry.name)`: \(before.outcome), then \(after.outcome)"
        #expect(after.outcome != .pass || before.outcome == .pass, "\(what)")
        #expect(after.outcome != .notApplicable || before.outcome == .notApplicable, "\(what)")
        // What goes on all the same can only have lost what never gates.
        let isGating = after.rule.severity == .blocker || after.rule.severity == .major
        if gate.decision == "proceed" { #expect(!isGating || after.outcome == before.outcome, "\(what)") }
      }
    }
  }

  /// The answers of a document that reads without errors.
  private static func answers(_ bytes: [UInt8]) throws -> [String]? {
    let policies = try #require(World.policies)
    let documents = YAMLReader.read(SourceFile(name: "p", bytes: bytes))
    guard documents.value.count == 1, !documents.hasErrors else { return nil }
    let read = policies.readProject(documents.value[0], on: try World.day("2026-03-01"))
    return read.hasErrors ? nil : read.value.answers.map { $0.value?.written ?? "" } + ["\(read.value.evidence.count)"]
  }

  private static func mutate(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    var out = bytes
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: lines.remove(at: Int.random(in: 0..<lines.count, using: &generator))
    case 1:
      lines.swapAt(
        Int.random(in: 0..<lines.count, using: &generator), Int.random(in: 0..<lines.count, using: &generator))
    case 2:
      let line = Int.random(in: 0..<lines.count, using: &generator)
      lines.insert(lines[line], at: line)
    case 3:
      if place + 1 < out.count { out.swapAt(place, place + 1) }
      return out
    case 4:
      out.insert(Array("[]{}:-'\"|>&*!%#@`\n\t ,?0".utf8).randomElement(using: &generator) ?? 0x20, at: place)
      return out
    case 5:
      out[place] = UInt8.random(in: 0...255, using: &generator)
      return out
    default: return Array(bytes[..<place])
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
