internal import AssessmentEngine
internal import Diagnostics
internal import PolicyModel

extension Interview {
  // MARK: A question

  /// What somebody sees who is asked.
  func card(_ entry: AnswerEntry) -> [InterviewLine] {
    let state = overview.states[entry.index]
    let place = overview.group(of: entry.index).map { "\($0.title), " } ?? ""
    var lines = [
      InterviewLine(),
      InterviewLine(
        "\(place)\(overview.next.count) open, \(sheet.assessment.gate.decision.rawValue) "
          + "(\(sheet.assessment.stageWords))", style: .quiet),
      InterviewLine(entry.question.id, style: .strong), InterviewLine(entry.question.ask, label: "  "),
    ]
    if let why = entry.question.why { lines.append(.field("why", why)) }
    if let who = entry.question.knownBy { lines.append(.field("known by", who)) }
    lines += rules("decides", state.decides, most: 3) + rules("failing", state.failing, most: 3)
    if let note = standingNote(state.standing) { lines.append(.field("note", note, style: .caution)) }
    for finding in state.diagnostics where finding.severity != .note {
      lines.append(.field("wrong", finding.message, style: .caution))
    }
    lines += Self.answer(entry.present, label: "  now")
    lines.append(.field("answer", Self.allowed(entry)))
    if case .recordList = entry.question.type { return lines + progress(entry) }
    return lines + Self.offers(entry)
  }

  /// All there is to say about it.
  func everything(_ entry: AnswerEntry) -> [InterviewLine] {
    let question = entry.question
    var lines = [InterviewLine(question.id, style: .strong), InterviewLine(question.ask, label: "  ")]
    if let why = question.why { lines.append(.field("why", why)) }
    if let good = question.goodAnswer { lines.append(.field("good", good)) }
    if let example = question.example { lines.append(.field("example", example.written)) }
    if let who = question.knownBy { lines.append(.field("known by", who)) }
    lines.append(.field("answer", question.allowedAnswers))
    let state = overview.states[entry.index]
    lines += rules("decides", state.decides, most: 12) + rules("failing", state.failing, most: 12)
    let texts = [question.ask, question.why, question.goodAnswer].compactMap { $0 }
    for term in sheet.assessment.policies.foundation.terms(in: texts) {
      lines.append(InterviewLine("\(term.term): \(term.definition)", label: "  term      "))
    }
    return lines + [
      InterviewLine(
        "`answerable explain \(question.id)` names every rule that reads it. Whoever has no answer types `:unknown`, or "
          + "`:skip` to be asked another time.", style: .quiet)
    ]
  }

  /// How far a list has come, and what is asked of it next.
  func progress(_ entry: AnswerEntry) -> [InterviewLine] {
    switch entry.question.type {
    case .textList: return Self.answer(.items(entry.items), label: "  so far")
    case .recordList:
      guard let key = entry.askedKey else { return [] }
      var lines: [InterviewLine] = []
      if key.name == entry.keys.first?.name {
        if !entry.entries.isEmpty { lines += Self.answer(.entries(entry.entries), label: "  so far") }
        if entry.endsWithNothing, !entry.entries.isEmpty {
          lines.append(InterviewLine("Enter ends the list; or begin one more entry:", style: .quiet))
        }
      }
      let present = entry.entry[key.name].map { " (now \(Diagnostic.shortened($0)); Enter keeps it)" }
      let leave = entry.endsWithNothing ? "" : "; Enter leaves it unknown"
      lines.append(.field(key.name, key.type.described + (present ?? leave)))
      return lines + Self.offers(entry)
    default: return []
    }
  }

  private static func offers(_ entry: AnswerEntry) -> [InterviewLine] {
    entry.offers.enumerated().map { InterviewLine($0.element, label: "    \($0.offset + 1)".padded(to: 8)) }
  }

  /// What may be answered, where what can be chosen follows on lines of its own.
  private static func allowed(_ entry: AnswerEntry) -> String {
    switch entry.question.type {
    case .boolean, .choice: "a number or a word of these"
    case .choiceList(let values):
      "numbers or words of these, with blanks between them"
        + (values.contains("none") ? "" : "; `:none` for none of them")
    case .textList: "a list, one item a line; an empty line ends it, `:none` for an empty list"
    case .recordList: "a list of entries, asked key by key; `:none` for an empty list"
    case .number, .text, .date: entry.question.allowedAnswers
    }
  }

  private func standingNote(_ standing: QuestionStanding) -> String? {
    switch standing {
    case .open, .answered: nil
    case .invalid: "what is written is no answer"
    case .idle, .irrelevant: "no rule that reads it applies: an answer counts for nothing"
    case .settled: "as the other answers are, this one changes no outcome now"
    case .later(let stage): "no rule reads it before \(stage.name)"
    }
  }

  private func rules(_ label: String, _ ids: [String], most: Int) -> [InterviewLine] {
    let policies = sheet.assessment.policies
    let rules = ids.compactMap { policies.rule($0) }.sorted { $0.severity < $1.severity }
    var lines = rules.prefix(most).enumerated().map { offset, rule in
      InterviewLine.field(offset == 0 ? label : "", "\(rule.title) (\(rule.severity.name), \(rule.id))")
    }
    if rules.count > most { lines.append(.field("", "and \(rules.count - most) more rules")) }
    return lines
  }

  // MARK: Answers

  static func answer(_ input: AnswerInput, label: String) -> [InterviewLine] {
    switch input {
    case .unanswered: return label == "  now" ? [] : [InterviewLine("unanswered", label: label.padded(to: 12))]
    case .text(let text): return [InterviewLine(text.isEmpty ? "(nothing)" : text, label: label.padded(to: 12))]
    case .items(let items):
      return numbered(items.map { $0 == AnswerInput.openItem ? "unknown (there may be more)" : $0 }, label)
    case .entries(let entries):
      return numbered(
        entries.map { entry in
          entry.isEmpty
            ? "unknown (there may be more)"
            : entry.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        },
        label)
    }
  }

  private static func numbered(_ items: [String], _ label: String) -> [InterviewLine] {
    if items.isEmpty { return [InterviewLine("(an empty list)", label: label.padded(to: 12))] }
    return items.enumerated().map { offset, item in
      InterviewLine(item, label: (offset == 0 ? label : "").padded(to: 12) + "\(offset + 1)".padded(to: 3))
    }
  }

  /// What an answer changed.
  func changes(since before: Sheet) -> [InterviewLine] {
    if course == .startOnly { return [] }
    let changes = OutcomeChanges(from: before.assessment, to: sheet.assessment)
    let style: Decorator.Style? =
      changes.isOtherDecision ? (sheet.assessment.gate.decision == .stop ? .bad : .strong) : nil
    var lines = [InterviewLine("saved; \(changes.gate)", label: "  ✓ ", style: style)]
    // What fails, or fails no more, is said by name; how many came to anything else, by number.
    let named = changes.rules.filter { $0.before.outcome == .fail || $0.after.outcome == .fail }
    for (old, new) in named.prefix(Self.mostChanges) {
      lines.append(
        InterviewLine(
          "\(old.outcome.words) → \(new.outcome.words): \(new.rule.title) (\(new.rule.severity.name), \(new.rule.id))",
          label: "    ", style: new.outcome == .fail ? .bad : .good))
    }
    let rest =
      changes.rules.filter { $0.before.outcome != .fail && $0.after.outcome != .fail }
      + named.dropFirst(Self.mostChanges)
    let counts = Outcome.allCases.compactMap { outcome in
      let count = rest.count { $0.after.outcome == outcome }
      return count == 0 ? nil : "\(count) now \(outcome.words)"
    }
    if !counts.isEmpty {
      lines.append(
        InterviewLine(
          "\(named.isEmpty ? "" : "other ")rules: \(counts.joined(separator: ", "))", label: "    ", style: .quiet))
    }
    return lines
  }

  private static let mostChanges = 6

  /// Answers that changed in the file without being asked for.
  func othersNote(since before: Sheet, but questions: Set<Int>) -> [InterviewLine] {
    let schema = sheet.assessment.policies.schema
    let changed = schema.questions.indices.filter { index in
      !questions.contains(index) && before.draft.written(index) != sheet.draft.written(index)
    }
    guard !changed.isEmpty else { return [] }
    let names = changed.prefix(6).map { "`\(schema.questions[$0].id)`" }.joined(separator: ", ")
    let more = changed.count > 6 ? " and \(changed.count - 6) more" : ""
    return [InterviewLine("Changed in the file by somebody else meanwhile: \(names)\(more).", style: .quiet)]
  }
}
