internal import AssessmentEngine
internal import Diagnostics
internal import PolicyModel

extension Interview {
  // MARK: Where the project stands

  var opening: [InterviewLine] {
    if course == .startOnly {
      return [
        InterviewLine(
          "A few questions decide which others matter. `:skip` leaves one open, `?` says more, `:quit` writes nothing.",
          style: .quiet)
      ]
    }
    return [
      InterviewLine(
        "Every answer is in the file as soon as it is given. `?` says more about a question, `:skip` leaves it for "
          + "later, `:back`, `:unknown`, `:list`, `:state`, `:quit`; `:help` says what else.", style: .quiet)
    ]
  }

  static var help: [InterviewLine] {
    InterviewCommand.words.map { InterviewLine($0.does, label: "  " + $0.word.padded(to: 16)) } + [
      InterviewLine(
        "The beginning of a word is enough: `:q`. Enter alone keeps an answer that is there.", style: .quiet)
    ]
  }

  /// The decision, how many rules have each outcome, and what stands against going on.
  var state: [InterviewLine] {
    let assessment = sheet.assessment
    let decision = assessment.gate.decision
    let style: Decorator.Style = decision == .stop ? .bad : decision == .proceed ? .good : .caution
    let summary = assessment.summary
    let counts = Outcome.allCases.filter { summary[$0] > 0 }.map { "\(summary[$0]) \($0.words)" }
    var lines = [
      InterviewLine("\(decision.rawValue) (\(assessment.stageWords))", style: style),
      InterviewLine("\(counts.joined(separator: ", ")); \(overview.next.count) questions open", label: "  "),
    ]
    if assessment.gate.hasInvalidAnswers {
      lines.append(
        InterviewLine("something in the file is invalid, which holds the gate", label: "  ", style: .caution))
    }
    let because = assessment.gate.because.compactMap { id in
      assessment.policies.ruleIndex(id).map { assessment.results[$0] }
    }
    for result in because.prefix(Self.mostReasons) {
      lines.append(
        InterviewLine("\(result.rule.title) (\(result.rule.id))", label: "  " + result.outcome.words.padded(to: 10)))
    }
    if because.count > Self.mostReasons {
      lines.append(InterviewLine("and \(because.count - Self.mostReasons) more", label: "  ", style: .quiet))
    }
    return lines
  }

  private static let mostReasons = 10

  var atRest: [InterviewLine] {
    let left = openSkipped
    if left > 0 {
      let questions = left == 1 ? "1 question that you passed over is" : "\(left) questions that you passed over are"
      return [
        InterviewLine(),
        InterviewLine("\(questions) still open. Enter asks again; `:list`, `:go NAME`, `:state`, `:quit`."),
      ]
    }
    return [
      InterviewLine(),
      InterviewLine(
        "No question is open at this stage. Enter ends; `:state` says how it stands, `:go NAME` asks a question again."),
    ]
  }

  var farewell: [InterviewLine] {
    let name = CommandWords.quoted(sheet.draft.name)
    let open = overview.next.count
    let left = open == 0 ? "no question is open" : open == 1 ? "1 question is open" : "\(open) questions are open"
    return [
      InterviewLine(),
      InterviewLine(
        "\(sheet.assessment.gate.decision.rawValue) (\(sheet.assessment.stageWords)), \(left).", style: .strong),
      InterviewLine("answerable interview \(name)", label: "  go on     "),
      InterviewLine("answerable check \(name)", label: "  report    "),
    ]
  }

  // MARK: Lists of questions

  /// The open questions by group.
  var listing: [InterviewLine] {
    var lines: [InterviewLine] = []
    for group in overview.groups {
      let open = group.states.filter { if case .open = $0.standing { true } else { $0.standing == .invalid } }
      guard !open.isEmpty else { continue }
      lines.append(InterviewLine("\(group.title) (:list \(group.id)), \(open.count) open", style: .strong))
      lines += open.map { Self.row($0) }
    }
    if lines.isEmpty { return [InterviewLine("no question is open at this stage")] }
    return lines + [
      InterviewLine("`:go NAME` asks one; the last part of a name is enough where it tells.", style: .quiet)
    ]
  }

  /// All questions of a group that can matter, with their answers.
  func listing(_ group: QuestionGroup) -> [InterviewLine] {
    let shown = group.shown
    if shown.isEmpty { return [InterviewLine("no question of `\(group.id)` matters at this stage")] }
    var lines = [InterviewLine("\(group.title), \(group.openCount) open", style: .strong)]
    for state in shown {
      lines.append(Self.row(state))
      if state.answer != .unanswered { lines += Self.answer(state.answer, label: "            ") }
    }
    return lines
  }

  private static func row(_ state: QuestionState) -> InterviewLine {
    let mark =
      switch state.standing {
      case .invalid: "!"
      case .idle: "-"
      case .answered: "✓"
      case .open, .settled, .later, .irrelevant: "·"
      }
    return InterviewLine(
      "\(state.question.id)  \(Diagnostic.shortened(state.question.ask))", label: "  \(mark) ",
      style: state.standing == .invalid ? .caution : nil)
  }
}
