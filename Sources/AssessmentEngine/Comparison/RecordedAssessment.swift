internal import CEL
internal import Diagnostics
internal import LocatedYAML
public import PolicyModel

/// What an assessment said: as a file of `check` records it, or as it was just made. Two of them can be compared wherever
/// they come from.
public struct RecordedAssessment: Sendable {
  /// A pack or a foundation, down to its bytes.
  public struct Identity: Sendable, Hashable {
    public let id: String
    public let version: String
    /// In lower-case hexadecimal.
    public let sha256: String
  }

  /// What decided a rule.
  public struct Cause: Sendable, Hashable {
    /// Empty where no field is meant.
    public let field: String
    /// As a person would write it; nil where nothing was given.
    public let actual: String?
    public let required: String
    /// From 1; nil where nothing is known.
    public let line: Int?
  }

  /// Somebody who answers for an outcome that is not the one of the answers alone.
  public struct Signature: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
      case acceptance, claim, dispute
    }

    public let kind: Kind
    public let by: String
    /// Who approved a claim.
    public let approvedBy: String?
    /// In ISO form, as written; nil for a dispute.
    public let until: String?
    public let reason: String
  }

  /// A rule and its outcome.
  public struct RuleRecord: Sendable, Hashable {
    public let id: String
    public let pack: String
    public let severity: Severity
    /// Nil where the file was written without titles.
    public let title: String?
    public let outcome: Outcome
    public let notApplicable: NotApplicableReason?
    public let unanswered: [String]
    public let causes: [Cause]
    public let evidence: EvidenceCount
    public let signatures: [Signature]
  }

  /// Days since 1970.
  public let day: Int
  public let packs: [Identity]
  public let foundation: Identity
  public let file: String
  /// Which document of the file it is, from 1.
  public let document: Int
  /// Nil where the project gives itself none.
  public let name: String?
  /// Nil where it is unanswered.
  public let stage: LifecycleStage?
  /// Of the project, in lower-case hexadecimal.
  public let sha256: String
  /// Nil where nothing could be read, and so nothing was decided.
  public let decision: Gate.Decision?
  /// In the order of the assessment.
  public let rules: [RuleRecord]
  /// Of the review record; nil where there was none.
  public let reviewDigest: String?
  /// Whether an input was not what it should be.
  public let hasErrors: Bool

  /// The date in ISO form.
  public var date: String { CivilDate(day: day).description }

  /// `conditional (test gate)`.
  public var gate: String { decision.map { Self.gate($0, stage) } ?? "not assessed" }

  /// A decision is always shown with its stage.
  public static func gate(_ decision: Gate.Decision, _ stage: LifecycleStage?) -> String {
    "\(decision.rawValue) (\(stage.map { "\($0.name) gate" } ?? "stage unanswered, assessed as at concept"))"
  }

  /// The project's name and where it stands: `Perisai — turret.yaml, document 2`.
  public var title: String { name.map { "\($0) — \(place)" } ?? place }

  /// `turret.yaml, document 2`.
  public var place: String { document > 1 ? "\(file), document \(document)" : file }
}

extension RecordedAssessment {
  /// The same that a file would record.
  public init(_ assessment: Assessment) {
    let policies = assessment.policies
    let places = PlaceIndex()
    day = assessment.day
    packs = policies.packs.map { Identity(id: $0.id, version: $0.version, sha256: $0.sha256) }
    let shared = policies.foundation
    foundation = Identity(id: shared.id, version: shared.version, sha256: shared.sha256)
    file = assessment.project.document.file.name
    document = assessment.project.document.number
    name = assessment.projectName
    stage = assessment.stage
    sha256 = assessment.projectDigest
    decision = assessment.isDecided ? assessment.gate.decision : nil
    rules = assessment.isDecided ? assessment.results.map { RuleRecord($0, assessment, places) } : []
    reviewDigest = assessment.review?.digest
    hasErrors = assessment.hasErrors
  }
}

extension Assessment {
  /// What the project calls itself; nil where it says nothing.
  public var projectName: String? {
    guard case .string(let name) = project.answer("project.name", in: policies.schema)?.value, !name.isEmpty else {
      return nil
    }
    return name
  }
}

extension RecordedAssessment.RuleRecord {
  fileprivate init(_ result: RuleResult, _ assessment: Assessment, _ places: PlaceIndex) {
    id = result.rule.id
    pack = result.rule.pack
    severity = result.rule.severity
    title = result.rule.title
    outcome = result.outcome
    notApplicable = result.notApplicable
    unanswered = result.unanswered
    causes = result.causes.map { cause in
      let isOwn = cause.location?.file === assessment.project.document.file
      return RecordedAssessment.Cause(
        field: cause.field, actual: cause.actual?.written, required: cause.required,
        line: isOwn ? cause.location.map { places.region($0).start.line } : nil)
    }
    evidence = result.evidence
    let signatures = [
      result.acceptance.map { RecordedAssessment.Signature($0) }, result.claim.map { RecordedAssessment.Signature($0) },
      result.dispute.map { RecordedAssessment.Signature($0) },
    ]
    self.signatures = signatures.compactMap { $0 }
  }
}

extension RecordedAssessment.Signature {
  init(_ acceptance: RiskAcceptance) {
    self.init(
      kind: .acceptance, by: acceptance.acceptedBy ?? "", approvedBy: nil,
      until: acceptance.expiresOn.map { CivilDate(day: $0).description }, reason: acceptance.reason ?? "")
  }

  init(_ claim: NotApplicableClaim) {
    self.init(
      kind: .claim, by: claim.claimedBy ?? "", approvedBy: claim.approvedBy ?? "",
      until: claim.reviewBy.map { CivilDate(day: $0).description }, reason: claim.justification ?? "")
  }

  init(_ dispute: Dispute) {
    self.init(
      kind: .dispute, by: dispute.raisedBy ?? "", approvedBy: nil, until: nil, reason: dispute.reason ?? "")
  }

  /// `risk accepted by Col X until 2026-09-30`.
  public var described: String {
    let who = by.isEmpty ? "somebody" : by
    let until = until.map { " until \($0)" } ?? ""
    return switch kind {
    case .acceptance: "risk accepted by \(who)\(until)"
    case .claim: "claimed as not applicable by \(who), approved by \(approvedBy ?? "nobody")\(until)"
    case .dispute: "disputed by \(who)"
    }
  }
}

/// How an outcome stands among all, the worst first. It is the order of outcomes, in which a claim, being a person's
/// word that a rule does not apply, is no more than an acceptance and far from a rule that does not apply by itself.
public enum Standing: Int, Sendable, CaseIterable, Comparable {
  case failed, undecided, accepted, claimed, notYetDue, passed, notApplicable

  public init(_ outcome: Outcome, _ reason: NotApplicableReason?) {
    switch outcome {
    case .fail: self = .failed
    case .unknown: self = .undecided
    case .accepted: self = .accepted
    case .notYetDue: self = .notYetDue
    case .pass: self = .passed
    case .notApplicable: self = reason == .claim ? .claimed : .notApplicable
    }
  }

  public static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }

  /// Whether something about the rule is still to be settled.
  public var isOpen: Bool { self <= .accepted }
}

extension RecordedAssessment.RuleRecord {
  public var standing: Standing { Standing(outcome, notApplicable) }

  /// The outcome, and by whose word where it is a claim: `not_applicable by claim`.
  public var outcomeText: String { standing == .claimed ? "\(outcome.rawValue) by claim" : outcome.rawValue }
}
