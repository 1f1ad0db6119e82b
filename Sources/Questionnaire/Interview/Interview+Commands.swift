internal import AssessmentEngine
internal import Diagnostics
internal import PolicyModel

extension Interview {
  mutating func obey(_ command: InterviewCommand) -> [Effect] {
    if let warning = warning(of: command) { return warning }
    switch command {
    case .quit: return ending()
    case .help: return [.show(Self.help)]
    case .state: return [.show(state)]
    case .list(let group): return list(group)
    case .go(let name): return go(name)
    case .idle: return showIdle()
    case .back: return back()
    case .evidence(let source, let title): return attach(source, title)
    case .skip, .unknown, .none, .why, .drop, .edit: break
    }
    if case .conflict = phase {
      return complaint("first type 1 to keep theirs, or 2 to write yours; `:quit` and `:go NAME` leave without yours")
    }
    guard case .asking(var entry) = phase else { return complaint("no question is asked now: `:go NAME` asks one") }
    switch command {
    case .skip:
      keptEvidence = nil
      skipped.insert(entry.index)
      trail.append(entry.index)
      return advance()
    case .unknown:
      if entry.hasEntries {
        return complaint(
          "`:unknown` would take the whole list out: `:drop N` takes one out, and `unknown` alone leaves a key open")
      }
      return check(.unanswered, entry.index)
    case .none: return none(entry)
    case .why: return [.show(everything(entry))]
    case .drop(let number):
      let fault = entry.drop(number)
      return fault.map { complaint($0) } ?? changed(entry)
    case .edit(let number):
      let fault = entry.edit(number)
      return fault.map { complaint($0) } ?? changed(entry)
    default: return []
    }
  }

  private mutating func none(_ entry: AnswerEntry) -> [Effect] {
    if entry.hasEntries { return complaint("the list holds something: `:drop N` takes one out") }
    switch entry.question.type {
    case .textList, .choiceList: return check(.items([]), entry.index)
    case .recordList: return check(.entries([]), entry.index)
    default: return complaint("only a list can hold nothing: type the answer, `:unknown` or `:skip`")
    }
  }

  private mutating func back() -> [Effect] {
    if case .asking(var entry) = phase, unsaved == nil, entry.back() { return changed(entry) }
    guard let last = trail.popLast() else { return complaint("this is the first question: `:go NAME` asks another") }
    return leave(to: last)
  }

  /// Goes on with a list that was changed: it is what is to be saved, and no longer what could not be.
  private mutating func changed(_ entry: AnswerEntry) -> [Effect] {
    phase = .asking(entry)
    unsaved = nil
    return [.show(progress(entry))]
  }

  private mutating func leave(to question: Int) -> [Effect] {
    keptEvidence = nil
    return ask(question)
  }

  /// A question by its name, or by the last part of it where that tells.
  private mutating func go(_ name: String) -> [Effect] {
    let schema = sheet.assessment.policies.schema
    let wanted = name.lowercased()
    if let index = schema.index(of: wanted) { return leave(to: index) }
    let found = schema.questions(endingIn: wanted)
    if found.count == 1 { return leave(to: found[0]) }
    if let group = overview.groups.first(where: { $0.id == wanted }) { return [.show(listing(group))] }
    let near = schema.near(wanted)
    let hint =
      near.isEmpty
      ? "`:list` shows those that are open"
      : "did you mean " + near.map { "`\($0)`" }.joined(separator: " or ") + "?"
    return complaint("there is no question `\(Diagnostic.shortened(name))`: \(hint)")
  }

  private func list(_ name: String?) -> [Effect] {
    guard let name else { return [.show(listing)] }
    if let group = overview.groups.first(where: { $0.id == name.lowercased() }) { return [.show(listing(group))] }
    let names = overview.groups.map(\.id)
    let near = Suggestions.near(name, in: names).first.map { "did you mean `\($0)`?" }
    return complaint(
      "there is no group `\(Diagnostic.shortened(name))`: \(near ?? "it can be \(names.joined(separator: ", "))")")
  }

  private mutating func showIdle() -> [Effect] {
    let idle = overview.idle
    if idle.isEmpty { return complaint("every answer counts for something") }
    phase = .clearing(idle.map(\.index))
    var lines = [InterviewLine("These answers count for nothing, since no rule that reads them applies:")]
    for state in idle {
      lines.append(InterviewLine(state.question.id, label: "  "))
      lines += Self.answer(state.answer, label: "    ")
    }
    return [.show(lines + [InterviewLine("Take them out of the file, with the comments right above them?")])]
  }
}
