public import Diagnostics
internal import PolicyModel

/// What became of an answer that was to be saved.
extension Interview {
  /// The answer is in the file, which is as `sheet` now.
  public mutating func saved(_ sheet: Sheet) -> [Effect] {
    let before = self.sheet
    let question: Int? = if case .asking(let entry) = phase { entry.index } else { nil }
    let removed = if case .removing(let left) = phase { Array(left.prefix(1)) } else { [Int]() }
    renew(sheet)
    var lines = othersNote(since: before, but: Set([question].compactMap { $0 } + removed))
    if case .removing(let left) = phase {
      let rest = Array(left.dropFirst())
      phase = .removing(rest)
      if let next = rest.first { return [.show(lines), .remove(question: next)] }
      lines += changes(since: before)
      return [.show(lines)] + advance()
    }
    if let question {
      asked.insert(question)
      trail.append(question)
      // Said to be unknown: asking again at once would be no help.
      if pending == .unanswered { skipped.insert(question) } else { skipped.remove(question) }
    }
    let wanted = pending == .unanswered ? [] : question.map { evidenceNote($0) } ?? []
    (pending, unsaved) = (nil, nil)
    return [.show(lines + changes(since: before) + wanted + idleNote())] + advance()
  }

  /// The answer is not in the file: it is no answer there.
  public mutating func refused(_ errors: [Diagnostic]) -> [Effect] {
    pending = nil
    if case .removing = phase { return complaint(Self.words(errors)) + advance() }
    return wrong(Self.words(errors))
  }

  /// Somebody else answered the question meanwhile; the file is as `sheet` now.
  public mutating func conflicted(_ sheet: Sheet) -> [Effect] {
    let before = self.sheet
    renew(sheet)
    guard case .asking(let entry) = phase, let mine = pending else {
      return complaint("somebody else changed one of these answers meanwhile: it stays") + advance()
    }
    return [.show(othersNote(since: before, but: [entry.index]))] + contested(entry, mine)
  }

  /// Asks which of two answers goes into the file.
  mutating func contested(_ entry: AnswerEntry, _ mine: AnswerInput) -> [Effect] {
    (pending, unsaved) = (nil, nil)
    let fresh = AnswerEntry(
      entry.question, entry.index, present: sheet.draft.answer(to: entry.index), typed: mine)
    phase = .conflict(fresh, mine: mine)
    return [
      .refuse(
        [InterviewLine("Somebody else answered `\(entry.question.id)` while you were asked.", style: .caution)]
          + Self.answer(fresh.present, label: "1 theirs") + Self.answer(mine, label: "2 yours")
          + [InterviewLine("1 keeps theirs, 2 writes yours.")])
    ]
  }

  /// The file could not be written, and is as it was: what was typed is kept, so that it can be saved once the reason is
  /// gone.
  public mutating func failed(_ why: String) -> [Effect] {
    let mine = pending
    pending = nil
    switch phase {
    case .removing(let left):
      phase = .clearing(left)
      return complaint(why) + [.show([InterviewLine("Nothing was taken out: yes tries again, no leaves them.")])]
    case .asking:
      unsaved = mine
      let answer = mine.map { Self.answer($0, label: "  yours") } ?? []
      return complaint(why) + [
        .show(
          answer + [
            InterviewLine(
              "What you typed is kept: mend the file, and Enter tries again; or answer otherwise, `:skip`, `:quit`.")
          ])
      ]
    case .conflict, .clearing, .resting, .ended: return complaint(why)
    }
  }
}
