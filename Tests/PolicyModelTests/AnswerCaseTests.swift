import AssessmentTestSupport
import CEL
import Diagnostics
import LocatedYAML
import PolicyModel
import TestSupport
import Testing

/// A line of Cases/answers.yaml.
struct AnswerCase: Sendable, CustomTestStringConvertible {
  var yaml = ""
  var code = ""
  var says: String?
  var remedy: String?
  var severity = Diagnostic.Severity.error
  var fixed: String?
  var fault: String?

  var testDescription: String { yaml }

  init(_ node: YAMLNode) {
    for entry in node.entries ?? [] {
      let text = entry.value.scalar?.text ?? ""
      switch entry.name {
      case "yaml": yaml = text
      case "code": code = text
      case "says": says = text
      case "remedy": remedy = text
      case "severity": severity = Diagnostic.Severity(rawValue: text) ?? .note
      case "fixed": fixed = text
      case "why": break
      default: fault = "there is no `\(entry.name)` in a case"
      }
    }
  }

  static let all: [AnswerCase] = {
    let path = "Tests/PolicyModelTests/Cases/answers.yaml"
    let read = YAMLReader.read(SourceFile(name: path, bytes: (try? Folder.bytes(path)) ?? []))
    return read.hasErrors ? [] : (read.value.first?.root?.items ?? []).map { AnswerCase($0) }
  }()
}

@Suite("What is no answer")
struct AnswerCaseTests {
  @Test("there are cases")
  func count() { #expect(AnswerCase.all.count > 90) }

  @Test("it is refused at its place, with a remedy, and counts for nothing", arguments: AnswerCase.all)
  func refused(_ each: AnswerCase) throws {
    #expect(each.fault == nil)
    let marked = MarkedText("answerable: project/1\n" + each.yaml + "\n")
    let mark = try #require(marked.marks.first)
    let read = try Self.read(marked.text)
    let found = try #require(read.diagnostics.first)
    #expect(read.diagnostics.map(\.code) == [each.code])
    #expect(found.severity == each.severity)
    let location = try #require(found.location)
    #expect(String(decoding: location.file.bytes[location.range.offsets], as: UTF8.self) == mark.text)
    #expect(
      location.file.position(of: Int(location.range.start)) == Position(line: mark.line, column: mark.column))
    if let says = each.says { #expect(found.message.contains(says), "\(found.message)") }
    #expect(!found.notes.isEmpty)
    let remedies = found.notes.map(\.message)
    if let remedy = each.remedy { #expect(remedies.contains { $0.contains(remedy) }, "\(remedies)") }
    #expect(read.value.answers.allSatisfy { Self.saysNothingWrong($0.value, mark.text) })
    try checkFix(found, in: marked.text, each)
  }

  /// What is wrong must not be found among the values, and a list that held it is open.
  private static func saysNothingWrong(_ value: Value?, _ wrong: String) -> Bool {
    switch value {
    case nil: true
    case .list(let list): list.items.allSatisfy { saysNothingWrong($0, wrong) }
    case .record(let record): record.fields.allSatisfy { saysNothingWrong($0, wrong) }
    case .unknown: true
    default: value?.written != wrong
    }
  }

  private func checkFix(_ found: Diagnostic, in text: String, _ each: AnswerCase) throws {
    guard let fixed = each.fixed else {
      #expect(found.fixIts.isEmpty, "\(found.fixIts.map(\.replacement))")
      return
    }
    let fix = try #require(found.fixIts.first)
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(fix.range.offsets, with: Array(fix.replacement.utf8))
    let mended = String(decoding: bytes, as: UTF8.self)
    #expect(mended == "answerable: project/1\n" + fixed + "\n")
    #expect(try Self.read(mended).diagnostics.isEmpty, "what was suggested is wrong too")
  }

  @Test(
    "what is an answer is one, however it is written",
    arguments: [
      ("scope: {isr: TRUE}", "scope.isr", "true"), ("control: {abort_latency_s: 0}", "control.abort_latency_s", "0"),
      ("control: {abort_latency_s: 017}", "control.abort_latency_s", "17"),
      ("control: {abort_latency_s: 0x1F}", "control.abort_latency_s", "31"),
      ("control: {abort_latency_s: +1.50}", "control.abort_latency_s", "1.5"),
      ("control: {abort_latency_s: 1.50000000000000000000000}", "control.abort_latency_s", "1.5"),
      ("control: {abort_latency_s: 0.000000000000000000000015e+22}", "control.abort_latency_s", "0.15"),
      ("control: {abort_latency_s: 12345678901234567}", "control.abort_latency_s", "1.2345678901234568e+16"),
      ("control: {abort_verified_on: '2026-03-01'}", "control.abort_verified_on", "2026-03-01"),
      ("risk: {acceptance: {expires_on: 2099-01-01}}", "risk.acceptance.expires_on", "2099-01-01"),
      ("model: {version: 2.0}", "model.version", "2.0"), ("project: {name: 'yes'}", "project.name", ""),
      ("project: {name: \"  Peri\\u200Bsai \\n two \"}", "project.name", "Perisai two"),
      ("use: {intended_users: []}", "use.intended_users", "an empty list"),
      ("? scope\n: ? isr\n  : false", "scope.isr", "false"),
    ])
  func answers(yaml: String, question: String, written: String) throws {
    let policies = try #require(World.policies)
    let read = try Self.read("answerable: project/1\n" + yaml)
    #expect(read.diagnostics.isEmpty)
    let value = try #require(read.value.answer(question, in: policies.schema)?.value)
    #expect(value.written == written)
  }

  @Test("no answer at all", arguments: ["", "~", "null", "unknown", "UNKNOWN", "' Unknown '"])
  func unanswered(text: String) throws {
    for section in ["scope: {isr: \(text)}", "scope: \(text)", "use: {intended_users: \(text)}"] {
      let read = try Self.read("answerable: project/1\n\(section)\n")
      #expect(read.diagnostics.isEmpty)
      #expect(read.value.answers.allSatisfy { $0.value == nil })
      #expect(read.value.invalid.isEmpty)
    }
  }

  private static func read(_ text: String) throws -> Diagnosed<Project> {
    let policies = try #require(World.policies)
    let documents = YAMLReader.read(SourceFile(name: "p.yaml", bytes: Array(text.utf8)))
    let document = try #require(documents.value.first)
    return policies.readProject(
      Diagnosed(document, diagnostics: documents.diagnostics), on: try World.day("2026-03-01"))
  }
}
