internal import AssessmentEngine
internal import PolicyModel

/// How reports on differences say things, in whatever notation.
extension AssessmentDifference {
  /// `hold (test gate) → stop (test gate)`.
  var gateText: String { old.gate == new.gate ? "\(new.gate), as before" : "\(old.gate) → \(new.gate)" }

  /// The project, and what it was called before.
  var titleText: String {
    if old.title == new.title { return new.title }
    return "\(new.title) (before: \(old.name == new.name ? old.place : old.title))"
  }

  /// How far the reasons are known; nil where they were worked out, or there is nothing to give reasons for.
  var knowledgeText: String? {
    guard !isWorkedOut, !rules.isEmpty else { return nil }
    switch circumstances.count {
    case 0: return "Nothing that a record shows differs. The state of evidence files can."
    case 1: return "Nothing else that a record shows differs. The state of evidence files can."
    default:
      return
        "Which of these is the reason can't be told from a record. What the records show of a rule stands below it."
    }
  }
}

extension AssessmentDifference.Direction {
  var title: String {
    switch self {
    case .worse: "Worse"
    case .better: "Better"
    case .otherwise: "Changed otherwise"
    }
  }
}

extension AssessmentDifference.RuleChange {
  /// `pass → fail`.
  var outcomeText: String {
    guard let new else { return "\(old?.outcomeText ?? "") → no such rule any more" }
    guard let old else { return "\(new.outcomeText), a new rule" }
    if old.outcomeText == new.outcomeText { return "\(new.outcomeText) as before, without current evidence now" }
    return "\(old.outcomeText) → \(new.outcomeText)\(reasonText(new))"
  }

  private func reasonText(_ record: RecordedAssessment.RuleRecord) -> String {
    switch record.notApplicable {
    case .scope: " (the answers put it out of scope)"
    case .noLongerDue: " (the project is past it)"
    case .claim, nil: ""
    }
  }

  /// What decided it, on the side where it stands worse.
  var causesText: [String] {
    let sides = [("now", new), ("before", old)].compactMap { side, record in record.map { (side, $0) } }
    return sides.filter { $0.1.standing.isOpen }.flatMap { side, record in
      let causes = record.causes.prefix(3).map { cause in
        let field = cause.field.isEmpty ? "" : "\(cause.field) is "
        let line = cause.line.map { " (line \($0))" } ?? ""
        return "\(side): \(field)\(cause.actual ?? "not answered"), required: \(cause.required)\(line)"
      }
      let unanswered = record.unanswered.prefix(6).joined(separator: ", ")
      let more = record.unanswered.count > 6 ? " and \(record.unanswered.count - 6) more" : ""
      return causes + (unanswered.isEmpty ? [] : ["\(side): not answered: \(unanswered)\(more)"])
    }
  }

  /// Whether the reasons were worked out by assessing again; else only records could be looked at.
  var isExplained: Bool { reasons.contains { $0.bearing == .alone || $0.bearing == .together } }
}

extension ChangeReason {
  /// What stands before the parts.
  func opening(isOneOfSeveral: Bool) -> String {
    switch bearing {
    case .alone: isOneOfSeveral ? "this alone would do it" : "because of"
    case .together: parts.count == 1 ? "because of" : "because of these together"
    case .recorded: "on record"
    }
  }
}

extension ChangeReason.Part {
  /// `turret.yaml:14`; nil where it is not known.
  var place: String? {
    guard let file, let line else { return nil }
    return "\(file):\(line)"
  }

  /// `control.abort_latency_s: 0.9 → 1.8`.
  var changeText: String {
    if kind == .review, old == nil, let new { return "the review record, new: \(new)" }
    if kind == .review, new == nil, let old { return "the review record, no longer: \(old)" }
    return "\(title): \(oldText) → \(newText)"
  }
}
