internal import Diagnostics
internal import DocumentWriting

/// Why a request was not answered as it was asked, for a person.
struct ProblemPage {
  let problem: Problem

  var bytes: [UInt8] {
    PageLayout(title: problem.title).bytes { html in
      html.element(.div, [.styled("title")]) { html in html.element(.h1, text: problem.title) }
      html.element(
        .p, [.styled("lead")], text: problem.detail.prefix(1).uppercased() + problem.detail.dropFirst() + ".")
      if !problem.diagnostics.isEmpty {
        html.element(.pre) { html in
          html.element(.code) { $0.lines(DiagnosticRenderer().render(problem.diagnostics)) }
        }
      }
      html.element(.p, text: problem.kind.meaning)
      html.typedFields(problem.typed)
      html.element(.p) { html in html.element(.a, [.link(.projects)], text: "To the projects") }
    }
  }
}
