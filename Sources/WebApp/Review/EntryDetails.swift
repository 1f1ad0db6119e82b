internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel
internal import Questionnaire
internal import Reports

/// An entry of the record, and what it is worth.
struct EntryDetails {
  let visit: ReviewVisit
  let entry: ReviewEntry

  /// What the rule or the question that it is about says of itself.
  private var title: String {
    let policies = visit.assessment.policies
    return entry.rule.flatMap { policies.rule($0)?.title } ?? entry.field.flatMap { visit.view.state($0)?.question.ask }
      ?? entry.subject
  }

  func write(_ html: inout HTMLWriter) {
    html.element(.h3, text: "\(AnswerWords.capitalised(entry.whatInWords)): \(title)")
    html.element(.p, [.styled("state")]) { html in
      if entry.fault != nil {
        html.element(.span, [.styled("label grave")], text: "no effect")
      } else if visit.status.endsSoon(entry) {
        html.element(.span, [.styled("label serious")], text: "ends soon")
      } else {
        html.element(.span, [.styled("label good")], text: "in effect")
      }
      html.subject(entry, visit)
      html.element(.code, text: entry.name)
    }
    html.element(.dl) { html in
      if let fault = entry.fault { html.term("Because", [AnswerWords.sentence(fault)]) }
      html.term("Who", entry.people.isEmpty ? ["nobody"] : entry.people)
      if let reason = entry.reason { html.term("Why", [reason]) }
      if let begin = entry.begin { html.term("On", [html.date(begin)]) }
      if let until = visit.status.until(entry) { html.term("Until", [until]) }
      if let version = entry.version, version != visit.versions.project { html.term("Written for", [version]) }
    }
  }
}
