import AssessmentEngine
import Diagnostics
import Foundation
import PolicyModel
import TestSupport
import Testing

/// One entry of a report, as a program of others reads it. `Cases/read_back.py` says what stands where.
struct ReadEntry: Decodable {
  var suite: String?
  let id: String
  /// The format's own word.
  let status: String
  let text: String
  var file: String?
  var line: Int?
  var kind: String?
  var suppressed: [String]?
  var marking: String?
  var decision: String?
  var fingerprint: String?

  /// The rule's id, or the code of a remark.
  var rule: String { String(id.prefix { $0 != ":" && $0 != " " }) }
}

/// A format that other programs read, and how its words are understood.
struct ReadFormat: Sendable, CustomTestStringConvertible {
  let name: String
  private let judge: OtherProgram
  /// Whether it lists all rules, or what needs attention only.
  let isComplete: Bool
  /// The words that stand for an outcome; more than one where the severity tells them apart.
  let words: @Sendable (RuleResult) -> Set<String>
  /// Whether an entry keeps a pipeline from going on.
  let stops: @Sendable (ReadEntry) -> Bool

  var testDescription: String { name }

  /// How many entries a project has: its decision, what is remarked on, and rules.
  func count(_ assessment: Assessment) -> Int {
    let remarks = assessment.diagnostics.map(\.severity) + (assessment.review?.ineffective ?? []).map { _ in .warning }
    let rules = assessment.results.count { isComplete || Self.needsAttention($0, in: assessment) }
    switch name {
    case "csv": return 1 + remarks.count + rules
    case "junit", "tap": return 1 + remarks.count { $0 == .error } + rules
    case "github": return 1 + remarks.count { $0 != .note } + rules
    default: return (assessment.gate.decision == .proceed ? 0 : 1) + remarks.count { $0 != .note } + rules
    }
  }

  /// What has to be shown even where not all is asked for.
  static func needsAttention(_ result: RuleResult, in assessment: Assessment) -> Bool {
    switch result.outcome {
    case .fail, .unknown, .accepted: true
    case .notApplicable: result.notApplicable == .claim
    case .pass, .notYetDue: assessment.gate.because.contains(result.rule.id)
    }
  }

  private init(
    _ name: String, _ package: String, module: String, isComplete: Bool,
    words: @escaping @Sendable (RuleResult) -> Set<String>, stops: @escaping @Sendable (ReadEntry) -> Bool
  ) {
    self.name = name
    self.isComplete = isComplete
    self.words = words
    self.stops = stops
    judge = OtherProgram(
      python: package, module: module, script: "Tests/ReportsTests/Cases/read_back.py", arguments: [name])
  }

  /// What the judge reads; nil, said loudly, where it is absent.
  func read(_ bytes: [UInt8]) throws -> [ReadEntry]? {
    guard let output = try judge.output(reading: bytes) else { return nil }
    return try JSONDecoder().decode([ReadEntry].self, from: Data(output.utf8))
  }

  static let all = [sarif, junit, tap, csv, gitlab, github]

  private static let sarif = ReadFormat(
    "sarif", "sarif-tools==3.0.5", module: "sarif", isComplete: false,
    words: { result in
      switch result.outcome {
      case .fail, .accepted: result.rule.severity <= .major ? ["error"] : ["warning", "note"]
      default: ["none"]
      }
    }, stops: { $0.status == "error" && $0.suppressed == [] })

  private static let junit = ReadFormat(
    "junit", "junitparser==5.0.3", module: "junitparser", isComplete: true,
    words: { result in
      switch result.outcome {
      case .pass: ["passed"]
      case .fail: ["failure"]
      case .unknown: ["error"]
      case .accepted, .notApplicable, .notYetDue: ["skipped"]
      }
    }, stops: { $0.status == "failure" || $0.status == "error" })

  private static let tap = ReadFormat(
    "tap", "'tap.py[yaml]==3.2.1'", module: "tap, yaml, more_itertools", isComplete: true,
    words: { result in
      switch result.outcome {
      case .pass: ["ok"]
      case .fail, .unknown: ["not ok"]
      case .accepted: ["todo"]
      case .notApplicable, .notYetDue: ["skip"]
      }
    }, stops: { $0.status == "not ok" })

  private static let csv = ReadFormat(
    "csv", "python3", module: "csv", isComplete: true, words: { [$0.outcome.rawValue] },
    stops: { $0.kind != "rule" && $0.decision != "proceed" })

  private static let gitlab = ReadFormat(
    "gitlab", "python3", module: "json", isComplete: false,
    words: { result in
      switch result.outcome {
      case .fail, .unknown: result.rule.severity <= .major ? [result.rule.severity.name] : ["minor", "info"]
      case .pass: ["major"]
      case .accepted, .notApplicable, .notYetDue: ["info"]
      }
    }, stops: { ["blocker", "critical", "major"].contains($0.status) })

  private static let github = ReadFormat(
    "github", "python3", module: "json", isComplete: false,
    words: { result in
      switch result.outcome {
      case .fail: result.rule.severity <= .major ? ["error"] : ["warning", "notice"]
      case .unknown: result.rule.severity == .blocker ? ["error"] : ["warning", "notice"]
      case .pass: ["warning"]
      case .accepted, .notApplicable, .notYetDue: ["notice"]
      }
    }, stops: { $0.status == "error" })
}
