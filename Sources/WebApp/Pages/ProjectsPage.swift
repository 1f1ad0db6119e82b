internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire
internal import Reports

/// The projects of the folder, and the beginning of a new one.
struct ProjectsPage {
  let rows: [ProjectRow]
  let site: Site
  let token: String
  var form = NewProjectForm()

  var bytes: [UInt8] {
    PageLayout(title: "Projects").bytes { html in
      html.element(.div, [.styled("title")]) { html in
        html.element(.h1, text: rows.isEmpty ? "Begin a project" : "Projects")
        if rows.isEmpty {
          html.element(
            .p, [.styled("lead")],
            text: "There is no project in this folder yet. A few answers are enough to see which questions matter.")
        }
      }
      if !rows.isEmpty { writeTable(&html) }
      if site.folder.only == nil { writeNew(&html) }
    }
  }

  private func writeTable(_ html: inout HTMLWriter) {
    html.element(.div, [.styled("frame"), .role("region"), .label("Projects of this folder"), .tabIndex(0)]) { html in
      html.element(.table, [.styled("cards")]) { html in
        html.element(.caption, [.styled("unseen")], text: "Projects of this folder")
        html.element(.thead) { html in
          html.element(.tr) { html in
            for name in ["Project", "Gate", "Open questions", "Kind", "Changed (UTC)"] {
              html.element(.th, [.scope("col")], text: name)
            }
          }
        }
        html.element(.tbody) { html in
          for row in rows { html.element(.tr) { write(row, &$0) } }
        }
      }
    }
  }

  private func write(_ row: ProjectRow, _ html: inout HTMLWriter) {
    switch row.content {
    case .assessed(let summary):
      html.element(.th, [.scope("row")]) { html in
        html.element(.a, [.link(.project(row.file))], text: summary.name ?? row.file)
        html.element(.p, [.styled("facts")]) { $0.element(.code, text: row.file) }
        if let marking = summary.marking { html.element(.p, [.styled("facts")], text: marking) }
      }
      html.element(.td) { html in
        html.element(.span, [Self.style(summary.decision)], text: summary.decisionInWords)
        if summary.hasErrors { html.element(.p, [.styled("facts")], text: "the file has errors") }
      }
      html.element(.td, [.data("name", "Open questions")], text: summary.decision == nil ? "" : String(summary.open))
      html.element(.td, [.data("name", "Kind")], text: summary.kind.map { AnswerWords.plain($0) } ?? "not said")
    case .unreadable(let reason):
      html.element(.th, [.scope("row")]) { $0.element(.code, text: row.file) }
      html.element(.td) { html in
        html.element(.span, [.styled("label grave")], text: "can't be read")
        html.element(.p, [.styled("facts")], text: reason)
      }
      for _ in 0..<2 { html.element(.td, text: "") }
    }
    html.element(.td, [.data("name", "Changed")], text: row.changed ?? "")
  }

  static func style(_ decision: Gate.Decision?) -> HTMLAttribute {
    switch decision {
    case .stop, nil: .styled("label grave")
    case .hold: .styled("label doubt")
    case .conditional: .styled("label serious")
    case .proceed: .styled("label good")
    }
  }

  // MARK: A new project

  private func writeNew(_ html: inout HTMLWriter) {
    html.element(.section, [.id("new"), .labelledBy("new-title")]) { html in
      html.element(.h2, [.id("new-title")], text: rows.isEmpty ? "What is it?" : "Begin another project")
      html.element(
        .p, text: "Leave open what you don't know. The file is called after the name, and stays yours to edit.")
      if let problem = form.problem {
        html.element(.div, [.styled("summary"), .role("alert")]) { html in
          html.element(.h2, text: "The project is not begun")
          html.element(.p) { html in
            if let question = problem.question {
              html.element(.a, [.target("new-\(question)")], text: question)
              html.text(": ")
            }
            html.text(problem.message)
          }
        }
      }
      html.element(.form, [.id("new-project")] + HTMLAttribute.sent(to: .newProject)) { html in
        html.element(.input, [.kind(.hidden), .name("token"), .value(token)])
        for name in NewProjectForm.asked {
          if let index = site.policies.schema.index(of: name) { write(site.policies.schema.questions[index], &html) }
        }
        html.element(.div, [.styled("actions")]) { html in
          html.element(.button, [.sends, .styled("main")], text: "Begin")
        }
      }
    }
  }

  private func write(_ question: Question, _ html: inout HTMLWriter) {
    let id = "new-\(question.id)"
    let isWrong = form.problem?.question == question.id
    let typed = form.typed[question.id] ?? ""
    let wrong: [HTMLAttribute] = isWrong ? [.invalid] : []
    switch question.type {
    case .boolean:
      html.element(.fieldset, [.styled("field"), .id(id)] + wrong) { html in
        html.element(.legend, text: question.ask)
        html.element(.div, [.styled("choices beside")]) { html in
          for (value, label) in [("true", "Yes"), ("false", "No"), ("unknown", "Not known yet")] {
            html.element(.div, [.styled("choice")]) { html in
              let isChosen = typed == value || typed.isEmpty && value == "unknown"
              html.element(
                .input,
                [.kind(.radio), .id("\(id)-\(value)"), .name(question.id), .value(value)]
                  + (isChosen ? [.checked] : []))
              html.element(.label, [.labelOf("\(id)-\(value)")], text: label)
            }
          }
        }
      }
    case .choice(let values):
      html.element(.div, [.styled("field")]) { html in
        html.element(.label, [.labelOf(id)], text: question.ask)
        html.element(.select, [.id(id), .name(question.id)] + wrong) { html in
          html.element(.option, [.value("")], text: "Not known yet")
          for value in values {
            html.element(
              .option, [.value(value)] + (typed == value ? [.selected] : []), text: AnswerWords.plain(value))
          }
        }
      }
    default:
      html.element(.div, [.styled("field")]) { html in
        html.element(.label, [.labelOf(id)], text: question.ask)
        html.element(
          .input, [.kind(.text), .id(id), .name(question.id), .value(typed), .noSuggestions] + wrong)
      }
    }
  }
}
