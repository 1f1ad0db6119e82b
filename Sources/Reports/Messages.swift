internal import AssessmentEngine
internal import Diagnostics
internal import LocatedYAML

/// The wording of what reports say beside the rules and what readers of the inputs found.
enum Messages {
  /// The decision and what it follows from. Whatever is not `proceed` is an error: nothing may look as if it could go on.
  static func gate(_ assessment: Assessment) -> Diagnostic {
    let isOpen = assessment.isDecided && !assessment.hasErrors && assessment.gate.decision == .proceed
    let reasons = assessment.reasonInWords.joined(separator: "; ")
    return Diagnostic(
      isOpen ? .note : .error, code: "gate.decision", "\(assessment.decisionInWords): \(reasons)",
      at: assessment.beginning,
      notes: assessment.groupedReasons.map { Note("\($0.label): \($0.ids.joined(separator: ", "))") })
  }

  static func withoutEffect(_ entry: IneffectiveEntry) -> Diagnostic {
    Diagnostic(
      .warning, code: "review.without-effect", "\(entry.entry) on `\(entry.subject)` has no effect: \(entry.reason)",
      at: entry.location)
  }

  static func incomplete() -> Diagnostic {
    Diagnostic(
      .error, code: "run.incomplete", "something that was named could not be assessed", at: nil,
      notes: [Note("the messages of the run say what it was; nothing as a whole was approved")])
  }
}
