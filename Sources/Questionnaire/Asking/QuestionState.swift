public import Diagnostics
public import PolicyModel

/// What a question is to a project at its stage: whether it is answered, and whether an answer could change anything.
public enum QuestionStanding: Sendable, Hashable {
  /// Unanswered, or a list that may have more in it, and rules hang on it; the rank counts from 0 for the best to answer next.
  case open(rank: Int)
  /// What is written is no answer.
  case invalid
  case answered
  /// Answered, although no rule that reads it applies: it counts for nothing.
  case idle
  /// Unanswered, and as the others are it could change no outcome now.
  case settled
  /// Unanswered, and no rule reads it before this stage.
  case later(LifecycleStage)
  /// Unanswered, and no rule that reads it applies.
  case irrelevant
}

/// A question, and what a project says to it.
public struct QuestionState: Sendable {
  public let question: Question
  /// Among the questions of the policies.
  public let index: Int
  public let standing: QuestionStanding
  public let answer: AnswerInput
  /// The rules that hang on it, where it is open.
  public let decides: [String]
  /// Rules that fail or are accepted, and name the answer among what decides that; in the order of the rules.
  public let failing: [String]
  /// What is wrong with the answer, or noteworthy about it.
  public let diagnostics: [Diagnostic]
  public let location: Location?
}

/// The questions of a project that belong together.
public struct QuestionGroup: Sendable {
  /// `project` for what the system is; else the id of the pack whose rules read them first.
  public let id: String
  public let title: String
  /// In the order of the policies.
  public let states: [QuestionState]

  /// Those that can still matter at this stage, or have been answered.
  public var shown: [QuestionState] {
    states.filter { state in
      switch state.standing {
      case .open, .invalid, .answered, .idle: true
      case .settled, .later, .irrelevant: false
      }
    }
  }

  /// How many of them are open.
  public var openCount: Int {
    states.count { if case .open = $0.standing { true } else { false } }
  }
}
