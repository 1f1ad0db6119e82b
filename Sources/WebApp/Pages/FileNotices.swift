internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting

/// What is wrong with the files of a project, with the place and the remedy.
struct FileNotices {
  let view: ProjectView

  func write(_ html: inout HTMLWriter) {
    html.element(.div, [.id("file")]) { html in
      if let obstacle = view.obstacle {
        html.element(.div, [.styled("notice grave-notice")]) { html in
          html.element(.p, [.styled("notice-title")], text: "This file can't be edited here now")
          html.element(.p, text: "\(view.file): \(obstacle). Mend it in an editor; nothing is written until then.")
        }
      }
      let errors = view.assessment.diagnostics.filter { $0.severity == .error }.condensed
      guard !errors.isEmpty else { return }
      html.element(.div, [.styled("notice grave-notice")]) { html in
        html.element(
          .p, [.styled("notice-title")],
          text: AnswerWords.count(errors.count, "thing is wrong with the file", "things are wrong with the file"))
        html.element(.p, text: "Nothing is approved while something is wrong.")
        html.element(.pre) { html in
          html.element(.code) { $0.lines(DiagnosticRenderer().render(errors)) }
        }
      }
    }
  }
}
