internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire
internal import Reports

/// One question with its words, its answer as a form, and what is to be said of the answer.
///
/// The article has the question's id, the form `q-` and that.
struct QuestionArticle {
  let view: ProjectView
  let state: QuestionState
  /// What was sent and is not in the file.
  let attempt: AnswerAttempt?
  /// Where to go once it is saved.
  var returns = Returns.group

  enum Returns: String {
    case group, overview
  }

  private var question: Question { state.question }
  private var id: String { question.id }
  private var isNext: Bool { state.standing == .open(rank: 0) }
  private var answer: AnswerInput { attempt?.typed ?? state.answer }

  func write(_ html: inout HTMLWriter) {
    html.element(.article, [.id(id), .labelledBy("\(id)-ask"), style]) { html in
      let fields = AnswerFields(
        question: question, answer: answer, describedBy: ["\(id)-message"] + (hasHint ? ["q-\(id)-hint"] : []),
        isWrong: !errors.isEmpty)
      html.element(.h3, [.id("\(id)-ask")]) { html in
        if let labelled = fields.labelled {
          html.element(.label, [.labelOf(labelled)], text: question.ask)
        } else {
          html.text(question.ask)
        }
      }
      writeState(&html)
      html.element(.form, [.id("q-\(id)")] + HTMLAttribute.sent(to: .answer) + savesItself) { html in
        writeHidden(&html)
        html.element(.div, [.styled("field")]) { fields.write(&$0) }
        writeMessage(&html)
        html.element(.div, [.styled("actions")]) { html in
          // By its id the focus stays on it when what stands around it is exchanged.
          html.element(
            .button, [.sends, .styled("main"), .id("q-\(id)-save")], text: isConflict ? "Write mine" : "Save")
          if isConflict {
            html.element(.a, [.styled("button"), .link(view.address(of: state.index))], text: "Keep theirs")
          }
          html.element(.span, [.styled("saving"), .id("\(id)-saving")], text: attempt == nil ? "" : "not saved")
        }
      }
      writeDetails(&html)
    }
  }

  private var style: HTMLAttribute {
    switch (isNext, attempt != nil) {
    case (true, true): .styled("question next unsaved")
    case (true, false): .styled("question next")
    case (false, true): .styled("question unsaved")
    case (false, false): .styled("question")
    }
  }

  private var hasHint: Bool {
    switch question.type {
    case .number, .date, .textList: true
    case .boolean, .text, .choice, .choiceList, .recordList: false
    }
  }

  /// On the overview the page is another one once the best question is answered: it is not saved under the hands.
  private var savesItself: [HTMLAttribute] { returns == .group ? [.data("saves", "itself")] : [] }

  private func writeHidden(_ html: inout HTMLWriter) {
    let version = attempt?.version ?? view.desk.version(of: state.index)
    var fields = [("token", view.token), ("file", view.file), ("question", id), ("version", version)]
    if returns != .group { fields.append(("returns", returns.rawValue)) }
    for (name, value) in fields { html.element(.input, [.kind(.hidden), .name(name), .value(value)]) }
  }

  // MARK: What is said of it

  private func writeState(_ html: inout HTMLWriter) {
    html.element(.div, [.styled("state"), .id("\(id)-state")]) { html in
      html.element(.code, text: id)
      if isNext { html.element(.span, [.styled("label serious")], text: "best to answer next") }
      html.element(.span, text: standing)
      if !state.failing.isEmpty {
        html.element(.span) { html in
          html.element(.strong, text: "fails because of it:")
          writeRules(state.failing, &html)
        }
      }
      if isNext, !state.decides.isEmpty {
        html.element(.span) { html in
          html.text("rules that hang on it:")
          writeRules(Array(state.decides.prefix(Self.mostRules)), &html)
          if state.decides.count > Self.mostRules { html.text(" and \(state.decides.count - Self.mostRules) more") }
        }
      }
    }
  }

  private static let mostRules = 6

  private func writeRules(_ rules: [String], _ html: inout HTMLWriter) {
    for rule in rules {
      html.text(" ")
      html.element(
        .a, [.link(view.explanation(of: rule)), .title(view.policies.rule(rule)?.title ?? rule)], text: rule)
    }
  }

  private var standing: String {
    switch state.standing {
    case .open:
      let count = state.decides.count
      return "open: \(AnswerWords.count(count, "rule hangs", "rules hang")) on it"
    case .invalid: return "what is written is no answer"
    case .answered: return "answered"
    case .idle: return "answered, and counts for nothing: no rule that reads it applies"
    case .settled: return "can change nothing now"
    case .later(let stage): return "matters from \(stage.name) on"
    case .irrelevant: return "does not apply"
    }
  }

  private var isConflict: Bool { if case .conflict = attempt?.reason { true } else { false } }

  private var errors: [Diagnostic] {
    if case .refused(let errors) = attempt?.reason { return errors }
    return attempt == nil ? state.diagnostics.filter { $0.severity == .error } : []
  }

  private var remarks: [Diagnostic] {
    attempt == nil ? state.diagnostics.filter { $0.severity != .error } : []
  }

  /// Always there, so that the fields can name it; empty where nothing is to be said.
  private func writeMessage(_ html: inout HTMLWriter) {
    html.element(.div, [.id("\(id)-message")]) { html in
      for error in errors { write(error, .styled("wrong"), label: "Not accepted: ", &html) }
      for remark in remarks { write(remark, .styled("wrong remark"), label: "Note: ", &html) }
      switch attempt?.reason {
      case .contradictory(let text):
        html.element(.div, [.styled("wrong")]) { html in
          html.element(.p) { html in
            html.element(.strong, text: "Not accepted: ")
            html.text(text)
          }
        }
      case .blocked(let text, let diagnostics):
        html.element(.div, [.styled("wrong")]) { html in
          html.element(.p) { html in
            html.element(.strong, text: "Not saved: ")
            html.text(text)
          }
          html.element(.p, text: "What you typed is still here: save it again once that is mended.")
          if !diagnostics.isEmpty {
            html.element(.pre) { html in
              html.element(.code) { $0.lines(DiagnosticRenderer().render(diagnostics)) }
            }
          }
        }
      case .conflict: writeConflict(&html)
      case .refused, nil: break
      }
    }
  }

  private func write(
    _ diagnostic: Diagnostic, _ style: HTMLAttribute, label: String, _ html: inout HTMLWriter
  ) {
    html.element(.div, [style]) { html in
      html.element(.p) { html in
        html.element(.strong, text: label)
        html.text(diagnostic.message)
      }
      for note in diagnostic.notes { html.element(.p, text: AnswerWords.sentence(note.message)) }
    }
  }

  private func writeConflict(_ html: inout HTMLWriter) {
    html.element(.div, [.styled("wrong conflict")]) { html in
      html.element(.p) { html in
        html.element(.strong, text: "Somebody else answered this meanwhile. ")
        html.text("Nothing was written: keep their answer, or write yours over it.")
      }
      html.element(.div, [.styled("both")]) { html in
        for (name, answer) in [("Theirs", state.answer), ("Yours", answer)] {
          html.element(.div) { html in
            html.element(.p) { $0.element(.strong, text: name) }
            html.element(.ul, [.styled("plain-list")]) { html in
              for line in AnswerWords.lines(answer, of: question) { html.element(.li, text: line) }
            }
          }
        }
      }
    }
  }

  private func writeDetails(_ html: inout HTMLWriter) {
    html.element(.details, [.id("\(id)-details")] + (returns == .overview ? [.open] : [])) { html in
      html.element(.summary) { html in
        html.text("Why it is asked, what a good answer is")
        html.element(.span, [.styled("unseen")], text: ": \(id)")
      }
      html.element(.dl) { html in
        let fields = [
          ("Why", question.why), ("Good answer", question.goodAnswer), ("Who knows", question.knownBy),
          ("Example", question.example?.written),
        ]
        for case (let name, let text?) in fields {
          html.element(.div) { html in
            html.element(.dt, text: name)
            html.element(.dd, text: text)
          }
        }
        html.element(.div) { html in
          html.element(.dt, text: "More")
          html.element(.dd) { html in
            html.element(.a, [.link(view.explanation(of: id))], text: "the rules that read it, and its terms")
          }
        }
      }
    }
  }
}
