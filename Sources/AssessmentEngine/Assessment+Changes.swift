internal import CEL
public import PolicyModel

/// An answer that would give a rule another outcome, all others being as they are.
public struct OutcomeChange: Sendable {
  public let question: String
  /// What the answer would have to be: `true`, `one of a, b`, `> 1.25`.
  public let answer: String
  /// What the rule would come to.
  public let outcome: Outcome
}

extension Assessment {
  /// The single answers that would change a rule's outcome, by question in the order that the rule reads them.
  ///
  /// Where a question offers values each is tried. Of other questions those are named that decide a pass, or that the
  /// rule applies, on their own; what a failure needs is among its causes. What the system is counts as no way out of
  /// a failure or of an open answer: nobody mends a system by describing it otherwise.
  ///
  /// - Complexity: linear in the questions of the rule and the values that they offer.
  public func changes(of rule: Rule) -> [OutcomeChange] {
    guard let index = policies.ruleIndex(rule.id), !isDisputed(rule) else { return [] }
    let trial = RuleTrial(input, policies, rule, stage: stage)
    var questions = rule.scopeQuestions
    questions += rule.questions.filter { !questions.contains($0) }
    switch results[index].outcome {
    case .fail, .accepted: questions.removeAll { isAboutSystem($0, rule) }
    case .unknown: questions.removeAll { isAboutSystem($0, rule) && !results[index].unanswered.contains($0) }
    case .pass, .notApplicable, .notYetDue: break
    }
    return questions.flatMap { id -> [OutcomeChange] in
      guard let place = policies.schema.index(of: id) else { return [] }
      // A value that stands in for no answer is none.
      let placeholders = policies.foundation.answerRules.placeholderWords
      let offered = policies.schema.questions[place].type.offered.filter { !placeholders.contains($0.written) }
      return offered.isEmpty
        ? trial.decidingTerms(of: id, results[index].outcome)
        : trial.changes(of: id, place, offered, from: results[index].outcome)
    }
  }

  /// Whether a question says what the system is, and so whether the rule applies.
  private func isAboutSystem(_ question: String, _ rule: Rule) -> Bool {
    rule.scopeQuestions.contains(question) || policies.foundation.isScope(question)
  }

  /// Where a reviewer disputes the rule or an answer of it, no answer alone changes anything.
  private func isDisputed(_ rule: Rule) -> Bool {
    let fields = rule.scopeQuestions + rule.questions
    return (input.review?.disputes ?? []).contains { dispute in
      dispute.rule == rule.id || dispute.field.map { fields.contains($0) } == true
    }
  }
}

extension AnswerType {
  /// All answers, where they can be listed.
  fileprivate var offered: [Value] {
    switch self {
    case .boolean: [.bool(true), .bool(false)]
    case .choice(let values): values.map { .string($0) }
    case .number, .text, .date, .textList, .choiceList, .recordList: []
    }
  }
}

/// One rule, judged again with other answers.
private struct RuleTrial {
  private let input: AssessmentInput
  private let policies: PolicySet
  private let rule: Rule
  private let stage: LifecycleStage?
  private let assessor: RuleAssessor

  init(_ input: AssessmentInput, _ policies: PolicySet, _ rule: Rule, stage: LifecycleStage?) {
    self.input = input
    self.policies = policies
    self.rule = rule
    self.stage = stage
    assessor = RuleAssessor(input, policies, EvidenceJudgement(input, policies.schema))
  }

  private var answers: [Value?] { input.project.answers.map(\.value) }

  func changes(of id: String, _ place: Int, _ offered: [Value], from outcome: Outcome) -> [OutcomeChange] {
    var found: [(outcome: Outcome, values: [String])] = []
    for value in offered {
      var changed = answers
      changed[place] = value
      var review = ReviewJudgement(input, policies)
      let other = assessor.assess(rule, changed, at: stage, &review).outcome
      guard other != outcome else { continue }
      if let known = found.firstIndex(where: { $0.outcome == other }) {
        found[known].values.append(value.written)
      } else {
        found.append((other, [value.written]))
      }
    }
    return found.map { change in
      let list = change.values.joined(separator: ", ")
      let answer =
        change.values.count == 1 ? list : change.values.count == offered.count ? "answered" : "one of \(list)"
      return OutcomeChange(question: id, answer: answer, outcome: change.outcome)
    }
  }

  /// Terms about a question which, turned round alone, turn round what is due or that the rule applies.
  func decidingTerms(of id: String, _ outcome: Outcome) -> [OutcomeChange] {
    let variables = policies.variables(answers: answers, on: input.day)
    var found: [OutcomeChange] = []
    if outcome != .notApplicable, outcome != .unknown, let scope = rule.appliesWhen, isAnswered(scope) {
      found += terms(scope, variables, of: id).map {
        OutcomeChange(question: id, answer: $0.required, outcome: .notApplicable)
      }
    }
    guard outcome == .pass else { return found }
    var review = ReviewJudgement(input, policies)
    let failure: Outcome = review.validAcceptance(of: rule) == nil ? .fail : .accepted
    for tier in rule.tiersDue(at: stage ?? .concept) where isAnswered(tier.condition) {
      found += terms(tier.condition, variables, of: id).map {
        OutcomeChange(question: id, answer: $0.required, outcome: failure)
      }
    }
    return found
  }

  /// Where an answer is missing, a term that is turned round may leave the rest open.
  private func isAnswered(_ condition: Condition) -> Bool {
    condition.attributesRead.allSatisfy { path in
      policies.schema.question(of: path).map { input.project.answers[$0].value != nil } ?? true
    }
  }

  private func terms(_ condition: Condition, _ variables: [Value], of id: String) -> [Cause] {
    let causes = condition.program.explain(variables)
    return causes.filter { cause in
      guard let path = cause.path, let place = policies.schema.question(of: path) else { return false }
      // What is worked out of several answers, or can't be empty, is turned round by no answer alone.
      let isTold = !cause.required.contains("`")
      let canBeEmpty =
        policies.schema.questions[place].type != .number && policies.schema.questions[place].type != .date
      return policies.schema.questions[place].id == id && isTold && (canBeEmpty || cause.required != "no answer")
        && causes.filter { $0.alternative == cause.alternative }.count == 1
    }
  }
}
