internal import AssessmentEngine
internal import Diagnostics
internal import PolicyModel

/// What was typed and is in no file yet: it is left only by whoever was told so.
extension Interview {
  /// Evidence that was named, and what it supports.
  struct NamedEvidence: Sendable, Hashable {
    let source: String
    let title: String?
    let supports: String
  }

  /// Whether something was typed that is not in the file.
  public var isUnsaved: Bool { unwritten != nil || keptEvidence != nil }

  /// What was typed for the present question and is not in the file.
  var unwritten: AnswerInput? {
    switch phase {
    case .asking(let entry): unsaved ?? entry.unsaved
    case .conflict(_, let mine): mine
    case .ended: unsaved
    case .clearing, .removing, .resting: nil
    }
  }

  /// Whether Enter tries once more to put into the file what is kept.
  var triesAgain: Bool {
    switch phase {
    case .asking: unsaved != nil || keptEvidence != nil
    case .resting: keptEvidence != nil
    case .conflict, .clearing, .removing, .ended: false
    }
  }

  /// What is said the first time that a command would lose what was typed; nil where it may be obeyed.
  mutating func warning(of command: InterviewCommand) -> [Effect]? {
    guard warned != command, let loss = loss(by: command) else {
      warned = nil
      return nil
    }
    warned = command
    return complaint(loss)
  }

  /// What a command would lose, and what there is to do instead.
  private func loss(by command: InterviewCommand) -> String? {
    switch command {
    case .quit, .go: return loss
    case .skip: if case .conflict = phase { return nil } else { return loss }
    case .idle: return overview.idle.isEmpty ? nil : loss
    case .back:
      if case .asking(var entry) = phase, unsaved == nil, entry.back() { return nil }
      return trail.isEmpty ? nil : loss
    case .unknown, .none:
      guard case .asking(let entry) = phase, let typed = entry.unsaved, !entry.hasEntries else { return nil }
      // A list that lost everything has nothing more to lose.
      if typed == .items([]) || typed == .entries([]) { return nil }
      return "what was typed of the list would go: an empty line ends and saves it; the same command again answers so"
    case .evidence(let source, let title):
      guard let keptEvidence, let other = evidence(source, title), other != keptEvidence else { return nil }
      return Self.evidenceLoss
    case .why, .state, .list, .help, .drop, .edit: return nil
    }
  }

  private var loss: String? {
    switch phase {
    case .conflict:
      return "your answer is not in the file: 1 keeps theirs, 2 writes yours; the same command again leaves without it"
    case .asking(let entry):
      if unsaved != nil {
        return "the answer is not in the file: Enter tries again; the same command again leaves without it"
      }
      if entry.unsaved != nil {
        return "the list is not saved yet: an empty line ends and saves it; the same command again leaves without it"
      }
    case .clearing, .removing, .resting, .ended: break
    }
    return keptEvidence == nil ? nil : Self.evidenceLoss
  }

  private static let evidenceLoss =
    "the evidence is not in the file: Enter tries again; the same command again leaves without it"

  /// What is said at the end of what never came into the file.
  var lostNote: [InterviewLine] {
    var lines: [InterviewLine] = []
    if let question, let unwritten {
      let name = sheet.assessment.policies.schema.questions[question].id
      lines.append(InterviewLine("Not in the file is your answer to `\(name)`:", style: .caution))
      lines += Self.answer(unwritten, label: "  yours")
    }
    if let keptEvidence {
      lines.append(InterviewLine("Not in the file is the evidence for `\(keptEvidence.supports)`:", style: .caution))
      lines.append(Self.line(keptEvidence))
    }
    return lines
  }

  static func line(_ evidence: NamedEvidence) -> InterviewLine {
    let title = evidence.title.map { " \($0)" } ?? ""
    return InterviewLine(evidence.source + title, label: "  yours     ")
  }
}
