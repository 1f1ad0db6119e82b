internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

/// What formats for other programs are told of one project: the gate's decision, what is remarked on beside the rules,
/// and what became of each rule. Where nothing could be decided there are no rules, and the gate says so.
struct ProjectFindings {
  let assessment: Assessment
  /// `Perisai counter-drone turret — turret.yaml`, on one line.
  let heading: String
  /// The marking to put on what is said of the project.
  let marking: String?
  /// The gate's decision; an error unless it is `proceed`.
  let gate: Diagnostic
  /// What is wrong with the inputs, and entries of the review record that change nothing.
  let remarks: [Diagnostic]
  /// In the order of the rules.
  let rules: [RuleFinding]

  init(_ assessment: Assessment, _ options: ReportFormat.Options) {
    self.assessment = assessment
    heading = VisibleText.oneLine(assessment.heading)
    marking = options.marking(of: assessment).map { VisibleText.oneLine($0) }
    gate = Messages.gate(assessment)
    remarks = assessment.diagnostics + (assessment.review?.ineffective.map { Messages.withoutEffect($0) } ?? [])
    rules = assessment.isDecided ? assessment.results.map { RuleFinding($0, of: assessment) } : []
  }

  /// Whether the project may go on without anybody doing anything.
  var isGreen: Bool { gate.severity == .note }

  /// `stop`, or that nothing was assessed.
  var decision: String { assessment.isDecided ? assessment.gate.decision.rawValue : "not_assessed" }

  var stage: String { assessment.stage?.name ?? "unknown" }

  /// The rules that need attention, the gravest first.
  var attention: [RuleFinding] { rules.filter(\.needsAttention).gravestFirst }

  /// What is wrong with the inputs, without what is only noteworthy.
  var faults: [Diagnostic] { remarks.filter { $0.severity != .note } }

  /// How far the passes rest on more than words, and what overlays loosened: said wherever passes are only counted.
  var caveats: [String] {
    guard assessment.isDecided else { return [] }
    let evidence = assessment.evidence
    let counts =
      "\(evidence.unevidencedPasses) passes without evidence; \(evidence.declaredOnlyPasses) declared, not verified"
    let isClean = evidence.unevidencedPasses + evidence.declaredOnlyPasses == 0
    return (isClean ? [] : [counts])
      + assessment.policies.loosened.map { VisibleText.oneLine("loosened by \($0.pack): \($0.what)") }
  }
}

extension [RuleFinding] {
  var gravestFirst: [RuleFinding] { gravityOrder.map { self[$0] } }

  /// The places of all of them, that of the gravest first; equals keep their order.
  var gravityOrder: [Int] {
    let gravities = map(\.gravity)
    return indices.sorted { left, right in
      (gravities[left].severity, gravities[left].rank, left) < (gravities[right].severity, gravities[right].rank, right)
    }
  }
}

extension Diagnostic {
  /// Message and notes on one line.
  var statement: String {
    VisibleText.oneLine(([message] + notes.map(\.message)).joined(separator: "; "))
  }
}
