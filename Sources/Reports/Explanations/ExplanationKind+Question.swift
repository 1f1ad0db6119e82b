internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

extension ExplanationKind {
  /// What is asked and why, what an answer looks like, who knows it, and which rules hang on it.
  static let question = ExplanationKind(names: { $0.policies.schema.questions.map(\.id) }) { name, report in
    guard let index = report.policies.schema.index(of: name) else { return }
    report.write(report.policies.schema.questions[index], index)
  }
}

extension ExplanationReport {
  fileprivate mutating func write(_ question: Question, _ index: Int) {
    title(question.id)
    field("asks", question.ask)
    field("why", question.why)
    field("answer", question.allowedAnswers)
    field("good", question.goodAnswer)
    field("example", question.example?.written)
    field("known by", question.knownBy)
    let readers = policies.readers[index].rules.map { policies.rules[$0] }
    list("Read by", readers) { rule in
      let role = rule.questions.contains(question.id) ? "" : ", to see whether it applies"
      return " (\(rule.dueStages)\(role))"
    }
    writeTerms(in: [question.ask, question.why, question.goodAnswer])
    writeAnswer(question)
  }

  private mutating func writeAnswer(_ question: Question) {
    guard let assessment, let answer = assessment.project.answer(question.id, in: policies.schema) else { return }
    out.heading("In \(DiagnosticRenderer.printable(assessment.project.document.file.name))")
    let place = assessment.location(of: question.id).map { " (\(out.place($0)))" } ?? ""
    let value = answer.value.map { $0.written.isEmpty ? "empty" : $0.written } ?? "unanswered"
    out.add("\(value)\(place)", indent: 2)
    let waiting = assessment.results.filter { $0.unanswered.contains(question.id) }.map(\.rule.id)
    if !waiting.isEmpty { out.add("undecided without it: " + waiting.joined(separator: ", "), indent: 2) }
  }
}
