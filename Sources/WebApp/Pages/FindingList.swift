internal import AssessmentEngine
internal import DocumentWriting
internal import PolicyModel
internal import Questionnaire
internal import Reports

/// Results of rules, each with the questions that would change it.
struct FindingList {
  let view: ProjectView
  let results: [RuleResult]

  /// What needs attention first.
  static let order: [Outcome] = [.fail, .unknown, .accepted, .pass, .notYetDue, .notApplicable]

  static func words(_ outcome: Outcome) -> String { AnswerWords.plain(outcome.rawValue) }

  /// What fails or is not known, the gravest first.
  static func toMend(_ assessment: Assessment) -> [RuleResult] {
    guard assessment.isDecided else { return [] }
    return results(.fail, assessment) + results(.unknown, assessment)
  }

  /// Results of an outcome, the gravest first.
  static func results(_ outcome: Outcome, _ assessment: Assessment) -> [RuleResult] {
    assessment.results.enumerated().filter { $0.element.outcome == outcome }
      .sorted { ($0.element.rule.severity, $0.offset) < ($1.element.rule.severity, $1.offset) }.map(\.element)
  }

  func write(most: Int = .max, _ html: inout HTMLWriter) {
    html.element(.ul, [.styled("findings")]) { html in
      for result in results.prefix(most) { html.element(.li) { write(result, &$0) } }
    }
  }

  private func write(_ result: RuleResult, _ html: inout HTMLWriter) {
    html.element(.p) { html in
      html.element(
        .span, [Self.style(result)], text: "\(Self.words(result.outcome)), \(result.rule.severity.name)")
      html.text(" ")
      html.element(.a, [.link(view.explanation(of: result.rule.id))], text: result.rule.id)
      html.text(" \(result.rule.title)")
    }
    if result.outcome == .unknown {
      writeQuestions("Answer", result.unanswered.compactMap { view.state($0) }, &html)
    } else {
      if !result.causes.isEmpty { html.element(.p, [.styled("facts")], text: result.causes.inWords) }
      writeQuestions("Mend", result.causes.compactMap { view.question(ofField: $0.field) }, &html)
    }
    if !result.rule.clauses.isEmpty {
      html.element(.p, [.styled("facts")]) { html in
        html.text("Clauses: ")
        for (number, clause) in result.rule.clauses.enumerated() {
          if number > 0 { html.text(", ") }
          html.element(.a, [.link(view.explanation(of: clause))], text: clause)
        }
      }
    }
  }

  private func writeQuestions(_ verb: String, _ questions: [QuestionState], _ html: inout HTMLWriter) {
    var seen: Set<Int> = []
    let distinct = questions.filter { seen.insert($0.index).inserted }
    guard !distinct.isEmpty else { return }
    html.element(.p, [.styled("facts")]) { html in
      html.text("\(verb): ")
      for (number, state) in distinct.enumerated() {
        if number > 0 { html.text(", ") }
        html.element(
          .a, [.link(view.address(of: state.index)), .title(state.question.ask)], text: state.question.id)
      }
    }
  }

  static func style(_ result: RuleResult) -> HTMLAttribute {
    switch result.outcome {
    case .fail: result.rule.severity == .blocker ? .styled("label grave") : .styled("label serious")
    case .unknown: .styled("label doubt")
    case .accepted: .styled("label serious")
    case .pass: .styled("label good")
    case .notApplicable, .notYetDue: .styled("label plain")
    }
  }
}
