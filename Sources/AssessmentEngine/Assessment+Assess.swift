internal import CEL
internal import Diagnostics
internal import LocatedYAML
public import PolicyModel

extension Assessment {
  /// Assesses a project: pure, total, and the same for the same input.
  ///
  /// The order is that of the semantics: each rule by its stages, scope, claims, tiers and acceptances; then stale
  /// evidence; then disputes; then the gate.
  ///
  /// - Complexity: linear in the rules and in the answers.
  public init(_ input: AssessmentInput, against policies: PolicySet) {
    let answers = input.project.answers.map(\.value)
    let answering = Answering(input, policies)
    var review = ReviewJudgement(input, policies)
    let evidence = EvidenceJudgement(input, policies.schema)
    let assessor = RuleAssessor(input, policies, evidence)
    let stage = answering.stage(answers)
    var results = assessor.assess(answers, at: stage, &review)
    review.disputeRules(&results)
    for without in review.answersInDispute(policies.schema) {
      var doubted = answers
      for index in without { doubted[index] = nil }
      var others = assessor.assess(doubted, at: answering.stage(doubted), &review)
      review.disputeRules(&others)
      for (index, other) in others.enumerated() where other.outcome.isWorse(than: results[index].outcome) {
        results[index] = other
      }
    }
    // An entry of a review record that can't be read might have tightened: what is wrong there holds the gate too.
    let reviewDiagnostics = input.reviewDiagnostics + answering.disputesOfNothing()
    let hasInvalid =
      !input.project.invalid.isEmpty
      || (input.projectDiagnostics + reviewDiagnostics).contains { $0.severity == .error }
    let endings = EndingJudgement(input, results)
    let (evidenceEndings, reviewEndings) = (endings.evidence(evidence), endings.review(review))
    self.init(
      day: input.day, stage: stage, policies: policies, project: input.project, projectDigest: input.projectDigest,
      results: results,
      gate: Gate(results, at: stage, limits: policies.foundation.reviewLimits, hasInvalidAnswers: hasInvalid),
      next: NextQuestion.ranked(results, policies.schema).filter { !answering.isDisputed($0.question) },
      review: input.review == nil
        ? nil
        : ReviewEffect(
          file: input.reviewFile, digest: input.reviewDigest, ineffective: review.finish(results)),
      endings: evidenceEndings + reviewEndings,
      diagnostics: input.projectDiagnostics + results.flatMap(\.failedConditions) + evidence.warnings.condensed
        + evidenceEndings.map(\.diagnostic).condensed + answering.notes(results, answers) + reviewDiagnostics
        + reviewEndings.map(\.diagnostic).condensed + answering.disputedAnswers()
        + answering.disputesByNobody(),
      input: input, evidenceJudgement: evidence)
  }
}

/// What the answers say of the stage, and what is noteworthy about them.
struct Answering {
  private let input: AssessmentInput
  private let policies: PolicySet

  init(_ input: AssessmentInput, _ policies: PolicySet) {
    self.input = input
    self.policies = policies
  }

  static let stageQuestion = "project.lifecycle_stage"

  /// The declared stage, or the one asked for where that is later or none is declared.
  func stage(_ answers: [Value?]) -> LifecycleStage? {
    guard let declared = declaredStage(answers) else { return input.stage }
    return max(declared, input.stage ?? declared)
  }

  private func declaredStage(_ answers: [Value?]) -> LifecycleStage? {
    guard let index = policies.schema.index(of: Self.stageQuestion), case .string(let name) = answers[index] else {
      return nil
    }
    return LifecycleStage(name: name)
  }

  /// Answers that only a later stage could give, answers that no longer count, a stage that was asked for in vain.
  func notes(_ results: [RuleResult], _ values: [Value?]) -> [Diagnostic] {
    let declared = declaredStage(values)
    var notes: [Diagnostic] = []
    if let asked = input.stage, let declared, asked < declared {
      notes.append(Messages.stageIgnored(asked: asked, declared: declared, at: location(Self.stageQuestion)))
    }
    guard let stage = stage(values) else { return notes }
    for (index, readers) in policies.readers.enumerated() where !readers.rules.isEmpty {
      let countsForNothing = readers.rules.allSatisfy { results[$0].notApplicable == .scope }
      guard countsForNothing || readers.earliest > stage else { continue }
      guard values[index] != nil, let node = input.project.answers[index].node else { continue }
      let question = policies.schema.questions[index].id
      let location = input.project.document.location(node.range)
      notes.append(
        countsForNothing
          ? Messages.answerCountsForNothing(question, at: location)
          : Messages.answerIsEarly(question, stage: readers.earliest, at: location))
    }
    return notes
  }

  /// Whether there is an answer and it is in dispute: answering again changes nothing then.
  func isDisputed(_ question: Question) -> Bool {
    input.review?.disputes.contains { $0.field == question.id } == true
      && input.project.answer(question.id, in: policies.schema)?.value != nil
  }

  /// Answers that reviewers dispute: rules that need them are undecided, however often they are given.
  func disputedAnswers() -> [Diagnostic] {
    (input.review?.disputes ?? []).compactMap { dispute in
      guard let field = dispute.field, policies.schema.index(of: field) != nil else { return nil }
      return Messages.answerDisputed(field, by: dispute.raisedBy, reason: dispute.reason, at: dispute.location)
    }
  }

  /// Somebody objected, and nobody can tell to what.
  func disputesOfNothing() -> [Diagnostic] {
    guard let disputes = input.review?.disputes, !disputes.isEmpty else { return [] }
    let rules = EntryRules(policies, input.project, on: input.day)
    return disputes.compactMap { dispute in
      rules.subject(of: dispute).map { Messages.disputeOfNothing($0, at: dispute.location) }
    }
  }

  /// Disputes only tighten, so one holds whoever raised it: an objection must not be lost over a name. But nobody can
  /// settle it with a machine, a supplier or a body without a face.
  func disputesByNobody() -> [Diagnostic] {
    let rules = EntryRules(policies, input.project, on: input.day)
    return (input.review?.disputes ?? []).compactMap { dispute in
      guard let name = dispute.raisedBy, rules.person(name, key: "raised_by") != nil else { return nil }
      return Messages.disputeByNoPerson(name, at: dispute.location)
    }
  }

  private func location(_ question: String) -> Location? {
    input.project.answer(question, in: policies.schema)?.node.map { input.project.document.location($0.range) }
  }
}
