internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel

/// What stands in the report over one assessment, and how things are said that occur in several parts.
struct ReportContent {
  let assessment: Assessment
  let options: ReportFormat.Options
  let policies: PolicySet
  let evidence: [EvidenceStanding]
  private let places = PlaceIndex()

  init(_ assessment: Assessment, _ options: ReportFormat.Options) {
    self.assessment = assessment
    self.options = options
    policies = assessment.policies
    evidence = assessment.evidenceStandings
  }

  var document: Document {
    let decision = GateWords(assessment)
    return Document(
      title: assessment.projectName ?? assessment.project.document.file.name, subtitle: decision.subtitle, facts: facts,
      opening: decision.blocks(self), parts: ReportPart.all.compactMap { $0.make(self) },
      marking: options.marking(of: assessment),
      footer:
        "\(assessment.placeName), SHA-256 \(assessment.projectDigest.prefix(16))…, assessed for \(assessment.date)")
  }

  private var facts: Line {
    var facts: Line = [.code(assessment.placeName), .text(", "), .text("SHA-256 "), .code(assessment.projectDigest)]
    facts.append(.text(". Date of the assessment: \(assessment.date)."))
    return facts
  }

  // MARK: Results

  /// Results of an outcome, the gravest first.
  func results(_ outcome: Outcome) -> [RuleResult] {
    assessment.results.enumerated().filter { $0.element.outcome == outcome }
      .sorted { ($0.element.rule.severity, $0.offset) < ($1.element.rule.severity, $1.offset) }.map(\.element)
  }

  /// The items of evidence that name a rule or one of its questions.
  func evidence(for rule: Rule) -> [(number: Int, standing: EvidenceStanding)] {
    evidence.enumerated().filter { $0.element.rules.contains(rule.id) }.map { ($0.offset, $0.element) }
  }

  // MARK: Links

  static func anchor(rule id: String) -> String { "rule-\(id)" }
  static func anchor(clause id: String) -> String { "clause-\(id)" }
  static func anchor(question id: String) -> String { "answer-\(id)" }
  static func anchor(evidence number: Int) -> String { "evidence-\(number + 1)" }

  func link(_ rule: String) -> Inline { .codeLink(rule, to: Self.anchor(rule: rule)) }

  func links(_ rules: [String]) -> Line { .joined(rules.map { [link($0)] }) }

  /// Answers that are given stand in a table of their own.
  func link(question: String) -> Inline {
    let given = assessment.project.answer(question, in: policies.schema)?.node != nil
    return given ? .codeLink(question, to: Self.anchor(question: question)) : .code(question)
  }

  // MARK: Places

  /// `line 104` of the project's file, or the place in another file.
  func place(_ location: Location?) -> String? {
    guard let location else { return nil }
    let line = places.region(location).start.line
    return location.file === assessment.project.document.file ? "line \(line)" : "\(location.file.name), line \(line)"
  }

  /// What was written at a place, on one line and cut where it is long.
  func written(at location: Location) -> String {
    let bytes = location.file.bytes
    let range = location.range.offsets.clamped(to: bytes.indices)
    let words = String(decoding: bytes[range], as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    let most = 240
    return words.unicodeScalars.count > most ? String(words.unicodeScalars.prefix(most)) + "…" : words
  }

  // MARK: Labels

  static func label(_ severity: Severity) -> Inline {
    let label: Label =
      switch severity {
      case .blocker: .grave
      case .major: .serious
      case .moderate, .advisory: .slight
      }
    return .label(severity.name, label)
  }

  static func label(_ result: RuleResult) -> Inline { label(result.outcome, result.rule.severity) }

  static func label(_ outcome: Outcome, _ severity: Severity) -> Inline {
    let label: Label =
      switch outcome {
      case .fail: severity == .blocker ? .grave : .serious
      case .unknown: .doubt
      case .accepted: .serious
      case .pass: .good
      case .notApplicable, .notYetDue: .plain
      }
    return .label(outcome.words, label)
  }

  static func label(_ decision: Gate.Decision) -> Label {
    switch decision {
    case .stop: .grave
    case .hold: .doubt
    case .conditional: .serious
    case .proceed: .good
    }
  }

  // MARK: Words

  /// `12 rules`, `1 rule`.
  static func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

  static func date(_ day: Int?) -> String { day.map { CivilDate(day: $0).description } ?? "not given" }

  /// `until 2026-08-31, 183 days`.
  func until(_ day: Int?) -> String {
    guard let day else { return "no end is given" }
    let left = day - assessment.day
    return "until \(Self.date(day)), " + (left < 0 ? "which has passed" : Self.count(left, "day", "days") + " left")
  }
}

extension Outcome {
  /// `not yet due`.
  var words: String { rawValue.split(separator: "_").joined(separator: " ") }

  /// In the order in which reports draw and list them: what needs attention first.
  static let byAttention: [Outcome] = [.fail, .unknown, .accepted, .pass, .notYetDue, .notApplicable]
}

/// A part of the report. A new part is a file beside this and a line in `all`.
struct ReportPart: Sendable {
  /// Nil where there is nothing to say.
  let make: @Sendable (ReportContent) -> Section?

  static let all: [ReportPart] = [
    .input, .baseline, .overview, .toMend, .undecided, .accepted, .unevidenced, .review, .people, .traceability, .next,
    .rules,
    .answers, .evidence, .repeating,
  ]
}
