internal import CEL
internal import Diagnostics
internal import PolicyModel

/// Gives every rule its outcome from the answers, in the order of the semantics, up to stale evidence.
struct RuleAssessor {
  private let input: AssessmentInput
  private let policies: PolicySet
  private let evidence: EvidenceJudgement
  /// Whether causes of failures are wanted.
  private let explains: Bool

  init(_ input: AssessmentInput, _ policies: PolicySet, _ evidence: EvidenceJudgement, explains: Bool = true) {
    self.input = input
    self.policies = policies
    self.evidence = evidence
    self.explains = explains
  }

  func assess(_ answers: [Value?], at stage: LifecycleStage?, _ review: inout ReviewJudgement) -> [RuleResult] {
    let variables = policies.variables(answers: answers, on: input.day)
    return policies.rules.map { assess($0, answers, variables, at: stage, &review) }
  }

  /// The same for one rule.
  func assess(
    _ rule: Rule, _ answers: [Value?], at stage: LifecycleStage?, _ review: inout ReviewJudgement
  ) -> RuleResult {
    assess(rule, answers, policies.variables(answers: answers, on: input.day), at: stage, &review)
  }

  func assess(
    _ rule: Rule, _ answers: [Value?], _ variables: [Value], at stage: LifecycleStage?, _ review: inout ReviewJudgement
  ) -> RuleResult {
    var result = assess(rule, variables, at: stage, &review)
    evidence.judge(&result)
    markDeclared(&result, answers)
    return result
  }

  private func assess(
    _ rule: Rule, _ variables: [Value], at declared: LifecycleStage?, _ review: inout ReviewJudgement
  ) -> RuleResult {
    var result = RuleResult(rule: rule, outcome: .pass)
    let stage = declared ?? .concept
    if let dueUntil = rule.dueUntil, let declared, declared > dueUntil {
      return notApplicable(&result, .noLongerDue)
    }
    if let appliesWhen = rule.appliesWhen {
      let value = appliesWhen.program.evaluate(variables)
      if case .bool(false) = value { return notApplicable(&result, .scope) }
      guard case .bool(true) = value else { return unknown(&result, value, of: appliesWhen) }
    }
    if let claim = review.validClaim(on: rule) {
      result.claim = claim
      return notApplicable(&result, .claim)
    }
    if stage < rule.dueFrom {
      result.outcome = declared == nil ? .unknown : .notYetDue
      if declared == nil { result.unanswered = [Answering.stageQuestion] }
      return result
    }
    return assessTiers(&result, variables, stage, isStageKnown: declared != nil, &review)
  }

  private func assessTiers(
    _ result: inout RuleResult, _ variables: [Value], _ stage: LifecycleStage, isStageKnown: Bool,
    _ review: inout ReviewJudgement
  ) -> RuleResult {
    var unknowns: [Value] = []
    var failed: [Tier] = []
    var hangsOnStage = false
    for tier in result.rule.tiers {
      if tier.from > stage {
        hangsOnStage = hangsOnStage || !isStageKnown
        continue
      }
      if let until = tier.until, isStageKnown, stage > until { continue }
      switch tier.condition.program.evaluate(variables) {
      case .bool(true): break
      case .bool(false): failed.append(tier)
      case let value:
        unknowns.append(value)
        noteFailure(value, of: tier.condition, &result)
      }
    }
    if !failed.isEmpty {
      if explains { result.causes = failed.flatMap { findings($0, result.rule, variables) } }
      if let acceptance = review.validAcceptance(of: result.rule) {
        result.acceptance = acceptance
        result.outcome = .accepted
      } else {
        result.outcome = .fail
      }
    } else if !unknowns.isEmpty || hangsOnStage {
      result.outcome = .unknown
      result.unanswered = questions(unknowns) + (hangsOnStage ? [Answering.stageQuestion] : [])
    }
    return result
  }

  private func notApplicable(_ result: inout RuleResult, _ reason: NotApplicableReason) -> RuleResult {
    result.outcome = .notApplicable
    result.notApplicable = reason
    return result
  }

  private func unknown(_ result: inout RuleResult, _ value: Value, of condition: Condition) -> RuleResult {
    result.outcome = .unknown
    result.unanswered = questions([value])
    noteFailure(value, of: condition, &result)
    return result
  }

  /// Where no answer is missing, nobody but the pack's author can help.
  private func noteFailure(_ value: Value, of condition: Condition, _ result: inout RuleResult) {
    guard case .error(let error) = value else { return }
    result.failedConditions.append(
      Messages.conditionFailed(result.rule.id, error.message, at: condition.location))
  }

  /// The questions behind unknown values, in the order of the vocabulary.
  private func questions(_ values: [Value]) -> [String] {
    var indexes: Set<Int> = []
    for case .unknown(let set) in values {
      for path in set.paths { if let index = policies.schema.question(of: path) { indexes.insert(index) } }
    }
    return indexes.sorted().map { policies.schema.questions[$0].id }
  }

  private func markDeclared(_ result: inout RuleResult, _ answers: [Value?]) {
    guard result.outcome == .pass, result.evidence.current == 0 else { return }
    for question in result.rule.questionIndexes where answers[question] != nil {
      guard case .boolean = policies.schema.questions[question].type else {
        result.isDeclaredOnly = false
        return
      }
      result.isDeclaredOnly = true
    }
  }

  // MARK: Causes

  /// The terms that fail. What only says what the system is, and so why the requirement applies, is no cause, unless
  /// nothing else is left: nobody mends a system by describing it otherwise.
  private func findings(_ tier: Tier, _ rule: Rule, _ variables: [Value]) -> [Finding] {
    let all = tier.condition.program.explain(variables, result: false).map { FoundCause($0, rule, policies) }
    var own = all.filter { $0.cause.alternative != nil || !$0.isScope }
    for choice in Set(all.compactMap { $0.cause.alternative?.choice }) {
      let sides = all.filter { $0.cause.alternative?.choice == choice }
      let scopeSides = Set(sides.compactMap { $0.cause.alternative?.side }).filter { side in
        sides.allSatisfy { $0.cause.alternative?.side != side || $0.isScope }
      }
      own.removeAll { $0.cause.alternative?.choice == choice && scopeSides.contains($0.cause.alternative?.side ?? 0) }
    }
    var seen: Set<String> = []
    return (own.isEmpty ? all : own).map { finding($0) }.filter { seen.insert("\($0.field) \($0.required)").inserted }
      .mergingAlternatives()
  }

  private func finding(_ found: FoundCause) -> Finding {
    let cause = found.cause
    let related = cause.related.map { (field: name($0.path, policies.schema.question(of: $0.path)), value: $0.value) }
    guard let path = cause.path else {
      return Finding(
        field: "", actual: cause.actual, required: cause.required, related: related, location: nil,
        alternative: cause.alternative)
    }
    var actual: Value? = cause.actual
    if case .unknown = cause.actual { actual = nil }
    let location = found.question.flatMap {
      AnswerLocator(input.project, policies.schema).location(of: path, question: $0)
    }
    return Finding(
      field: name(path, found.question), actual: actual, required: cause.required, related: related,
      location: location, alternative: cause.alternative)
  }

  /// The path with an item's place among all that were written.
  private func name(_ path: AttributePath, _ question: Int?) -> String {
    guard let question else { return path.description }
    let items = input.project.answers[question].items
    let qualifiers = path.qualifiers.map { qualifier -> AttributePath.Qualifier in
      if case .index(let item) = qualifier, items.indices.contains(item) { return .index(items[item].position) }
      return qualifier
    }
    return AttributePath(path.variable, qualifiers).description
  }
}

/// A cause, and the question that it is about.
private struct FoundCause {
  let cause: Cause
  /// By its place in the schema; nil where the cause is about none.
  let question: Int?
  /// Whether the question says what the system is, for this rule or for all.
  let isScope: Bool

  init(_ cause: Cause, _ rule: Rule, _ policies: PolicySet) {
    self.cause = cause
    question = cause.path.flatMap { policies.schema.question(of: $0) }
    isScope =
      question.map { policies.schema.questions[$0].id }
      .map { rule.scopeQuestions.contains($0) || policies.foundation.isScope($0) } ?? false
  }
}

extension [Finding] {
  /// A choice with one side left is none; sides that ask for another value of the same answer are one demand.
  fileprivate func mergingAlternatives() -> [Finding] {
    var merged: [Finding] = []
    for finding in self {
      guard let choice = finding.alternative?.choice else {
        merged.append(finding)
        continue
      }
      let sides = filter { $0.alternative?.choice == choice }
      let isOneDemand =
        Set(sides.map(\.field)).count == 1 && Set(sides.compactMap { $0.alternative?.side }).count == sides.count
      if Set(sides.compactMap { $0.alternative?.side }).count == 1 {
        merged.append(finding.withoutAlternative(required: finding.required))
      } else if !isOneDemand {
        merged.append(finding)
      } else if finding.alternative == sides[0].alternative {
        merged.append(finding.withoutAlternative(required: sides.map(\.required).joined(separator: ", or ")))
      }
    }
    return merged
  }
}

extension Finding {
  fileprivate func withoutAlternative(required: String) -> Finding {
    Finding(field: field, actual: actual, required: required, related: related, location: location)
  }
}
