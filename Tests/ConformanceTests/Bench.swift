import AssessmentEngine
import Diagnostics
import AssessmentTestSupport
import Foundation
import LocatedYAML
import PolicyModel

/// Both readings of one case, side by side.
struct Bench {
  struct Comparison {
    let verdict: Oracle.Verdict
    let assessment: Assessment
    /// What differs, in words; empty where the two agree.
    let differences: [String]
  }

  let requirements: Requirements
  let oracle: Oracle

  init() throws {
    requirements = try Requirements.shared.get()
    oracle = try Oracle(requirements)
  }

  /// Makes cases that start from the examples, and from what becomes of them when nearly every rule passes.
  func caseGenerator() throws -> CaseGenerator {
    let examples = try Example.all.get().map(\.answers)
    let models = try ModelAnswers(requirements, oracle).models(from: examples)
    return CaseGenerator(requirements: requirements, examples: examples, models: models) { text in
      World.sha256(Array(text.utf8))
    }
  }

  func verdict(_ generated: GeneratedCase) throws -> Oracle.Verdict { try oracle.verdict(question(generated)) }

  private func question(_ generated: GeneratedCase) throws -> Oracle.Question {
    Oracle.Question(
      project: try Self.root(generated.project), projectDigest: World.sha256(Array(generated.project.utf8)),
      review: try generated.review.map(Self.root), day: generated.day, stage: generated.stage,
      staleFiles: generated.staleFiles)
  }

  func compare(_ generated: GeneratedCase) throws -> Comparison {
    let question = try question(generated)
    let verdict = try oracle.verdict(question)
    var files: [String: AssessmentInput.FileState] = [:]
    for (index, file) in GeneratedCase.files.enumerated() {
      files[file] = generated.staleFiles.contains(file) ? (index.isMultiple(of: 2) ? .missing : .hashDiffers) : .current
    }
    let assessment = try World.assess(
      Array(generated.project.utf8), review: generated.review.map { Array($0.utf8) },
      on: Calendar.text(generated.day), stage: generated.stage.flatMap { LifecycleStage(rawValue: $0) }, files: files)
    return Comparison(
      verdict: verdict, assessment: assessment, differences: differences(verdict, assessment, question))
  }

  static func root(_ text: String) throws -> YAMLNode {
    let read = YAMLReader.read(SourceFile(name: "case.yaml", bytes: Array(text.utf8)))
    guard let root = read.value.first?.root else {
      throw UnexpectedShape(description: read.diagnostics.map(\.message).joined(separator: "; ") + "\n" + text)
    }
    return root
  }

  private func differences(_ verdict: Oracle.Verdict, _ assessment: Assessment, _ question: Oracle.Question) -> [String]
  {
    var differences: [String] = []
    let byId = Dictionary(assessment.results.map { ($0.rule.id, $0) }) { first, _ in first }
    for rule in requirements.rules {
      let wanted = Self.described(verdict.results[rule.id])
      let found = byId[rule.id].map { $0.outcome.rawValue + ($0.notApplicable.map { " (\($0.rawValue))" } ?? "") }
      guard wanted != found else { continue }
      differences.append("\(rule.id): oracle \(wanted), engine \(found ?? "nothing")" + readings(rule, question))
    }
    if verdict.gate != assessment.gate.decision.rawValue {
      differences.append(
        "gate: oracle \(verdict.gate), engine \(assessment.gate.decision.rawValue) because \(assessment.gate.because)")
    }
    let errors = assessment.diagnostics.filter { $0.severity == .error }.map { "\($0.code) \($0.message)" }
    if verdict.project.invalid.isEmpty != errors.isEmpty {
      differences.append("invalid: oracle \(verdict.project.invalid), engine \(errors)")
    }
    return differences
  }

  private static func described(_ result: Oracle.Result?) -> String {
    guard let result else { return "nothing" }
    return result.outcome.rawValue + (result.reason.map { " (\($0))" } ?? "")
  }

  /// The fields that a rule reads and what the project says of each.
  private func readings(_ rule: Requirements.Rule, _ question: Oracle.Question) -> String {
    let fields = rule.tiers.reduce(rule.appliesWhen.fields) { $0.union($1.condition.fields) }
    let shown = fields.sorted().map { field in
      let node = field.split(separator: ".").reduce(Optional(question.project)) { $0?.value(forKey: String($1)) }
      return "    \(field): \(node.map { Generated($0).flow } ?? "-")"
    }
    return "\n" + shown.joined(separator: "\n")
  }
}
