internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire

/// How one project stands, and the best question to answer next.
struct ProjectPage {
  let view: ProjectView
  /// What was sent from here and is not in the file.
  var attempt: AnswerAttempt?
  var evidence = EvidenceForm()
  var evidenceRefusal: EvidenceForm.Refusal?
  var status: String?

  private var assessment: Assessment { view.assessment }
  private var aside: AssessmentAside { AssessmentAside(view: view) }

  var bytes: [UInt8] {
    let layout = PageLayout(
      title: "Overview", place: view.place, part: .overview, version: view.version, status: status)
    return layout.bytes { html in
      html.element(.div, [.styled("title")]) { html in
        html.element(.h1, text: assessment.projectName ?? view.file)
        html.element(.p, [.styled("facts")]) { html in
          html.element(.code, text: view.file)
          html.text(", assessed for \(assessment.date)")
        }
      }
      FileNotices(view: view).write(&html)
      html.element(.div, [.styled("columns two")]) { html in
        html.element(.div, [.styled("column")]) { html in
          writeGate(&html)
          writeNext(&html)
          writeFindings(&html)
          writeIdle(&html)
          EvidenceSection(view: view, form: evidence, refusal: evidenceRefusal).write(&html)
        }
        html.element(.div, [.styled("beside-it")]) { html in
          html.element(.section) { html in
            html.element(.h2, text: "Questions")
            GroupList(view: view).write(&html)
          }
        }
      }
    }
  }

  private func writeGate(_ html: inout HTMLWriter) {
    html.element(.section, [.labelledBy("gate-title")]) { html in
      html.element(.h2, [.id("gate-title")], text: "Gate")
      aside.writeGate(reasons: true, &html)
      aside.writeCounts(&html)
      html.element(.p, [.styled("actions")]) { html in
        html.element(.a, [.styled("button"), .link(.report(view.file))], text: "Report for reviewers")
        html.element(.a, [.styled("button"), .link(.review(view.file))], text: "Review record")
      }
    }
  }

  private func writeNext(_ html: inout HTMLWriter) {
    html.element(.section, [.id("next"), .labelledBy("next-title")]) { html in
      html.element(.h2, [.id("next-title")], text: attempt == nil ? "Best to answer next" : "Your answer is not saved")
      guard view.obstacle == nil || attempt != nil else {
        html.element(.p, text: "Mend the file first.")
        return
      }
      let state = attempt.map { view.overview.states[$0.question] } ?? view.overview.next.first
      guard let state else {
        html.element(.p, text: "Nothing is open that could change an outcome at this stage.")
        return
      }
      if let attempt {
        html.element(.div, [.styled("summary"), .role("alert")]) { html in
          html.element(.p) { html in
            html.element(.a, [.target("q-\(state.question.id)")], text: state.question.ask)
            html.text(": \(attempt.inWords)")
          }
        }
      }
      QuestionArticle(view: view, state: state, attempt: attempt, returns: .overview).write(&html)
    }
  }

  private func writeFindings(_ html: inout HTMLWriter) {
    html.element(.section, [.id("findings"), .labelledBy("findings-title")]) { html in
      let failed = FindingList.results(.fail, assessment)
      let unknown = FindingList.results(.unknown, assessment)
      html.element(.h2, [.id("findings-title")], text: "Findings")
      guard assessment.isDecided, !(failed + unknown).isEmpty else {
        html.element(.p, text: assessment.isDecided ? "No rule fails or is undecided." : "Nothing was assessed.")
        return
      }
      if !failed.isEmpty {
        html.element(.h3, text: "To mend (\(failed.count))")
        FindingList(view: view, results: failed).write(&html)
      }
      if !unknown.isEmpty {
        html.element(.details, [.styled("fold")] + (failed.isEmpty ? [.open] : [])) { html in
          html.element(.summary, text: "Undecided, because answers are missing (\(unknown.count))")
          FindingList(view: view, results: unknown).write(&html)
        }
      }
    }
  }

  /// Answers that count for nothing, offered for removal.
  private func writeIdle(_ html: inout HTMLWriter) {
    guard !view.overview.idle.isEmpty else { return }
    html.element(.section, [.id("idle"), .labelledBy("idle-title")]) { html in
      html.element(.h2, [.id("idle-title")], text: "Answers that count for nothing")
      html.element(
        .p, text: "No rule that reads these applies. They may stay; whoever reads the file is quicker without them.")
      html.element(.ul, [.styled("findings")]) { html in
        for state in view.overview.idle {
          html.element(.li) { html in
            html.element(.p) { html in
              html.element(.a, [.link(view.address(of: state.index))], text: state.question.ask)
            }
            html.element(
              .p, [.styled("facts")],
              text: AnswerWords.lines(state.answer, of: state.question).joined(separator: "; "))
            html.element(.form, HTMLAttribute.sent(to: .removal)) { html in
              let fields = [
                ("token", view.token), ("file", view.file), ("question", state.question.id),
                ("version", view.desk.version(of: state.index)),
              ]
              for (name, value) in fields { html.element(.input, [.kind(.hidden), .name(name), .value(value)]) }
              html.element(.button, [.sends, .styled("slim")]) { html in
                html.text("Take it out")
                html.element(.span, [.styled("unseen")], text: ": \(state.question.id)")
              }
            }
          }
        }
      }
    }
  }
}
