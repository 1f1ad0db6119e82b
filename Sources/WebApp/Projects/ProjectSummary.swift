internal import AssessmentEngine
internal import CEL
internal import PolicyModel
internal import Reports

/// What a list of projects says of one: little enough to be kept in memory for a large folder.
struct ProjectSummary: Sendable {
  /// What it calls itself.
  let name: String?
  let marking: String?
  let kind: String?
  let stage: LifecycleStage
  /// Nil where there was nothing to decide on.
  let decision: Gate.Decision?
  let decisionInWords: String
  let hasErrors: Bool
  /// Questions that matter and are open.
  let open: Int

  init(_ assessment: Assessment) {
    name = assessment.projectName
    marking = assessment.project.marking
    if case .string(let text) = assessment.project.answer("project.kind", in: assessment.policies.schema)?.value {
      kind = text
    } else {
      kind = nil
    }
    stage = assessment.stage ?? .concept
    decision = assessment.isDecided ? assessment.gate.decision : nil
    decisionInWords = assessment.decisionInWords
    hasErrors = assessment.hasErrors
    open = assessment.next.count
  }
}
