internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel
internal import Questionnaire

/// The questions of one group that matter now, each a form, with the assessment beside them.
struct QuestionsPage {
  let view: ProjectView
  let group: QuestionGroup
  /// What was sent and is not in the file.
  var attempt: AnswerAttempt?
  /// A question to show although it does not matter now.
  var also: String?
  /// What was just done.
  var status: String?

  var bytes: [UInt8] {
    let layout = PageLayout(
      title: group.title, place: view.place, part: .questions, version: view.version, status: status)
    return layout.bytes { html in
      html.element(.div, [.styled("title")]) { html in
        html.element(.h1, text: group.title)
        html.element(.div, [.id("progress")]) { html in
          html.element(.p, [.styled("facts")], text: progress)
          writeOpen(&html)
        }
      }
      writeSummary(&html)
      FileNotices(view: view).write(&html)
      html.element(.div, [.styled("columns three")]) { html in
        GroupList(view: view, current: group.id).write(&html)
        html.element(.div, [.styled("column")]) { html in
          html.element(.h2, [.styled("unseen")], text: "Questions")
          html.element(.div, [.id("questions")]) { html in
            for state in shown { QuestionArticle(view: view, state: state, attempt: attempt(state)).write(&html) }
            if shown.isEmpty {
              html.element(.p, [.id("nothing")], text: "Nothing in this group matters to this project now.")
            }
          }
          writeFolded(&html)
        }
        AssessmentAside(view: view).write(&html)
      }
    }
  }

  private static let mostOpen = 6

  /// The ways to what is open here, the best first.
  private func writeOpen(_ html: inout HTMLWriter) {
    let own = Set(group.states.map(\.index))
    let open = view.overview.next.filter { own.contains($0.index) }
    guard !open.isEmpty, open.count < group.shown.count else { return }
    html.element(.p, [.styled("facts here")]) { html in
      html.text("Open here: ")
      for (number, state) in open.prefix(Self.mostOpen).enumerated() {
        if number > 0 { html.text(", ") }
        html.element(.a, [.target(state.question.id), .title(state.question.ask)], text: state.question.id)
      }
      if open.count > Self.mostOpen { html.text(" and \(open.count - Self.mostOpen) more") }
    }
  }

  private func attempt(_ state: QuestionState) -> AnswerAttempt? { attempt?.question == state.index ? attempt : nil }

  private var shown: [QuestionState] {
    let shown = Set(group.shown.map(\.index))
    return group.states.filter {
      shown.contains($0.index) || $0.index == attempt?.question || $0.question.id == also
    }
  }

  private var progress: String {
    let answered = group.shown.count - group.openCount
    return "\(answered) of \(AnswerWords.count(group.shown.count, "question", "questions")) answered; "
      + "\(group.openCount) open. A question without an answer is never taken for a yes."
  }

  /// What went wrong, on top, with the way to it.
  private func writeSummary(_ html: inout HTMLWriter) {
    html.element(.div, [.id("summary")]) { html in
      guard let attempt, let state = shown.first(where: { $0.index == attempt.question }) else { return }
      html.element(.div, [.styled("summary"), .role("alert")]) { html in
        html.element(.h2, text: "Your answer is not saved")
        html.element(.p) { html in
          html.element(.a, [.target("q-\(state.question.id)")], text: state.question.ask)
          html.text(": \(attempt.inWords)")
        }
      }
    }
  }

  private func writeFolded(_ html: inout HTMLWriter) {
    let shown = Set(shown.map(\.index))
    let rest = group.states.filter { !shown.contains($0.index) }
    html.element(.div, [.id("folded")]) { html in
      guard !rest.isEmpty else { return }
      html.element(.details, [.styled("fold"), .id("folded-details")]) { html in
        html.element(
          .summary, text: AnswerWords.count(rest.count, "question does", "questions do") + " not matter now")
        html.element(.ul) { html in
          for state in rest {
            html.element(.li) { html in
              html.element(.a, [.link(address(of: state))], text: state.question.ask)
              html.text(" (\(Self.reason(state.standing)))")
            }
          }
        }
      }
    }
  }

  private func address(of state: QuestionState) -> SitePath {
    .questions(view.file, group: group.id, also: state.question.id, at: state.question.id)
  }

  private static func reason(_ standing: QuestionStanding) -> String {
    switch standing {
    case .later(let stage): "matters from \(stage.name) on"
    case .irrelevant: "does not apply to this project"
    case .settled: "can change nothing now"
    case .open, .invalid, .answered, .idle: "shown above"
    }
  }
}

extension AnswerAttempt {
  /// In a few words, for the summary.
  var inWords: String {
    switch reason {
    case .refused(let errors): errors.first?.message ?? "not accepted"
    case .contradictory(let text): text
    case .conflict: "somebody else answered it meanwhile"
    case .blocked(let text, _): text
    }
  }
}

/// The groups of questions with how far each is answered.
struct GroupList {
  let view: ProjectView
  /// The one that is shown: where there is little room the list is folded then, so that its questions come first.
  var current: String?

  func write(_ html: inout HTMLWriter) {
    html.element(.nav, [.id("groups"), .styled("groups"), .label("Groups of questions")]) { html in
      guard current != nil else { return writeList(&html) }
      html.element(.details, [.id("groups-list")]) { html in
        html.element(.summary, text: "All groups of questions (\(view.overview.next.count) open)")
        writeList(&html)
      }
    }
  }

  private func writeList(_ html: inout HTMLWriter) {
    html.element(.ol) { html in
      for group in view.overview.groups {
        html.element(.li) { html in
          let mark: [HTMLAttribute] = group.id == current ? [.current] : []
          html.element(.a, [.link(.questions(view.file, group: group.id))] + mark) { html in
            html.element(.span, text: group.title)
            html.element(.span, [.styled("count")], text: Self.progress(group))
          }
        }
      }
    }
  }

  static func progress(_ group: QuestionGroup) -> String {
    let shown = group.shown.count
    if shown == 0 { return "nothing now" }
    return group.openCount == 0 ? "\(shown) done" : "\(group.openCount) of \(shown) open"
  }
}
