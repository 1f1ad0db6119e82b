import AssessmentEngine
import AssessmentTestSupport
import BuiltInPolicies
import CEL
import Diagnostics
import LocatedYAML
import PolicyLinting
import PolicyModel
import PolicyTesting
import TestSupport
import Testing

@testable import answerable

/// Every example is read as its language is: what is wrong gives the code, what is right neither it nor an error.
@Suite("Examples of what is wrong, and mended")
struct DiagnosticExampleTests {
  /// Codes without an example, and why.
  static let without = [
    "assessment.answer-disputed": "it takes a review record beside a project",
    "assessment.condition-failed": "it takes a project beside the pack",
    "assessment.dispute-by-no-person": "it takes a review record beside a project",
    "assessment.dispute-of-nothing": "it takes a review record beside a project",
    "assessment.stage-not-earlier": "it is about what the command line asks for",
    "cel.too-deep": "no short text is too deep",
    "cel.too-long": "no short text is too long",
    "cel.too-many-nodes": "no short text has too many parts",
    "file.more-of-these": "it takes more than fifty faults",
    "gate.decision": "it is about a project as a whole",
    "lint.rule-without-cases": "it takes cases beside a pack",
    "project.too-long": "no short text is too long",
    "project.too-many-items": "no short list has too many items",
    "review.without-effect": "it takes a project beside the record",
    "run.incomplete": "it is about what the command line names",
    "tests.other-pack": "it takes another pack beside the cases",
    "yaml.byte-order-mark": "it can't be seen on a page",
    "yaml.control-character": "it can't be seen on a page",
    "yaml.invalid-utf8": "no text is no text",
    "yaml.line-separator": "it can't be seen on a page",
    "yaml.too-deep": "no short text is too deep",
    "yaml.too-large": "no short text is too large",
    "yaml.too-many-aliases": "no short text has too many",
    "yaml.too-many-marks": "no word on a page has so many",
    "yaml.too-many-nodes": "no short text has too many",
    "yaml.utf-16": "a text in another encoding looks the same on a page",
  ]

  @Test("codes without an example are those of which it is said why")
  func listed() {
    #expect(Codes.all.filter { $0.example == nil }.map(\.id) == Self.without.keys.sorted())
  }

  @Test(
    "what is wrong gives the code, and what is right neither it nor an error",
    arguments: Codes.all.filter { $0.example != nil }.map(\.id))
  func runs(id: String) throws {
    let example = try #require(Codes.all.first { $0.id == id }?.example)
    let wrong = try Self.diagnostics(example.wrong, example.language)
    #expect(wrong.contains { $0.code == id }, "\(wrong.map { "\($0.code): \($0.message)" })")
    let right = try Self.diagnostics(example.right, example.language)
    #expect(!right.contains { $0.code == id })
    #expect(right.filter { $0.severity == .error }.map { "\($0.code): \($0.message)" } == [])
    // A pack to copy has nothing to mend.
    if example.language == .pack {
      #expect(right.filter { $0.severity == .warning }.map { "\($0.code): \($0.message)" } == [])
    }
    for line in (example.wrong + "\n" + example.right).split(separator: "\n") {
      #expect(line.unicodeScalars.count <= 118, "too long for a page: \(line)")
    }
  }

  /// The foundation, but for its glossary, and the packs that a text names: to check all of them for each example would
  /// take minutes.
  private static func base(of text: String) -> [SourceFile] {
    let named = (World.policies?.packs ?? []).filter { pack in
      text.contains(pack.id) || pack.rules.contains { text.contains($0.id) }
    }
    let names = ["/foundation/"] + named.map { "/\($0.id).yaml" }
    return BuiltIn.files.filter { file in
      !file.name.hasSuffix("/glossary.yaml") && names.contains { file.name.contains($0) }
    }
  }

  private static func diagnostics(_ text: String, _ language: DiagnosticCode.Language) throws -> [Diagnostic] {
    let file = SourceFile(name: "example.yaml", bytes: Array(text.utf8))
    switch language {
    case .project: return try World.assess(file.bytes, named: file.name).diagnostics
    case .review: return ReviewRecord.read(file).diagnostics
    case .pack: return linted(PolicySet.load(base(of: text), adding: [file], sha256: World.sha256), file)
    case .policies: return linted(PolicySet.load([file], sha256: World.sha256), file)
    case .tests: return try tested(file)
    case .assessment: return RecordedAssessment.read(file).diagnostics
    case .expression:
      let policies = try #require(World.policies)
      let (_, issues) = policies.environment.compile(text, expecting: .bool)
      return issues.map { PolicySet.diagnostic($0, in: file) }
    }
  }

  private static func linted(_ loaded: Diagnosed<PolicySet?>, _ file: SourceFile) -> [Diagnostic] {
    guard let policies = loaded.value else { return loaded.diagnostics }
    let findings = LintCheck.findings(LintSubject(policies))
    return loaded.diagnostics + findings.filter { $0.location?.file.name == file.name }
  }

  private static func tested(_ file: SourceFile) throws -> [Diagnostic] {
    let policies = try #require(World.policies)
    let read = PackCases.read(file, policies)
    if read.hasErrors { return read.diagnostics }
    let rules = Set(read.value.flatMap(\.rules).map(\.rule.id))
    let run = PackTestRun(policies, only: rules).run(read.value.map(\.pack), read.value)
    return read.diagnostics + run.findings
  }
}
