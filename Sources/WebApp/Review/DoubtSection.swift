internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel
internal import Questionnaire

/// Everything that can be doubted: rules and answers.
struct DoubtSection {
  let visit: ReviewVisit

  func write(_ html: inout HTMLWriter) {
    let results = visit.assessment.results.filter { $0.dispute == nil }
    let passes = results.filter { $0.outcome == .pass }
    let others = results.filter { $0.outcome != .pass }
    let answered = visit.view.overview.groups.map { group in
      (group.title, group.states.filter { if case .unanswered = $0.answer { false } else { true } })
    }
    html.element(.section, [.id("doubt")]) { html in
      html.element(.h2, text: "Doubt a pass or an answer")
      html.element(
        .p,
        text:
          "A dispute can only tighten: a rule in dispute does not pass, and an answer in dispute counts for nothing."
      )
      writeRules("Rules that pass (\(passes.count))", passes, &html)
      writeRules("Rules that may pass later (\(others.count))", others, &html)
      for (title, states) in answered where !states.isEmpty {
        fold("Answers: \(title) (\(states.count))", &html) { html in
          for state in states {
            html.element(.li) { html in
              html.element(.a, [.link(visit.view.address(of: state.index))], text: state.question.ask)
              html.text(" ")
              html.element(.code, text: state.question.id)
              html.text(" ")
              link(state.question.id, &html)
            }
          }
        }
      }
    }
  }

  private func writeRules(_ title: String, _ results: [RuleResult], _ html: inout HTMLWriter) {
    guard !results.isEmpty else { return }
    fold(title, &html) { html in
      for result in results {
        html.element(.li) { html in
          html.text("\(result.rule.title) ")
          html.rule(result.rule.id, visit)
          html.text(result.isDeclaredOnly ? ", without evidence " : " ")
          link(result.rule.id, &html)
        }
      }
    }
  }

  private func link(_ subject: String, _ html: inout HTMLWriter) {
    html.element(.a, [.link(.reviewForm(visit.file, .dispute, about: subject))]) { html in
      html.text("Doubt it")
      html.element(.span, [.styled("unseen")], text: " (\(subject))")
    }
  }

  private func fold(_ title: String, _ html: inout HTMLWriter, _ items: (inout HTMLWriter) -> Void) {
    html.element(.details, [.styled("fold")]) { html in
      html.element(.summary, text: title)
      html.element(.ul, content: items)
    }
  }
}
