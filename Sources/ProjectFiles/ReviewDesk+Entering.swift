public import AssessmentEngine
internal import LocatedYAML
internal import PolicyModel
public import Questionnaire

/// New entries: whether there is anything to enter, the form, and how it comes into the record.
extension ReviewDesk {
  /// The form of an entry about a rule; of a dispute about a field too. Throws a `Failure` where there is no such rule,
  /// where there is nothing to enter about it, and where the entry would have no effect whatever the answers.
  public func form(for list: ReviewEntry.List, about subject: String) throws -> EntryForm {
    switch list {
    case .disputes:
      guard isField(subject) || policies.ruleIndex(subject) != nil else {
        let names = policies.rules.map(\.id) + policies.schema.questions.map(\.id)
        throw Failure.unknown(subject, names, "rule or field")
      }
      return forms.dispute()
    case .riskAcceptances:
      let result = try result(subject)
      if let fault = fault(ofAccepting: result) {
        throw Failure(.invalidInput, "`\(subject)` can't be accepted: \(fault)")
      }
      try requireSoundProject()
      try requireCurrent()
      return forms.acceptance(of: result.rule)
    case .notApplicable:
      let result = try result(subject)
      if let fault = fault(ofClaiming: result) {
        throw Failure(.invalidInput, "`\(subject)` can't be claimed not to apply: \(fault)")
      }
      try requireSoundProject()
      try requireCurrent()
      return forms.claim(on: result.rule)
    }
  }

  /// Puts what a form says into the record. An entry that would have no effect is refused with a `Failure` that says why;
  /// only a dispute may wait for its rule to pass.
  public func enter(_ form: EntryForm, into list: ReviewEntry.List, about subject: String) throws -> Change {
    let key = list == .disputes && isField(subject) ? "field" : "rule"
    let bound =
      [.init(key, .text(subject))] + form.members + [.init("subject", .compact([.init("sha256", .text(digest))]))]
    let path = YAMLPath([.key(list.rawValue)])
    let (bytes, _) = try editing { editor throws(YAMLEditProblem) in try editor.append(.mapping(bound), to: path) }
    let next = try assess(bytes)
    let entries = next.reviewEntries
    guard entries.count == present.reviewEntries.count + 1, let new = entries.last(where: { $0.list == list }) else {
      throw Failure(.internalError, "the record would not hold one entry more; nothing was written")
    }
    if let fault = new.fault, list != .disputes {
      throw Failure(.invalidInput, "this would have no effect, so it was not written: \(fault)")
    }
    try record.replace(by: bytes)
    let idle = new.fault.map { ["it changes nothing now: \($0)"] } ?? []
    return Change(lines: ["added \(new.name) to `\(record.name)`"] + idle, entries: [new], next: next)
  }

  /// Whether a name is that of an answer's field.
  public func isField(_ name: String) -> Bool { policies.schema.index(of: name) != nil }

  /// Why there is nothing to accept about a rule; nil where there is.
  private func fault(ofAccepting result: RuleResult) -> String? {
    if let fault = forms.rules.acceptance(of: result.rule) { return fault }
    if result.dispute != nil { return "it fails because it is disputed: settle the dispute, then withdraw it" }
    switch result.outcome {
    case .fail: return nil
    case .accepted:
      let who = result.acceptance?.acceptedBy ?? "somebody"
      return "it is accepted already, by \(who); withdraw that entry first to enter another"
    case .unknown:
      return "it has not failed, it is undecided: answer \(result.unanswered.prefix(4).joined(separator: ", ")) first"
    case .pass, .notApplicable, .notYetDue: return "it has not failed: it is \(result.outcome.rawValue)"
    }
  }

  /// Why there is nothing to claim about a rule; nil where there is.
  private func fault(ofClaiming result: RuleResult) -> String? {
    if let fault = forms.rules.claim(on: result.rule) { return fault }
    switch result.notApplicable {
    case .claim?:
      let who = result.claim?.approvedBy ?? "somebody"
      return "there is a claim already, approved by \(who); withdraw that entry first to enter another"
    case .scope?: return "the answers about the scope say already that it does not"
    case .noLongerDue?: return "the project is past the last stage at which it matters"
    case nil: break
    }
    guard present.applies(result.rule) == nil else { return nil }
    return "whether it applies is undecided: answer \(result.rule.scopeQuestions.joined(separator: ", ")) first"
  }
}
