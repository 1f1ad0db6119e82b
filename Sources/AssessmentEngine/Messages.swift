internal import Diagnostics
internal import PolicyModel

/// The wording of what the assessment itself remarks on.
enum Messages {
  static func answerCountsForNothing(_ field: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .note, code: "assessment.answer-not-needed", "no rule that applies reads `\(field)`", at: location,
      notes: [Note("it counts for nothing unless the scope changes")])
  }

  static func answerIsEarly(_ field: String, stage: LifecycleStage, at location: Location) -> Diagnostic {
    Diagnostic(
      .note, code: "assessment.answer-for-later-stage", "`\(field)` is asked from stage \(stage.name) on", at: location,
      notes: [Note("does the declared stage still fit?")])
  }

  static func stageIgnored(asked: LifecycleStage, declared: LifecycleStage, at location: Location?) -> Diagnostic {
    Diagnostic(
      .note, code: "assessment.stage-not-earlier",
      "the project declares stage \(declared.name); asking for the earlier stage \(asked.name) changes nothing",
      at: location)
  }
}
