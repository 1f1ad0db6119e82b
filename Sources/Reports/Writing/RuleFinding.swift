internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

/// What became of one rule, as all formats for other programs say it. Every text is on one line, and nothing in it can
/// hide, reorder or steer what is read.
struct RuleFinding {
  let result: RuleResult
  /// Whether the gate's decision follows from it.
  let isReason: Bool
  /// The answer, the entry of a review record or the nearest thing around that it is about.
  let location: Location
  /// Further places, each with what stands there.
  let related: [Note]
  /// What the rule derives from.
  let clauses: [Clause]
  /// What was found, without a full stop.
  let statement: String

  var rule: Rule { result.rule }

  init(_ result: RuleResult, of assessment: Assessment) {
    self.result = result
    isReason = assessment.gate.because.contains(result.rule.id)
    clauses = result.rule.clauses.compactMap { id in
      assessment.policies.foundation.instrument.clauses.first { $0.id == id }
    }
    statement = VisibleText.oneLine(Self.statement(of: result))
    var places = Self.places(of: result, in: assessment)
    location = places.isEmpty ? assessment.beginning : places.removeFirst().location ?? assessment.beginning
    related = places
  }

  /// Whether somebody has to do, to know or to sign something because of it.
  var needsAttention: Bool {
    switch result.outcome {
    case .fail, .unknown, .accepted: true
    case .notApplicable: result.notApplicable == .claim
    case .pass, .notYetDue: isReason
    }
  }

  /// The outcome in words.
  var status: String {
    switch (result.outcome, result.notApplicable) {
    case (.pass, _): "passed"
    case (.fail, _): "failed"
    case (.accepted, _): "accepted for a time"
    case (.unknown, _): "undecided"
    case (.notApplicable, .claim): "not applicable by claim"
    case (.notApplicable, .noLongerDue): "no longer due"
    case (.notApplicable, _): "not applicable"
    case (.notYetDue, _): "not yet due"
    }
  }

  /// One line that stands alone.
  var message: String { "\(title) (\(status), \(rule.severity.name)): \(statement)" }

  var title: String { VisibleText.oneLine(rule.title) }
  var requires: String { VisibleText.oneLine(rule.requires) }

  /// What would mend it; an open answer comes before everything else.
  var remedy: String {
    VisibleText.oneLine(result.unanswered.isEmpty ? rule.remedy : "Answer what it needs. \(rule.remedy)")
  }

  /// `P10` and what it says, for each clause.
  var clauseTexts: [String] { clauses.map { VisibleText.oneLine("\($0.id) \($0.text)") } }

  /// Who made the outcome better than the answers alone, until when and why; nil where nobody did.
  var signature: String? { Self.signature(of: result).map { VisibleText.oneLine($0) } }

  /// What a pass lacks, evidence or any verification; nil where it lacks nothing, and of other outcomes.
  var caveat: String? { Self.caveat(of: result) }

  /// The graver comes first: by severity, then by outcome.
  var gravity: (severity: Severity, rank: Int) {
    let rank =
      switch result.outcome {
      case .fail: 0
      case .unknown: 1
      case .accepted: 2
      case .notApplicable: result.notApplicable == .claim ? 3 : 5
      case .pass: isReason ? 4 : 5
      case .notYetDue: 5
      }
    return (rule.severity, rank)
  }

  // MARK: Wording

  private static func statement(of result: RuleResult) -> String {
    var parts: [String] = []
    switch result.outcome {
    case .fail, .accepted:
      // A dispute is among the causes.
      parts.append(result.causes.isEmpty ? result.rule.requires : result.causes.inWords)
    case .unknown:
      if !result.unanswered.isEmpty { parts.append("needs " + result.unanswered.joined(separator: ", ")) }
      parts.append(result.causes.inWords)
    case .notApplicable where result.notApplicable == .scope:
      parts.append("the answers about the scope leave it out")
    case .notApplicable where result.notApplicable == .noLongerDue:
      parts.append("not due after stage \(result.rule.dueUntil?.name ?? "")")
    case .notYetDue: parts.append("due from stage \(result.rule.dueFrom.name) on")
    case .pass: parts.append(caveat(of: result) ?? "with evidence")
    case .notApplicable: break
    }
    if let signature = signature(of: result) { parts.append(signature) }
    parts.removeAll { $0.isEmpty }
    return parts.isEmpty ? result.rule.requires : parts.joined(separator: "; ")
  }

  private static func caveat(of result: RuleResult) -> String? {
    guard result.outcome == .pass else { return nil }
    return result.isDeclaredOnly ? "declared, not verified" : result.evidence.items == 0 ? "no evidence" : nil
  }

  private static func signature(of result: RuleResult) -> String? {
    if let acceptance = result.acceptance {
      let rank = acceptance.rank.map { " (\($0))" } ?? ""
      let until = ReportLines.date(acceptance.expiresOn)
      return "accepted by \(acceptance.acceptedBy ?? "?")\(rank) until \(until): \(acceptance.reason ?? "")"
    }
    if let claim = result.claim {
      let claimed = "claimed by \(claim.claimedBy ?? "?"), approved by \(claim.approvedBy ?? "?")"
      return "\(claimed), until \(ReportLines.date(claim.reviewBy)): \(claim.justification ?? "")"
    }
    return nil
  }

  // MARK: Places

  /// The first is where it is shown. Each place once: an answer may be a cause in several ways.
  private static func places(of result: RuleResult, in assessment: Assessment) -> [Note] {
    var notes: [Note] = result.causes.compactMap { cause in
      cause.location.map { Note(VisibleText.oneLine(cause.inWords), at: $0) }
    }
    if notes.isEmpty {
      let questions = result.outcome == .unknown ? result.unanswered : Array(result.rule.questions.prefix(1))
      notes = questions.compactMap { id in assessment.location(of: id).map { Note("`\(id)`", at: $0) } }
    }
    if let acceptance = result.acceptance { notes.append(Note("the acceptance", at: acceptance.location)) }
    if let claim = result.claim { notes.append(Note("the claim", at: claim.location)) }
    var seen: Set<Location.Place> = []
    return notes.filter { note in note.location.map { seen.insert($0.place).inserted } ?? false }
  }
}

extension Location {
  /// What tells places apart.
  fileprivate struct Place: Hashable {
    let file: ObjectIdentifier
    let range: SourceRange
  }

  fileprivate var place: Place { Place(file: ObjectIdentifier(file), range: range) }
}
