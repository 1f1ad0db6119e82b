internal import CEL
internal import DocumentWriting
internal import PolicyModel

extension ReferencePart {
  /// Every question with what an answer is, and who reads it, section by section.
  static let questions = ReferencePart { content in
    let schema = content.policies.schema
    return Section(
      "questions", "Questions by section",
      schema.sections.map { name in
        let indexes = schema.questions.indices.filter { schema.questions[$0].parts.first == name }
        let title = content.foundation.sectionTitles[name] ?? name
        let facts: Line = [
          .code(name), .text(", \(ReferenceContent.count(indexes.count, "question", "questions"))"),
        ]
        return .section(
          Section(
            content.anchors[.section, name] ?? "", title,
            [.facts(facts)] + indexes.map { .section(content.entry(schema.questions[$0], $0)) }))
      })
  }
}

extension ReferenceContent {
  fileprivate func entry(_ question: Question, _ index: Int) -> Section {
    let texts = linked([question.ask, question.why, question.goodAnswer])
    let readers = policies.readers[index]
    let fields: [Field?] = [
      texts[1].map { Field("Why", $0) },
      texts[2].map { Field("Good answer", $0) },
      Field("Answer", answer(question)),
      values(question),
      question.example.map { Field("Example", blocks: [.code($0.written)]) },
      question.knownBy.map { Field("Who knows", [.text($0)]) },
      readBy(question, readers),
    ]
    let first =
      readers.rules.isEmpty
      ? [Inline.label("no rule reads it", .doubt)] : [.text("first needed at \(readers.earliest.name)")]
    let scope = foundation.isScope(question.id) ? [Inline.text(", says what the system is")] : []
    return Section(
      entry: anchors[.question, question.id] ?? "", [.code(question.id)],
      [.lead(texts[0] ?? []), .facts(first + scope), .fields(fields.compactMap { $0 })])
  }

  private func answer(_ question: Question) -> Line {
    var words = question.type.kind
    switch question.type {
    case .number:
      if let unit = question.unit { words += " in \(unit)" }
      let least = Value.double(question.minimum).written
      words += question.unit == "%" ? ", \(least) to 100" : ", at least \(least)"
    case .date: words += question.allowsFuture ? ", which may lie ahead" : ", which does not lie ahead"
    default: if let unit = question.unit { words += " in \(unit)" }
    }
    return [.text(words)]
  }

  private func values(_ question: Question) -> Field? {
    switch question.type {
    case .choice(let values), .choiceList(let values): Field("Values", .joined(values.map { [.code($0)] }))
    case .recordList(let keys):
      Field(
        "Each entry has",
        blocks: [
          .list(
            keys.map { key in
              let values = key.type.values.map { [Inline.text(": ")] + .joined($0.map { [.code($0)] }) } ?? []
              return [.code(key.name), .text(", \(key.type.kind)")] + values
            })
        ])
    default: nil
    }
  }

  private func readBy(_ question: Question, _ readers: QuestionReaders) -> Field? {
    if readers.rules.isEmpty { return nil }
    return Field(
      "Read by",
      blocks: [
        .list(
          readers.rules.map { policies.rules[$0] }.map { rule in
            let role = rule.questions.contains(question.id) ? "" : ", to see whether it applies"
            return link(rule.title, .rule, rule.id) + [
              .text(" ("), .code(rule.id), .text(", \(rule.severity.name), \(rule.dueStages)\(role))"),
            ]
          })
      ])
  }
}

extension AnswerType {
  /// What kind of answer it is, in words without the values offered.
  fileprivate var kind: String {
    switch self {
    case .boolean: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .date: "a date"
    case .choice: "one of the values"
    case .textList: "a list of texts"
    case .choiceList: "a list of some of the values"
    case .recordList: "a list of entries"
    }
  }

  fileprivate var values: [String]? {
    switch self {
    case .choice(let values), .choiceList(let values): values
    default: nil
    }
  }
}
