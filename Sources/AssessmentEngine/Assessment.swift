public import CEL
public import Diagnostics
internal import LocatedYAML
public import PolicyModel

/// The result of holding a project against packs on a date: an outcome for every rule, and the gate's decision.
public struct Assessment: Sendable {
  /// Days since 1970.
  public let day: Int
  /// The stage that it was assessed at; nil where it is unanswered, which is assessed as at concept.
  public let stage: LifecycleStage?
  public let policies: PolicySet
  public let project: Project
  /// Digest of the project file, lower-case hexadecimal.
  public let projectDigest: String
  /// In the order of the rules of `policies`.
  public let results: [RuleResult]
  public let gate: Gate
  /// The unanswered questions that matter most, the best first.
  public let next: [NextQuestion]
  public let review: ReviewEffect?
  /// What counts today and soon will not, in the order of the files: evidence, then entries of the review record.
  public let endings: [Ending]
  /// Everything to tell the writer of the project and of the review record, in the order of the files.
  public let diagnostics: [Diagnostic]
  let input: AssessmentInput
  let evidenceJudgement: EvidenceJudgement

  /// How many rules have each outcome.
  public var summary: OutcomeCounts {
    var counts = OutcomeCounts()
    for index in results.indices { counts.count(results[index].outcome) }
    return counts
  }

  /// Whether there was a project description to decide on at all.
  public var isDecided: Bool { project.document.root?.entries != nil }

  /// How far the passes rest on more than words.
  public var evidence: EvidenceSummary { EvidenceSummary(self) }

  /// What every item of evidence is worth, in the order written.
  public var evidenceStandings: [EvidenceStanding] {
    evidenceJudgement.standings(input, results)
  }

  /// What reviewers decided, whether it has an effect or not; nil where there is no record.
  public var record: ReviewRecord? { input.review }

  /// Where the answer to a question stands in the project's file, or the nearest thing around where it would.
  public func location(of question: String) -> Location? {
    policies.schema.index(of: question).flatMap {
      AnswerLocator(project, policies.schema).location(of: policies.schema.paths[$0])
    }
  }

  /// Whether an input was not what it should be: then the exit code is 65.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The date in ISO form.
  public var date: String { CivilDate(day: day).description }
}

/// What became of a rule.
public enum Outcome: String, Sendable, CaseIterable {
  case pass, fail, accepted, unknown
  case notApplicable = "not_applicable"
  case notYetDue = "not_yet_due"

  /// The worst first: fail, unknown, accepted, not yet due, pass, not applicable.
  static let fromWorst: [Outcome] = [.fail, .unknown, .accepted, .notYetDue, .pass, .notApplicable]

  func isWorse(than other: Outcome) -> Bool {
    (Self.fromWorst.firstIndex(of: self) ?? 0) < (Self.fromWorst.firstIndex(of: other) ?? 0)
  }
}

/// How many there are of each outcome.
public struct OutcomeCounts: Sendable {
  private var counts = Outcome.allCases.map { _ in 0 }

  public init(_ outcomes: some Sequence<Outcome> = []) {
    for outcome in outcomes { count(outcome) }
  }

  mutating func count(_ outcome: Outcome) { counts[Self.place(outcome)] += 1 }

  public subscript(outcome: Outcome) -> Int { counts[Self.place(outcome)] }

  private static func place(_ outcome: Outcome) -> Int { Outcome.allCases.firstIndex(of: outcome) ?? 0 }
}

/// Why a rule does not apply.
public enum NotApplicableReason: String, Sendable, CaseIterable {
  /// The answers about the scope.
  case scope
  /// An approved claim.
  case claim
  /// The project is past the last stage at which the rule matters.
  case noLongerDue = "no_longer_due"
}

/// A rule's outcome and what it rests on.
public struct RuleResult: Sendable {
  public let rule: Rule
  public internal(set) var outcome: Outcome
  public internal(set) var notApplicable: NotApplicableReason?
  public internal(set) var evidence = EvidenceCount()
  /// Whether a pass rests on ticks alone, without current evidence.
  public internal(set) var isDeclaredOnly = false
  /// What most rules have none of, in one place: results are handed on many times.
  private var held: HeldParticulars?

  init(rule: Rule, outcome: Outcome) {
    self.rule = rule
    self.outcome = outcome
  }

  /// Shared by all copies of a result, and made anew whenever one of them is changed.
  private final class HeldParticulars: Sendable {
    let particulars: Particulars

    init(_ particulars: Particulars) {
      self.particulars = particulars
    }
  }

  private struct Particulars: Sendable {
    var unanswered: [String] = []
    var causes: [Finding] = []
    var failedConditions: [Diagnostic] = []
    var supporting: [Int] = []
    var dispute: Dispute?
    var acceptance: RiskAcceptance?
    var claim: NotApplicableClaim?
  }

  private mutating func change(_ change: (inout Particulars) -> Void) {
    var changed = held?.particulars ?? Particulars()
    change(&changed)
    held = HeldParticulars(changed)
  }

  /// The questions that have to be answered first, where the outcome is unknown.
  public internal(set) var unanswered: [String] {
    get { held?.particulars.unanswered ?? [] }
    set { change { $0.unanswered = newValue } }
  }
  /// What decides a failure, or keeps a pass from counting.
  public internal(set) var causes: [Finding] {
    get { held?.particulars.causes ?? [] }
    set { change { $0.causes = newValue } }
  }
  /// What kept conditions of the rule from being worked out, at their places in the pack.
  public internal(set) var failedConditions: [Diagnostic] {
    get { held?.particulars.failedConditions ?? [] }
    set { change { $0.failedConditions = newValue } }
  }
  /// The items of evidence that support the rule, by their places in the file, whether they are current or not.
  var supporting: [Int] {
    get { held?.particulars.supporting ?? [] }
    set { change { $0.supporting = newValue } }
  }
  public internal(set) var dispute: Dispute? {
    get { held?.particulars.dispute }
    set { change { $0.dispute = newValue } }
  }
  public internal(set) var acceptance: RiskAcceptance? {
    get { held?.particulars.acceptance }
    set { change { $0.acceptance = newValue } }
  }
  public internal(set) var claim: NotApplicableClaim? {
    get { held?.particulars.claim }
    set { change { $0.claim = newValue } }
  }
}

/// One answer that decides an outcome.
public struct Finding: Sendable {
  /// The field, with the place in a list: `accountability.assignments[5].holder`; empty where no field is meant.
  public let field: String
  /// What was found; nil where nothing was given.
  public let actual: Value?
  /// What there would have to be.
  public let required: String
  /// Other fields that the requirement reads, with their values.
  public let related: [(field: String, value: Value)]
  /// The answer's place, or that of the nearest thing around it.
  public let location: Location?
  /// Where mending another one would do too.
  public var alternative: Alternative?
}

/// How much supports a rule.
public struct EvidenceCount: Sendable, Hashable {
  /// Items that name the rule or one of its questions.
  public internal(set) var items = 0
  /// Those of them that are neither expired nor missing nor changed.
  public internal(set) var current = 0

  public init() {}
}

/// The decision, and the rules that it follows from.
public struct Gate: Sendable {
  /// From the worst to the best.
  public enum Decision: String, Sendable, CaseIterable, Comparable {
    case stop, hold, conditional, proceed

    public static func < (left: Decision, right: Decision) -> Bool {
      let order = Self.allCases
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }

    /// What a program ends with that says so.
    public var exitCode: Int32 {
      switch self {
      case .proceed: 0
      case .stop: 1
      case .hold: 2
      case .conditional: 3
      }
    }
  }

  public let decision: Decision
  /// Ids of rules, in order; empty where the decision follows from invalid answers alone, or is `proceed`.
  public let because: [String]
  /// Whether an invalid answer alone would hold it.
  public let hasInvalidAnswers: Bool
}

/// A question to answer next.
public struct NextQuestion: Sendable {
  public let question: Question
  /// The rules that hang on it.
  public let decides: [String]
}

/// What a review record changed.
public struct ReviewEffect: Sendable {
  /// The name of the record's file.
  public let file: String
  /// Digest of the record's file.
  public let digest: String
  public let ineffective: [IneffectiveEntry]
}

/// An entry of a review record that changes nothing, and why.
public struct IneffectiveEntry: Sendable {
  /// Where it stands: `risk_acceptances[0]`.
  public let entry: String
  /// The rule or field that it names.
  public let subject: String
  public let reason: String
  public let location: Location
}
