internal import CEL
internal import DocumentWriting
internal import PolicyModel
internal import Questionnaire

/// The entries of a list as rows of fields, called `KEY-N`: those that are there, and an empty one to add another.
struct EntryRows {
  let question: Question
  let keys: [RecordKey]
  let answer: AnswerInput
  let fields: AnswerFields

  private var prefix: String { "q-\(question.id)" }

  func write(_ html: inout HTMLWriter) {
    let entries = if case .entries(let entries) = answer { entries } else { [] as [[String: String]] }
    fields.group(&html) { html in
      for (number, entry) in entries.enumerated() { writeEntry(entry, number, isBlank: false, &html) }
      writeEntry([:], entries.count, isBlank: true, &html)
      if !answer.isOpen { writeOpen(&html) }
      fields.writeNone("There are none", &html)
    }
  }

  private func writeOpen(_ html: inout HTMLWriter) {
    html.element(.div, [.styled("choice apart")]) { html in
      html.element(
        .input, [.kind(.checkbox), .id("\(prefix)-open"), .name(AnswerForm.FieldName.open), .value("true")])
      html.element(.label, [.labelOf("\(prefix)-open")], text: "There may be more, not known yet")
    }
  }

  private func writeEntry(_ entry: [String: String], _ number: Int, isBlank: Bool, _ html: inout HTMLWriter) {
    html.element(.fieldset, [isBlank ? .styled("entry blank") : .styled("entry")]) { html in
      let says = entry.isEmpty ? ": there may be more, not known yet" : ""
      html.element(.legend, text: isBlank ? "Another entry" : "Entry \(number + 1)\(says)")
      html.element(.div, [.styled("cells")]) { html in
        for key in keys { write(key, entry[key.name] ?? "", number, &html) }
      }
      if !isBlank {
        html.element(.div, [.styled("actions")]) { html in
          html.element(
            .button,
            [.sends, .styled("slim"), .name(AnswerForm.FieldName.removed), .value(String(number))]
          ) { html in
            html.text("Remove")
            html.element(.span, [.styled("unseen")], text: " entry \(number + 1)")
          }
        }
      }
    }
  }

  private func write(_ key: RecordKey, _ text: String, _ number: Int, _ html: inout HTMLWriter) {
    let id = "\(prefix)-\(key.name)-\(number)"
    let name: [HTMLAttribute] = [.id(id), .name("\(key.name)-\(number)")]
    html.element(.div, [.styled("field")]) { html in
      html.element(.label, [.labelOf(id)], text: AnswerWords.capitalised(AnswerWords.plain(key.name)))
      switch key.type {
      case .boolean: select([("true", "Yes"), ("false", "No")], text, name, &html)
      case .choice(let values): select(values.map { ($0, AnswerWords.plain($0)) }, text, name, &html)
      case .date where text.isEmpty || CivilDate(text) != nil:
        html.element(.input, [.kind(.date)] + name + [.value(text)])
      case .date, .number, .text, .textList, .choiceList, .recordList:
        html.element(.input, [.kind(.text)] + name + [.value(text), .noSuggestions])
      }
    }
  }

  private func select(
    _ choices: [(value: String, label: String)], _ text: String, _ attributes: [HTMLAttribute],
    _ html: inout HTMLWriter
  ) {
    let isOther = !text.isEmpty && !choices.contains { $0.value == text }
    let all = [(value: "", label: "Not known yet")] + choices + (isOther ? [(text, "As written: \(text)")] : [])
    html.element(.select, attributes) { html in
      for choice in all {
        html.element(
          .option, [.value(choice.value)] + (choice.value == text ? [.selected] : []), text: choice.label)
      }
    }
  }
}
