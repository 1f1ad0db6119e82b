import CELConformance
import Foundation
import TestSupport
import Testing

/// Cases that are known not to pass, with reasons.
private struct KnownGaps {
  private(set) var reasons: [String: String] = [:]

  init() throws {
    let text = String(decoding: try Folder.bytes("Tests/CELTests/KnownGaps.txt"), as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      try #require(parts.count == 2, "a gap has an id, a tab and a reason: \(line)")
      reasons[String(parts[0])] = String(parts[1])
    }
  }
}

@Suite("Conformance")
struct ConformanceTests {
  static let ownFiles = [
    "collections", "comparisons", "conversions", "logic", "numbers", "optionals", "strings", "syntax", "time", "types",
    "unknowns",
  ]
  static let sharedFiles = ["cel-conformance", "cel-unknowns"]

  @Test("our own cases", arguments: ownFiles)
  func ownCases(file: String) throws {
    let text = String(decoding: try Folder.bytes("Tests/CELTests/Cases/\(file).jsonl"), as: UTF8.self)
    try expectToPass(text)
  }

  @Test("there is no file of cases that is not run")
  func allFiles() throws {
    let folder = Folder.package.appending(path: "Tests/CELTests/Cases").path()
    let found = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(found == Self.ownFiles.map { "\($0).jsonl" })
  }

  @Test(
    "the cases of others", .enabled(if: Folder.shared != nil, "needs the folder named by ANSWERABLE_SHARED"),
    arguments: sharedFiles)
  func sharedCases(file: String) throws {
    let folder = try #require(Folder.shared)
    try expectToPass(try String(contentsOf: folder.appending(path: "cases/\(file).jsonl"), encoding: .utf8))
  }

  private func expectToPass(_ text: String) throws {
    let report = ConformanceReport(text: text)
    let gaps = try KnownGaps().reasons
    #expect(report.passed > 0)
    let failed = Set(report.failures.map(\.id))
    for failure in report.failures where gaps[failure.id] == nil {
      Issue.record("\(failure.id): expected \(failure.expected), got \(failure.actual)")
    }
    let closed = report.passedIDs.filter { gaps[$0] != nil && !failed.contains($0) }
    #expect(closed == [], "these gaps are closed: take them out of KnownGaps.txt")
  }
}

@Suite("The conformance runner")
struct ConformanceRunnerTests {
  @Test(
    "what is not met fails",
    arguments: [
      #"{"id": "a", "expr": "1 + 1", "expect": {"value": {"int": "3"}}}"#,
      #"{"id": "a", "expr": "1 + 1", "expect": {"value": {"uint": "2"}}}"#,
      #"{"id": "a", "expr": "1 + 1", "expect": {"value": {"double": "2"}}}"#,
      #"{"id": "a", "expr": "1 + 1", "expect": {"error": "any"}}"#,
      #"{"id": "a", "expr": "1 / 0", "expect": {"value": {"int": "1"}}}"#,
      #"{"id": "a", "expr": "1 / 0", "expect": {"error": "overflow"}}"#,
      #"{"id": "a", "expr": "1 +", "expect": {"error": "any"}}"#,
      #"{"id": "a", "expr": "[1]", "expect": {"value": {"list": []}}}"#,
      #"{"id": "a", "expr": "{1: 2}", "expect": {"value": {"map": [[{"int": "1"}, {"int": "3"}]]}}}"#,
      #"{"id": "a", "expr": "'a'", "expect": {"value": {"bytes": "YQ=="}}}"#,
      #"{"id": "a", "expr": "1 == 2", "expect": {"default": true}}"#,
      #"{"id": "a", "expr": "1", "check_only": true, "expect": {"deduced_type": {"kind": "uint"}}}"#,
      #"{"id": "a", "expr": "x", "unknowns": [["x"]], "expect": {"unknown": [["y"]]}}"#,
      #"{"id": "a", "expr": "x", "unknowns": [["x"]], "expect": {"value": {"null": null}}}"#,
      #"{"id": "a", "expr": "x", "unknowns": [["x"]], "expect": {"unknown": [["x"]]}, "residual": "y"}"#,
      #"{"id": "a", "expr": "0.0", "expect": {"value": {"double": "-0.0"}}}"#,
    ])
  func failing(line: String) {
    let report = ConformanceReport(text: line)
    #expect(report.passed == 0)
    #expect(report.failures.map(\.id) == ["a"])
  }

  @Test(
    "a line that is no case fails",
    arguments: [
      "{", "1", #"{"id": "a"}"#, #"{"id": "a", "expr": "1"}"#, #"{"id": "a", "expr": "1", "expect": {}}"#,
      #"{"id": "a", "expr": "1", "expect": {"result": 1}}"#,
      #"{"id": "a", "expr": "1", "expect": {"value": {"integer": "1"}}}"#,
      #"{"id": "a", "expr": "1", "expect": {"value": {"int": "x"}}}"#,
      #"{"id": "a", "expr": "1", "expect": {"value": {"int": "1"}}, "unknowns": [[1]]}"#,
      #"{"id": "a", "expr": "1", "expect": {"value": {"int": "1"}}, "type_env": [{"name": "x"}]}"#,
    ])
  func malformed(line: String) {
    let report = ConformanceReport(text: "\n" + line + "\n")
    #expect(report.passed == 0)
    #expect(report.failures.map(\.id) == ["line 2"])
  }

  @Test("what is met passes")
  func passing() {
    let report = ConformanceReport(
      text: #"{"id": "a", "expr": "0.0 / 0.0", "expect": {"value": {"double": "nan"}}}"#)
    #expect(report.passedIDs == ["a"])
    #expect(report.failures.isEmpty)
  }
}
