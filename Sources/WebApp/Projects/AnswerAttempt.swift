internal import Diagnostics
internal import Questionnaire

/// An answer that was sent and is not in the file, and why.
struct AnswerAttempt {
  enum Reason {
    /// It is no answer to the question.
    case refused([Diagnostic])
    /// What was typed contradicts itself.
    case contradictory(String)
    /// Somebody else answered otherwise since the form was made.
    case conflict
    /// The file can't be written to now.
    case blocked(String, [Diagnostic])
  }

  /// The index of the question.
  let question: Int
  let typed: AnswerInput
  let reason: Reason
  /// What it was meant to replace; nil for what stands in the file now.
  var version: String?
}
