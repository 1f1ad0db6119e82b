public import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel

/// What to answer next: each question with its words, what hangs on it, and how an answer is written.
public struct NextQuestionsReport {
  private let assessment: Assessment
  private let shown: [NextQuestion]

  /// - Parameter most: How many questions at most.
  public init(_ assessment: Assessment, most: Int) {
    self.assessment = assessment
    shown = Array(assessment.next.prefix(most))
  }

  /// For a person.
  public func text(_ options: ReportFormat.Options) -> String {
    var out = ReportLines(options)
    out.add("\(assessment.decisionInWords)  \(assessment.heading), \(assessment.date)")
    if shown.isEmpty { out.add("No question is open at this stage.") }
    for (number, next) in shown.enumerated() {
      let question = next.question
      out.append()
      out.append("\(number + 1). " + out.paint(question.id, .strong))
      let fields = [
        ("asks", question.ask), ("why", question.why), ("good", question.goodAnswer), ("known by", question.knownBy),
        ("answer", question.allowedAnswers), ("decides", rules(next)),
      ]
      for (label, text) in fields {
        guard let text else { continue }
        out.add(text, indent: 13, first: "   " + label + String(repeating: " ", count: 10 - label.utf8.count))
      }
      out.append("   in the file, for example:")
      for line in question.exampleLines { out.append("      " + DiagnosticRenderer.printable(line)) }
    }
    let left = assessment.next.count - shown.count
    if left > 0 {
      out.append()
      out.add("\(left) more \(left == 1 ? "question is" : "questions are") open: `--count 0` lists all.")
    }
    return out.lines.joined(separator: "\n") + "\n"
  }

  private func rules(_ next: NextQuestion) -> String {
    let rules = next.decides.compactMap { assessment.policies.rule($0) }.sorted { $0.severity < $1.severity }
    let named = rules.prefix(4).map { "\($0.title) (\($0.severity.name), \($0.id))" }.joined(separator: "; ")
    return named + (rules.count > 4 ? "; and \(rules.count - 4) more rules" : "")
  }

  /// For a program: all questions that are shown, the best first.
  public func json() -> [UInt8] {
    var out = JSONWriter(isIndented: true)
    out.object { out in
      out.member("schema", "answerable/next-1")
      out.member("date", assessment.date)
      out.key("project")
      out.object { out in
        out.member("file", assessment.project.document.file.name)
        if let stage = assessment.stage { out.member("stage", stage.name) }
      }
      out.member("decision", assessment.gate.decision.rawValue)
      out.member("open", assessment.next.count)
      out.key("questions")
      out.array { out in for next in shown { write(next, &out) } }
    }
    return out.bytes + [0x0A]
  }

  private func write(_ next: NextQuestion, _ out: inout JSONWriter) {
    let question = next.question
    out.object { out in
      out.member("field", question.id)
      out.member("asks", question.ask)
      if let why = question.why { out.member("why", why) }
      if let good = question.goodAnswer { out.member("good", good) }
      if let who = question.knownBy { out.member("knownBy", who) }
      out.member("answer", question.allowedAnswers)
      switch question.type {
      case .boolean: out.member("values", ["true", "false"])
      case .choice(let values), .choiceList(let values): out.member("values", values)
      case .number, .text, .date, .textList, .recordList: break
      }
      if let unit = question.unit { out.member("unit", unit) }
      out.member("decides", next.decides)
      out.member("example", question.exampleLines.joined(separator: "\n") + "\n")
    }
  }
}

extension Question {
  /// How its example stands in a project description; `unknown` where it has none.
  var exampleLines: [String] {
    let value = example.map { Self.value($0, type) } ?? .literal("unknown")
    let header = "answerable: project/1\n"
    guard var editor = try? YAMLEditor(Array(header.utf8)), (try? editor.set(value, at: YAMLPath(dotted: id))) != nil
    else { return [] }
    let text = String(decoding: editor.bytes.dropFirst(header.utf8.count), as: UTF8.self)
    return text.split(separator: "\n").map(String.init)
  }

  private static func value(_ example: AnswerExample, _ type: AnswerType) -> NewYAMLValue {
    switch example {
    case .scalar(let text):
      switch type {
      case .boolean, .number, .date: .literal(text)
      case .text, .choice, .textList, .choiceList, .recordList: .text(text)
      }
    case .list(let items): .list(items.map { value($0, type) })
    case .entry(let members):
      .mapping(
        members.map { member in
          let keys: [RecordKey] = if case .recordList(let keys) = type { keys } else { [] }
          let own = keys.first { $0.name == member.key }?.type ?? .text
          return NewYAMLValue.Member(member.key, value(member.value, own))
        })
    }
  }
}
