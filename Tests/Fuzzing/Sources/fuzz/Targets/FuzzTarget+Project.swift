import AssessmentEngine
import Diagnostics
import Foundation
import LocatedYAML
import PolicyModel
import Reports

extension FuzzTarget {
  /// Whatever a project says, it is assessed, errors hold the gate, and every format can be written; many projects are
  /// written as one after the other, in parts as in one piece; and nothing becomes better unless an answer changed.
  static let project = FuzzTarget(name: "project") { bytes in
    var chance = Chance(bytes)
    let documents = World.documents(in: bytes)
    guard !documents.isEmpty else { return }
    let assessments = documents.prefix(4).map { World.assess($0) }
    for assessment in assessments {
      promise(assessment.results.count == World.policies.rules.count, "a rule was left out")
      promise(!assessment.hasErrors || assessment.gate.decision <= .hold, "errors let it go on")
    }
    checkReports(assessments, &chance)
    if documents.count > 1 || Int.random(in: 0..<8, using: &chance) == 0 {
      let size = Int.random(in: 1...200, using: &chance)
      let parts = World.documents(in: bytes, inParts: size)
      promise(parts.count == documents.count, "parts of \(size) make other documents")
      let again = parts.prefix(4).map { World.assess($0) }
      let lines = ReportFormat.named("ndjson")
      promise(lines?.write(again) == lines?.write(assessments), "parts of \(size) differ")
    }
    guard documents.count == 1 else { return }
    checkComment(before: bytes, assessments[0])
    checkUnknownKey(in: bytes, assessments[0])
    checkLoss(in: bytes, assessments[0], &chance)
    checkChange(of: bytes, assessments[0], &chance)
  }

  /// One format for each input: over many inputs, all.
  private static func checkReports(_ assessments: [Assessment], _ chance: inout Chance) {
    guard let format = ReportFormat.all.randomElement(using: &chance) else { return }
    let report = format.write(assessments)
    promise(!report.isEmpty, "`\(format.name)` is empty")
    if format.isStreaming, format.separator.isEmpty {
      promise(report == assessments.flatMap { format.write([$0]) }, "`\(format.name)` of many is not that of each")
    }
    switch format.name {
    case "json", "sarif", "gitlab", "oscal": checkJSON(report[...], format.name)
    case "ndjson": for line in report.split(separator: 0x0A) { checkJSON(line, format.name) }
    default: promise(String(validating: report, as: UTF8.self) != nil, "`\(format.name)` is not UTF-8")
    }
  }

  private static func checkJSON(_ bytes: ArraySlice<UInt8>, _ name: String) {
    promise((try? JSONSerialization.jsonObject(with: Data(bytes))) != nil, "`\(name)` is not JSON")
  }

  /// A comment says nothing.
  private static func checkComment(before bytes: [UInt8], _ assessment: Assessment) {
    // A byte order mark is one only at the beginning.
    guard let first = bytes.first, first < 0x80 else { return }
    let commented = assess(Array("# A comment.\n".utf8) + bytes)
    promise(commented.map { Verdict($0) } == Verdict(assessment), "a comment changes the verdict")
    promise(commented?.hasErrors == assessment.hasErrors, "a comment makes or mends an error")
  }

  private static func assess(_ bytes: [UInt8]) -> Assessment? {
    World.documents(in: bytes).first.map { World.assess($0) }
  }

  /// A key that nobody asks for makes nothing better.
  private static func checkUnknownKey(in bytes: [UInt8], _ assessment: Assessment) {
    guard var editor = try? YAMLEditor(bytes), editor.root?.value(forKey: "nobody_asks") == nil,
      (try? editor.set(.text("x"), at: YAMLPath([.key("nobody_asks")]))) != nil, let after = assess(editor.bytes)
    else { return }
    promise(after.gate.decision <= assessment.gate.decision, "an unknown key makes it better")
    let differences = Verdict(after).differences(from: Verdict(assessment))
    promise(differences.isEmpty, "an unknown key changes outcomes: \(differences)")
    promise(after.hasErrors && after.gate.decision <= .hold, "an unknown key is no error")
  }

  /// Where an answer is missing, a rule stands as it does with it, or is open.
  private static func checkLoss(in bytes: [UInt8], _ assessment: Assessment, _ chance: inout Chance) {
    let schema = World.policies.schema
    let answered = schema.questions.indices.filter { assessment.project.answers[$0].value != nil }
    guard let lost = answered.randomElement(using: &chance), var editor = try? YAMLEditor(bytes),
      (try? editor.remove(at: YAMLPath(dotted: schema.questions[lost].id))) != nil, let after = assess(editor.bytes),
      after.stage == assessment.stage
    else { return }
    for (before, after) in zip(assessment.results, after.results) where after.outcome == .pass {
      promise(
        before.outcome == .pass, "`\(after.rule.id)` passes without `\(schema.questions[lost].id)`: \(before.outcome)")
    }
  }

  /// What says the same is decided in the same way.
  private static func checkChange(of bytes: [UInt8], _ assessment: Assessment, _ chance: inout Chance) {
    guard let after = assess(changed(bytes, &chance)),
      Statement(after.project) == Statement(assessment.project), after.stage == assessment.stage
    else { return }
    let differences = Verdict(after).differences(from: Verdict(assessment))
    promise(differences.isEmpty, "the answers are the same, outcomes are not: \(differences)")
    if !after.hasErrors, !assessment.hasErrors {
      promise(Verdict(after) == Verdict(assessment), "the answers are the same, the verdict is not")
    }
    promise(
      assessment.gate.decision != .stop || after.gate.decision == .stop, "it is stopped no more, and says the same")
  }

  /// The same bytes with one line lost, told twice or moved, or one byte another.
  private static func changed(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var bytes = bytes
    if Bool.random(using: &chance), let place = bytes.indices.randomElement(using: &chance) {
      bytes[place] = bytes.randomElement(using: &chance) ?? 0
      return bytes
    }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let place = lines.indices.randomElement(using: &chance),
      let other = lines.indices.randomElement(using: &chance)
    else { return bytes }
    switch Int.random(in: 0..<3, using: &chance) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[place], at: other)
    default: lines.swapAt(place, other)
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
