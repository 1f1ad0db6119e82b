internal import Diagnostics
internal import PolicyModel

/// Something that counts on the day of the assessment, and not for long.
public struct Ending: Sendable {
  /// Where it stands: `evidence[0]`, `risk_acceptances[1]`, `not_applicable[0]`.
  public let entry: String
  /// The day that is written: the last one on which evidence counts, the first one on which a review entry does not.
  /// Days since 1970.
  public let endsOn: Int
  /// Days from that of the assessment to `endsOn`.
  public let daysLeft: Int
  /// The rules whose outcome hangs on it alone.
  public let rules: [String]
  let diagnostic: Diagnostic
}

/// Finds what ends soon: a warning beforehand, that changes no outcome.
struct EndingJudgement {
  private let input: AssessmentInput
  private let results: [RuleResult]

  init(_ input: AssessmentInput, _ results: [RuleResult]) {
    self.input = input
    self.results = results
  }

  private func isSoon(_ day: Int) -> Bool { input.warnBefore > 0 && day - input.day <= input.warnBefore }

  /// The evidence that is current and soon will not be, with the passes that nothing else supports beyond its last day.
  func evidence(_ judgement: EvidenceJudgement) -> [Ending] {
    let items = input.project.evidence
    var supporting: Set<Int> = []
    var hanging: [Int: [String]] = [:]
    for place in results.indices where results[place].evidence.current > 0 {
      let result = results[place]
      let current = judgement.current(for: result)
      supporting.formUnion(current)
      let ends = current.compactMap { items[$0].expiresOn }
      guard result.outcome == .pass, ends.count == current.count, let last = ends.max() else { continue }
      for index in current where items[index].expiresOn == last { hanging[index, default: []].append(result.rule.id) }
    }
    return supporting.sorted().compactMap { index in
      guard let day = items[index].expiresOn, isSoon(day) else { return nil }
      let (daysLeft, rules) = (day - input.day, hanging[index] ?? [])
      return Ending(
        entry: "evidence[\(index)]", endsOn: day, daysLeft: daysLeft, rules: rules,
        diagnostic: Messages.evidenceEndsSoon(items[index], on: day, daysLeft: daysLeft, rules: rules))
    }
  }

  /// The entries of the review record that an outcome hangs on, and soon no longer can.
  func review(_ judgement: ReviewJudgement) -> [Ending] {
    var endings: [Ending] = []
    for (index, claim) in (input.review?.claims ?? []).enumerated() {
      guard let day = claim.reviewBy, judgement.isUsed(claim: index), isSoon(day) else { continue }
      let hangs = judgement.lastDay(ofClaimsOn: claim.rule) == day && isOutcome(claim.rule, .notApplicable)
      endings.append(
        Ending(
          entry: "not_applicable[\(index)]", endsOn: day, daysLeft: day - input.day, rules: hangs ? [claim.rule] : [],
          diagnostic: Messages.claimEndsSoon(claim, on: day, daysLeft: day - input.day, isAlone: hangs)))
    }
    for (index, acceptance) in (input.review?.acceptances ?? []).enumerated() {
      guard let day = acceptance.expiresOn, judgement.isUsed(acceptance: index), isSoon(day) else { continue }
      let hangs = judgement.lastDay(ofAcceptancesOf: acceptance.rule) == day && isOutcome(acceptance.rule, .accepted)
      endings.append(
        Ending(
          entry: "risk_acceptances[\(index)]", endsOn: day, daysLeft: day - input.day,
          rules: hangs ? [acceptance.rule] : [],
          diagnostic: Messages.acceptanceEndsSoon(acceptance, on: day, daysLeft: day - input.day, isAlone: hangs)))
    }
    return endings
  }

  private func isOutcome(_ rule: String, _ outcome: Outcome) -> Bool {
    results.contains { $0.rule.id == rule && $0.outcome == outcome }
  }
}
