public import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import LocatedYAML
public import PolicyModel

/// All there is to say about one rule or one question, for reading; with an assessment also how it stands there.
public struct ExplanationReport {
  private let policies: PolicySet
  private let assessment: Assessment?
  private let options: ReportFormat.Options
  private var out: ReportLines

  /// With an assessment, its packs are those explained.
  public init(_ policies: PolicySet, _ assessment: Assessment?, options: ReportFormat.Options = .init()) {
    self.policies = policies
    self.assessment = assessment
    self.options = options
    out = ReportLines(options, file: assessment?.project.document.file)
  }

  // MARK: Rules

  /// What the rule requires, why, when, what would show it, and how to mend a failure.
  public mutating func bytes(of rule: Rule) -> [UInt8] {
    out.append("\(out.paint(rule.id, .strong))  \(DiagnosticRenderer.printable(rule.title))")
    out.add("\(rule.severity.name), pack \(rule.pack), \(due(rule)); \(loosening(rule)).", indent: 2)
    field("requires", rule.requires)
    if let why = rule.why { field("why", why) }
    field("applies", "to \(rule.appliesTo)")
    field("clauses", policies.clauseTexts(rule))
    if !rule.grounds.isEmpty { field("ground", rule.grounds.map(\.rawValue).joined(separator: ", ")) }
    field("evidence", rule.evidence.joined(separator: "; "))
    field("to mend", rule.remedy)
    if let note = rule.note { field("note", note) }
    writeConditions(rule)
    writeParameters(rule)
    writeQuestions(rule)
    writeCrosswalk(rule)
    writeOutcome(rule)
    return finished()
  }

  private mutating func field(_ label: String, _ text: String) {
    guard !text.isEmpty else { return }
    out.add(text, indent: 13, first: "    " + label + String(repeating: " ", count: 9 - label.utf8.count))
  }

  private func due(_ rule: Rule) -> String {
    "due from \(rule.dueFrom.name)\(rule.dueUntil.map { " until \($0.name)" } ?? "")"
  }

  private func loosening(_ rule: Rule) -> String {
    let ranks = policies.foundation.reviewLimits.ranks
    let waiver =
      rule.waiver.map { "a failure may be accepted from rank \(ranks[$0]) up" } ?? "nobody may accept a failure"
    return waiver + (rule.allowsClaim ? ", and it may be claimed not to apply" : "")
  }

  private mutating func writeConditions(_ rule: Rule) {
    out.heading("Conditions")
    if let appliesWhen = rule.appliesWhen { write(appliesWhen, "applies when") }
    for tier in rule.tiers {
      write(tier.condition, "from \(tier.from.name)\(tier.until.map { " until \($0.name)" } ?? "")")
    }
  }

  private mutating func write(_ condition: Condition, _ label: String) {
    out.append("  \(label):")
    for line in condition.source.split(separator: "\n") where !line.allSatisfy({ $0 == " " }) {
      out.append("    " + DiagnosticRenderer.printable(String(line)))
    }
  }

  private mutating func writeParameters(_ rule: Rule) {
    let used = policies.foundation.parameters.filter { parameter in
      rule.tiers.contains {
        $0.condition.program.checked.constantsRead().contains { $0.description == "params.\(parameter.name)" }
      }
    }
    guard !used.isEmpty else { return }
    out.heading("Parameters")
    for parameter in used {
      let unit = parameter.unit.map { " \($0)" } ?? ""
      out.add(
        "\(parameter.name) is \(Value.double(parameter.value).written)\(unit): \(parameter.meaning)", indent: 4,
        first: "  ")
    }
  }

  private mutating func writeQuestions(_ rule: Rule) {
    out.heading("Questions")
    for id in rule.questions {
      guard let index = policies.schema.index(of: id) else { continue }
      out.add("\(id): \(policies.schema.questions[index].ask)", indent: 4, first: "  ")
    }
  }

  private mutating func writeCrosswalk(_ rule: Rule) {
    guard !rule.crosswalk.isEmpty else { return }
    out.heading("Related, not equal")
    out.add(rule.crosswalk.joined(separator: ", "), indent: 2)
  }

  private mutating func writeOutcome(_ rule: Rule) {
    guard let assessment, let index = policies.ruleIndex(rule.id) else { return }
    let result = assessment.results[index]
    let stage = assessment.stage.map { "\($0.name) gate" } ?? "stage unanswered"
    out.heading("In \(DiagnosticRenderer.printable(assessment.project.document.file.name)) on \(assessment.date)")
    let reason = result.notApplicable.map { " (\($0.rawValue))" } ?? ""
    out.add("\(result.outcome.rawValue)\(reason), \(stage)", indent: 2)
    if !result.unanswered.isEmpty { out.add("needs " + result.unanswered.joined(separator: ", "), indent: 4) }
    out.writeCauses(result.causes)
    if result.evidence.items > 0 {
      out.add("evidence: \(result.evidence.items), of which current: \(result.evidence.current)", indent: 4)
    } else if result.outcome == .pass {
      out.add("no evidence supports it", indent: 4)
    }
  }

  // MARK: Questions

  /// What is asked, what an answer looks like, and which rules hang on it.
  public mutating func bytes(of question: Question) -> [UInt8] {
    out.append(out.paint(question.id, .strong))
    field("asks", question.ask)
    if let why = question.why { field("why", why) }
    field("answer", answer(question))
    writeReaders(question)
    writeAnswer(question)
    return finished()
  }

  private func answer(_ question: Question) -> String {
    var text = question.type.described
    switch question.type {
    case .choiceList(let values): text += ", each one of " + values.map { "`\($0)`" }.joined(separator: ", ")
    case .recordList(let keys):
      text += " with " + keys.map { "`\($0.name)` (\($0.type.described))" }.joined(separator: ", ")
    case .number:
      if let unit = question.unit { text += " in \(unit)" }
      text += question.unit == "%" ? ", 0 to 100" : ", at least \(Value.double(question.minimum).written)"
    case .date where question.allowsFuture: text += ", which may lie ahead"
    default: break
    }
    return text + "; `unknown` leaves it open"
  }

  private mutating func writeReaders(_ question: Question) {
    guard let index = policies.schema.index(of: question.id) else { return }
    let rules = policies.readers[index].rules.map { policies.rules[$0] }
    guard !rules.isEmpty else { return }
    out.heading("Read by (\(rules.count))")
    for rule in rules.sorted(by: { $0.severity < $1.severity }) {
      let role = rule.questions.contains(question.id) ? "" : ", to see whether it applies"
      out.add("\(rule.severity.name) \(rule.id): \(rule.title) (\(due(rule))\(role))", indent: 6, first: "  ")
    }
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

  private mutating func finished() -> [UInt8] {
    defer { out.lines = [] }
    return Array((out.lines.joined(separator: "\n") + "\n").utf8)
  }
}
