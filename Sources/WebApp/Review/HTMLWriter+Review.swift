internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel
internal import Questionnaire

/// What the pages for reviewers have in common.
extension HTMLWriter {
  /// A form of a page, with what makes it one of ours and one of this version.
  mutating func form(to path: SitePath, _ visit: ReviewVisit, content: (inout HTMLWriter) -> Void) {
    element(.form, HTMLAttribute.sent(to: path)) { html in
      html.hidden("token", visit.view.token)
      html.hidden("file", visit.file)
      html.hidden("project", visit.versions.project)
      html.hidden("record", visit.versions.record)
      content(&html)
    }
  }

  mutating func hidden(_ name: String, _ value: String) {
    element(.input, [.kind(.hidden), .name(name), .value(value)])
  }

  mutating func actions(_ content: (inout HTMLWriter) -> Void) {
    element(.div, [.styled("actions")], content: content)
  }

  /// A link that looks like a button. Who only hears it is told what it is of.
  mutating func button(_ path: SitePath, _ text: String, of subject: String) {
    element(.a, [.styled("button"), .link(path)]) { html in
      html.text(text)
      html.element(.span, [.styled("unseen")], text: " (\(subject))")
    }
  }

  /// A message, in which names stand between backquotes, with a capital in front and a full stop.
  mutating func message(_ text: String) { withNames(AnswerWords.sentence(text)) }

  /// A text in which names stand between backquotes.
  mutating func withNames(_ text: String) {
    for (number, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if number.isMultiple(of: 2) { self.text(String(part)) } else { element(.code, text: String(part)) }
    }
  }

  mutating func digest(_ text: String) { element(.pre) { $0.element(.code, text: text) } }

  mutating func term(_ name: String, _ texts: [String]) {
    element(.div) { html in
      html.element(.dt, text: name)
      html.element(.dd) { html in
        if texts.count == 1 { return html.text(texts[0]) }
        for text in texts { html.element(.p, text: text) }
      }
    }
  }

  /// What somebody typed into a form that is not there any more.
  mutating func typedFields(_ fields: [FormField]) {
    guard !fields.isEmpty else { return }
    element(.section) { html in
      html.element(.h2, text: "What you typed")
      html.element(.dl) { html in
        for field in fields {
          html.element(.div) { html in
            html.element(.dt, text: field.name)
            html.element(.dd) { html in html.element(.pre) { $0.lines(field.value) } }
          }
        }
      }
    }
  }

  mutating func diagnostics(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    element(.pre) { $0.lines(DiagnosticRenderer().render(diagnostics)) }
  }

  /// A rule's id, which leads to its explanation.
  mutating func rule(_ id: String, _ visit: ReviewVisit) {
    guard visit.assessment.policies.ruleIndex(id) != nil else { return element(.code, text: id) }
    element(.a, [.link(visit.explanation(of: id))]) { $0.element(.code, text: id) }
  }

  /// What an entry is about.
  mutating func subject(_ entry: ReviewEntry, _ visit: ReviewVisit) {
    if let field = entry.field, let state = visit.view.question(ofField: field) {
      element(.a, [.link(visit.view.address(of: state.index))]) { $0.element(.code, text: field) }
    } else if entry.subject.isEmpty {
      text("nothing")
    } else {
      rule(entry.subject, visit)
    }
  }

  mutating func outcome(_ outcome: Outcome, _ severity: Severity) {
    let attributes: [HTMLAttribute] =
      switch outcome {
      case .fail: [.styled("label grave")]
      case .unknown: [.styled("label doubt")]
      case .pass: [.styled("label good")]
      case .accepted, .notApplicable, .notYetDue: [.styled("label plain")]
      }
    element(.span, attributes, text: outcome.words)
    element(.span, text: severity.name)
  }

  func date(_ day: Int) -> String { CivilDate(day: day).description }

  /// Says that a form was made from other versions, and that nothing of it is lost.
  mutating func conflict(from shown: ReviewVisit.Versions, to present: ReviewVisit.Versions) {
    element(.div, [.styled("notice serious-notice"), .role("alert"), .id("conflict")]) { html in
      let both = shown.project != present.project && shown.record != present.record
      let what = both ? "The project and its record" : shown.project != present.project ? "The project" : "The record"
      html.element(
        .p, [.styled("notice-title")], text: "\(what) changed since this page was shown")
      html.element(
        .p,
        text: "Nothing was written, and nothing is lost: what others wrote stays, and what you typed is below. Look at "
          + "what there is now before you enter it.")
      html.element(.dl) { html in
        html.versions("Project", shown.project, present.project)
        html.versions("Record", shown.record, present.record)
      }
    }
  }

  private mutating func versions(_ name: String, _ shown: String, _ present: String) {
    term(name, shown == present ? ["unchanged: \(present)"] : ["when you saw it: \(shown)", "now: \(present)"])
  }

  mutating func nothingIsSigned() {
    element(
      .p, [.styled("facts")],
      text: "Nothing is signed by this: the record is as trustworthy as whoever can write to it.")
  }
}

extension Outcome {
  /// `not applicable`.
  var words: String { rawValue.split(separator: "_").joined(separator: " ") }
}
