internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel
internal import Questionnaire
internal import Reports

/// The gate, what it follows from, and how many rules stand how: beside the questions, and on top of the overview.
struct AssessmentAside {
  let view: ProjectView

  private var assessment: Assessment { view.assessment }

  /// Findings that are shown beside questions; the overview has all.
  private static let mostFindings = 8

  func write(_ html: inout HTMLWriter) {
    html.element(.aside, [.id("assessment"), .styled("beside-it"), .label("The assessment now")]) { html in
      html.element(.h2, text: "The assessment now")
      writeGate(reasons: false, &html)
      writeCounts(&html)
      writeNext(&html)
      let findings = FindingList(view: view, results: FindingList.toMend(assessment))
      if !findings.results.isEmpty {
        html.element(.h3, text: "To mend or to settle")
        findings.write(most: Self.mostFindings, &html)
        if findings.results.count > Self.mostFindings {
          html.element(.p) { html in
            html.element(
              .a, [.link(.project(view.file, at: "findings"))], text: "All \(findings.results.count) on the overview")
          }
        }
      }
    }
  }

  /// The decision, always with its stage, and what it follows from.
  func writeGate(reasons: Bool, _ html: inout HTMLWriter) {
    html.element(.div, [.id("gate"), style]) { html in
      html.element(.p, [.styled("notice-title")], text: assessment.decisionInWords)
      for reason in assessment.reasonInWords { html.element(.p, text: AnswerWords.sentence(reason)) }
      for group in assessment.groupedReasons {
        html.element(.p) { html in
          html.element(.strong, text: AnswerWords.capitalised(group.label))
          if !reasons {
            html.text(": ")
            writeRules(group.ids, &html)
          }
        }
        if reasons { writeTitles(group.ids, &html) }
      }
    }
  }

  private static let mostRules = 12

  /// The rules with their titles; where there are many, most of them folded.
  private func writeTitles(_ ids: [String], _ html: inout HTMLWriter) {
    let shown = ids.count > Self.mostRules ? Self.mostRules / 2 : ids.count
    writeList(ids.prefix(shown), &html)
    guard shown < ids.count else { return }
    html.element(.details) { html in
      html.element(.summary, text: "\(ids.count - shown) more")
      writeList(ids.dropFirst(shown), &html)
    }
  }

  private func writeList(_ ids: ArraySlice<String>, _ html: inout HTMLWriter) {
    html.element(.ul) { html in
      for id in ids {
        html.element(.li) { html in
          html.text((view.policies.rule(id)?.title ?? "") + " (")
          html.element(.a, [.link(view.explanation(of: id))], text: id)
          html.text(")")
        }
      }
    }
  }

  private func writeRules(_ ids: [String], _ html: inout HTMLWriter) {
    for (number, id) in ids.prefix(Self.mostRules).enumerated() {
      if number > 0 { html.text(", ") }
      html.element(
        .a, [.link(view.explanation(of: id)), .title(view.policies.rule(id)?.title ?? id)], text: id)
    }
    if ids.count > Self.mostRules { html.text(" and \(ids.count - Self.mostRules) more") }
  }

  private var style: HTMLAttribute {
    guard assessment.isDecided else { return .styled("notice grave-notice") }
    return switch assessment.gate.decision {
    case .stop: .styled("notice grave-notice")
    case .hold: .styled("notice doubt-notice")
    case .conditional: .styled("notice serious-notice")
    case .proceed: .styled("notice good-notice")
    }
  }

  func writeCounts(_ html: inout HTMLWriter) {
    guard assessment.isDecided else { return }
    let counts = assessment.summary
    html.element(.ul, [.styled("counts"), .label("Rules by outcome")]) { html in
      for outcome in FindingList.order where counts[outcome] > 0 {
        html.element(.li) { html in
          html.element(.strong, text: String(counts[outcome]))
          html.text(" \(FindingList.words(outcome))")
        }
      }
    }
  }

  private func writeNext(_ html: inout HTMLWriter) {
    guard let next = view.overview.next.first else { return }
    html.element(.p) { html in
      html.element(.strong, text: "Best to answer next: ")
      html.element(.a, [.link(view.address(of: next.index))], text: next.question.ask)
    }
  }
}
