extension Oracle {
  /// One project's rules, on its answers or on some of them.
  struct Run {
    let oracle: Oracle
    let question: Question
    let project: ReadProject
    let review: ReadReview?

    private var requirements: Requirements { oracle.requirements }

    /// The declared stage, or the other one where that is later or none is declared.
    func stage(of answers: [String: ReadProject.Answer]) -> Int? {
      guard case .choice(let name)? = answers["project.lifecycle_stage"],
        let declared = requirements.stages.firstIndex(of: name)
      else { return question.stage }
      return max(declared, question.stage ?? declared)
    }

    /// The answers without each disputed one, and without all of them.
    func withoutDisputed(_ answers: [String: ReadProject.Answer]) -> [[String: ReadProject.Answer]] {
      let disputed = (review?.disputedFields ?? []).filter { answers[$0] != nil }
      guard !disputed.isEmpty else { return [] }
      return disputed.map { field in answers.filter { $0.key != field } }
        + [answers.filter { !disputed.contains($0.key) }]
    }

    func results(of answers: [String: ReadProject.Answer]) throws -> [String: Result] {
      let evaluator = Evaluator(
        requirements: requirements, patterns: oracle.patterns, answers: answers, day: question.day)
      let limits = ReviewLimits(
        requirements: requirements, patterns: oracle.patterns, answers: answers, day: question.day)
      let stage = stage(of: answers)
      var results: [String: Result] = [:]
      for rule in requirements.rules {
        var result = try header(rule, stage: stage, evaluator: evaluator, limits: limits)
        let evidence = evidence(for: rule)
        result.hasEvidence = evidence.contains(true)
        if result.outcome == .pass && !evidence.isEmpty && !result.hasEvidence { result.outcome = .unknown }
        if result.outcome == .pass, review?.disputedRules.contains(rule.id) == true { result.outcome = .fail }
        results[rule.id] = result
      }
      return results
    }

    /// What the header alone makes of some rules, on all answers.
    func outcomes(_ rules: [Requirements.Rule]) throws -> [Outcome] {
      let evaluator = Evaluator(
        requirements: requirements, patterns: oracle.patterns, answers: project.answers, day: question.day)
      let limits = ReviewLimits(
        requirements: requirements, patterns: oracle.patterns, answers: project.answers, day: question.day)
      let stage = stage(of: project.answers)
      return try rules.map { try header($0, stage: stage, evaluator: evaluator, limits: limits).outcome }
    }

    /// The order of the header.
    private func header(_ rule: Requirements.Rule, stage: Int?, evaluator: Evaluator, limits: ReviewLimits) throws
      -> Result
    {
      if let stage, let until = rule.dueUntil, stage > until {
        return Result(outcome: .notApplicable, reason: "no_longer_due")
      }
      switch try evaluator.truth(of: rule.appliesWhen) {
      case .no: return Result(outcome: .notApplicable, reason: "scope")
      case .unknown: return Result(outcome: .unknown)
      case .yes: break
      }
      let concerns = review?.subject == question.projectDigest ? review : nil
      if try concerns?.claims.contains(where: { try limits.isValid($0, for: rule) }) == true {
        return Result(outcome: .notApplicable, reason: "claim")
      }
      if (stage ?? 0) < rule.dueFrom { return Result(outcome: stage == nil ? .unknown : .notYetDue) }
      switch try due(rule, stage: stage, evaluator: evaluator) {
      case .yes: return Result(outcome: .pass)
      case .unknown: return Result(outcome: .unknown)
      case .no:
        let isAccepted = try concerns?.acceptances.contains { try limits.isValid($0, for: rule) } == true
        return Result(outcome: isAccepted ? .accepted : .fail)
      }
    }

    private func due(_ rule: Requirements.Rule, stage: Int?, evaluator: Evaluator) throws -> Truth {
      Truth.all(
        try rule.tiers.map { tier in
          guard let stage else { return tier.from > 0 ? .unknown : try evaluator.truth(of: tier.condition) }
          guard stage >= tier.from, stage <= tier.until ?? stage else { return .yes }
          return try evaluator.truth(of: tier.condition)
        })
    }

    /// For each item that supports the rule, whether it is current.
    private func evidence(for rule: Requirements.Rule) -> [Bool] {
      project.evidence.filter { item in
        item.supports.contains { $0 == rule.id || rule.questions.contains($0) }
      }.map { item in
        if let expiry = item.expiresOn, expiry < question.day { return false }
        return item.file.map { !question.staleFiles.contains($0) } ?? true
      }
    }
  }
}
