internal import AssessmentEngine
public import Diagnostics
internal import PolicyModel

/// Evidence of answers. Whoever keeps the project looks whether there is such a file.
extension Interview {
  /// The item is in the file, which is as `sheet` now.
  public mutating func attached(_ sheet: Sheet) -> [Effect] {
    let before = self.sheet
    renew(sheet)
    let shown = othersNote(since: before, but: []) + changes(since: before)
    // What is being typed goes on, unless it is about something else by now.
    if let question, before.draft.written(question) != sheet.draft.written(question) {
      return [.show(shown)] + ask(question)
    }
    return [.show(shown)]
  }

  /// It is no evidence, and nothing was written.
  public func notAttached(_ errors: [Diagnostic]) -> [Effect] { complaint(Self.words(errors)) }

  /// The same, where there is no such file, or the project's own can't be written.
  public func notAttached(_ why: String) -> [Effect] { complaint(why) }

  func attach(_ source: String, _ title: String?) -> [Effect] {
    if course == .startOnly {
      return complaint("evidence stands in a file, and there is none yet: an interview takes it later")
    }
    guard let subject = evidenceSubject else {
      return complaint("evidence shows an answer: give the answer first, or `:go NAME` to one that is given")
    }
    let name = sheet.assessment.policies.schema.questions[subject].id
    return [
      .show([InterviewLine("Evidence for `\(name)`:", style: .quiet)]),
      .attach(source: source, title: title, supports: name),
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
