internal import CEL
internal import DocumentWriting
internal import PolicyModel
internal import Questionnaire

/// The fields that an answer is typed into, by the type of the question.
///
/// Ids begin with `q-QUESTION-`, so that what is wrong can be said beside the field, and a page that is loaded again has
/// the same ones.
struct AnswerFields {
  let question: Question
  let answer: AnswerInput
  /// The ids of what says more of the fields.
  let describedBy: [String]
  let isWrong: Bool

  private var prefix: String { "q-\(question.id)" }
  private typealias Name = AnswerForm.FieldName

  /// The id of the one field that the question labels; nil where several make the answer.
  var labelled: String? {
    switch question.type {
    case .number, .text, .date, .textList: "\(prefix)-value"
    case .boolean, .choice, .choiceList, .recordList: nil
    }
  }

  func write(_ html: inout HTMLWriter) {
    switch question.type {
    case .boolean: writeRadios([("true", "Yes"), ("false", "No")], beside: true, &html)
    case .choice(let values): writeRadios(values.map { ($0, AnswerWords.plain($0)) }, beside: false, &html)
    case .number: writeNumber(&html)
    case .date: writeDate(&html)
    case .text: writeArea(text, rows: rows(text, atLeast: 2), &html)
    case .textList:
      html.element(
        .p, [.styled("hint"), .id("\(prefix)-hint")], text: "One a line. A line `unknown` says that there may be more.")
      writeArea(items.map { AnswerForm.oneLine($0) }.joined(separator: "\n"), rows: min(12, items.count + 2), &html)
      writeNone("There are none", &html)
    case .choiceList(let values): writeCheckboxes(values, &html)
    case .recordList(let keys): EntryRows(question: question, keys: keys, answer: answer, fields: self).write(&html)
    }
  }

  // MARK: One value

  private var text: String { if case .text(let text) = answer { text } else { "" } }
  private var items: [String] { if case .items(let items) = answer { items } else { [] } }

  private var shared: [HTMLAttribute] {
    [.describedBy(describedBy)] + (isWrong ? [.invalid] : [])
  }

  private func writeRadios(_ choices: [(value: String, label: String)], beside: Bool, _ html: inout HTMLWriter) {
    // What is written and none of these is a choice too: otherwise it would be gone without anybody's doing.
    let isOther = !text.isEmpty && !choices.contains { $0.value == text }
    let other = isOther ? [(value: text, label: "As written: \(text)")] : []
    let all = choices + other + [(value: "unknown", label: "Not known yet")]
    let chosen = text.isEmpty ? "unknown" : text
    group(&html) { html in
      html.element(.div, [beside ? .styled("choices beside") : .styled("choices")]) { html in
        for (number, choice) in all.enumerated() {
          writeChoice(
            .radio, Name.value, choice.value, choice.label, id: "\(prefix)-value-\(number)",
            isChosen: choice.value == chosen, &html)
        }
      }
    }
  }

  private func writeNumber(_ html: inout HTMLWriter) {
    let unit = question.unit.map { " in \($0)" } ?? ""
    html.element(.p, [.styled("hint"), .id("\(prefix)-hint")], text: "A number\(unit). Leave it empty if not known.")
    html.element(.div) { html in
      html.element(
        .input,
        [
          .kind(.text), .styled("short"), .id("\(prefix)-value"), .name(Name.value), .value(text), .decimal,
          .noSuggestions,
        ]
          + shared)
      if let unit = question.unit { html.element(.span, [.styled("unit")], text: unit) }
    }
  }

  private func writeDate(_ html: inout HTMLWriter) {
    html.element(
      .p, [.styled("hint"), .id("\(prefix)-hint")], text: "A date such as 2026-03-01. Leave it empty if not known.")
    // A field for dates would hide what is written and is none.
    let isDate = text.isEmpty || CivilDate(text) != nil
    html.element(
      .input,
      [
        .kind(isDate ? .date : .text), .styled("short"), .id("\(prefix)-value"), .name(Name.value), .value(text),
        .noSuggestions,
      ] + shared)
  }

  private func writeArea(_ text: String, rows: Int, _ html: inout HTMLWriter) {
    html.element(.textarea, [.id("\(prefix)-value"), .name(Name.value), .rows(rows)] + shared) { $0.typed(text) }
  }

  private func rows(_ text: String, atLeast least: Int) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.utf8.count / 80 + 1 }
    return min(12, max(least, lines.reduce(0, +)))
  }

  // MARK: Several

  private func writeCheckboxes(_ values: [String], _ html: inout HTMLWriter) {
    let others = items.filter { !values.contains($0) && $0 != AnswerInput.openItem }
    group(&html) { html in
      html.element(.div, [.styled("choices")]) { html in
        let all =
          values.map { ($0, AnswerWords.plain($0)) } + others.map { ($0, "As written: \($0)") }
          + [(AnswerInput.openItem, "And perhaps others, not known yet")]
        for (number, choice) in all.enumerated() {
          writeChoice(
            .checkbox, Name.value, choice.0, choice.1, id: "\(prefix)-value-\(number)",
            isChosen: items.contains(choice.0), &html)
        }
      }
      if !values.contains("none") || answer == .items([]) { writeNone("None of these", &html) }
    }
  }

  /// A list with nothing in it is an answer: nobody knows yet is another one.
  func writeNone(_ label: String, _ html: inout HTMLWriter) {
    html.element(.div, [.styled("choice apart")]) { html in
      let isChosen = answer == .items([]) || answer == .entries([])
      html.element(
        .input,
        [.kind(.checkbox), .id("\(prefix)-none"), .name(Name.none), .value("true")] + (isChosen ? [.checked] : []))
      html.element(.label, [.labelOf("\(prefix)-none")], text: label)
    }
  }

  private func writeChoice(
    _ kind: HTMLAttribute.InputKind, _ name: String, _ value: String, _ label: String, id: String, isChosen: Bool,
    _ html: inout HTMLWriter
  ) {
    html.element(.div, [.styled("choice")]) { html in
      html.element(
        .input, [.kind(kind), .id(id), .name(name), .value(value)] + (isChosen ? [.checked] : []))
      html.element(.label, [.labelOf(id)], text: label)
    }
  }

  /// Fields that the question names together.
  func group(_ html: inout HTMLWriter, content: (inout HTMLWriter) -> Void) {
    html.element(.fieldset, [.id("\(prefix)-fields")] + shared) { html in
      html.element(.legend, [.styled("unseen")], text: question.ask)
      content(&html)
    }
  }
}
