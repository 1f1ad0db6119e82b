public import AssessmentEngine
public import Diagnostics
public import PolicyModel

/// What a policy owner expects of rules, in a file beside the pack (`NAME.tests.yaml`).
public struct PackCases: Sendable {
  public let pack: String
  public let rules: [RuleCases]
  /// Of the pack's id in the file of cases.
  public let location: Location
}

/// The cases of one rule.
public struct RuleCases: Sendable {
  public let rule: Rule
  public let cases: [PackCase]
  public let equivalents: [EquivalentMutant]
  public let impossible: [ImpossibleSight]
  /// Of the rule's id in the file of cases.
  public let location: Location
}

/// Answers, and what the rule makes of them.
public struct PackCase: Sendable {
  /// What the case shows, in words.
  public let says: String?
  public let outcome: Outcome
  /// The fields that the causes name, all of them; nil where the case leaves them open.
  public let causes: [String]?
  /// The questions that are to be answered first, all of them; nil where the case leaves them open.
  public let unanswered: [String]?
  public let situation: RuleSituation
  /// Of the case.
  public let location: Location
  /// Of the outcome.
  public let outcomeLocation: Location
}

/// A change of a rule that no case can tell from the rule, and why.
public struct EquivalentMutant: Sendable {
  /// As `pack test` names it.
  public let mutant: String
  public let reason: String
  public let location: Location
}

/// What no case can show, and why: an outcome that a rule never has, or a value that a term never takes.
public struct ImpossibleSight: Sendable {
  public enum Subject: Sendable, Hashable {
    case outcome(Outcome)
    /// The term on one line.
    case term(String, Bool)
  }

  public let subject: Subject
  public let reason: String
  public let location: Location
}
