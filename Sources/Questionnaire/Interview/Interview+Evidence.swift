internal import AssessmentEngine
public import Diagnostics
internal import PolicyModel

/// Evidence of answers. Whoever keeps the project looks whether there is such a file.
extension Interview {
  /// The item is in the file, which is as `sheet` now.
  public mutating func attached(_ sheet: Sheet) -> [Effect] {
    let before = self.sheet
    renew(sheet)
    keptEvidence = nil
    let shown = othersNote(since: before, but: []) + changes(since: before)
    // What is being typed goes on, unless it is about something else by now.
    if case .asking(let entry) = phase,
      before.draft.written(entry.index) != sheet.draft.written(entry.index)
    {
      return [.show(shown)] + (unwritten.map { contested(entry, $0) } ?? ask(entry.index))
    }
    return [.show(shown)]
  }

  /// It is no evidence, and nothing was written.
  public func notAttached(_ errors: [Diagnostic]) -> [Effect] { complaint(Self.words(errors)) }

  /// The same, where there is no such file.
  public func notAttached(_ why: String) -> [Effect] { complaint(why) }

  /// The project could not be written, and is as it was: the evidence is kept, so that it can be named once the reason is
  /// gone.
  public mutating func attachingFailed(_ why: String) -> [Effect] {
    keptEvidence = pendingEvidence
    return complaint(why) + [
      .show(
        (keptEvidence.map { [Self.line($0)] } ?? []) + [
          InterviewLine("The evidence is kept: mend the file, and Enter tries again; or `:skip`, `:quit`.")
        ])
    ]
  }

  mutating func attach(_ source: String, _ title: String?) -> [Effect] {
    if course == .startOnly {
      return complaint("evidence stands in a file, and there is none yet: an interview takes it later")
    }
    guard let evidence = evidence(source, title) else {
      return complaint("evidence shows an answer: give the answer first, or `:go NAME` to one that is given")
    }
    if evidence != keptEvidence { keptEvidence = nil }
    return attach(evidence)
  }

  /// Evidence of the answer that it is meant for; nil where there is none.
  func evidence(_ source: String, _ title: String?) -> NamedEvidence? {
    evidenceSubject.map {
      NamedEvidence(source: source, title: title, supports: sheet.assessment.policies.schema.questions[$0].id)
    }
  }

  mutating func attach(_ evidence: NamedEvidence) -> [Effect] {
    pendingEvidence = evidence
    return [
      .show([InterviewLine("Evidence for `\(evidence.supports)`:", style: .quiet)]),
      .attach(source: evidence.source, title: evidence.title, supports: evidence.supports),
    ]
  }

  /// The answer that evidence is meant for: the one that is shown, or else the last one given.
  private var evidenceSubject: Int? {
    func isAnswered(_ question: Int) -> Bool { sheet.draft.answer(to: question) != .unanswered }
    switch phase {
    case .asking(let entry) where isAnswered(entry.index): return entry.index
    case .asking, .resting: return trail.last { isAnswered($0) }
    case .conflict, .clearing, .removing, .ended: return nil
    }
  }

  /// What would show an answer, where its rules pass on words alone and evidence is due.
  func evidenceNote(_ question: Int) -> [InterviewLine] {
    let assessment = sheet.assessment
    let name = assessment.policies.schema.questions[question].id
    guard course != .startOnly, Gate.wantsEvidence(at: assessment.stage) else { return [] }
    let bare = assessment.results.filter { result in
      result.outcome == .pass && result.evidence.items == 0 && !result.rule.evidence.isEmpty
        && result.rule.questions.contains(name)
    }
    guard let first = bare.min(by: { $0.rule.severity < $1.rule.severity }) else { return [] }
    return [
      InterviewLine(
        "`\(first.rule.id)` passes on words alone: `:evidence FILE` names what shows it, such as "
          + "\(first.rule.evidence[0])", label: "    ", style: .quiet)
    ]
  }
}
