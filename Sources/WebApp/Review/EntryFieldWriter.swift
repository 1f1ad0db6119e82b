internal import DocumentWriting
internal import Questionnaire

/// One field of the form of an entry.
struct EntryFieldWriter {
  let field: EntryField
  /// What somebody typed; nil where the form is new.
  let typed: String?
  /// What is wrong with it.
  let fault: String?
  let isOptional: Bool

  private var id: String { "field-\(field.key)" }
  private var value: String { typed ?? field.suggestion ?? "" }

  func write(_ html: inout HTMLWriter) {
    html.element(.div, [.styled("field")]) { html in
      html.element(.label, [.labelOf(id)], text: field.ask)
      html.element(.p, [.styled("hint"), .id("\(id)-hint")]) { html in
        html.element(.code, text: field.key)
        html.text(field.isDate ? " in the record, a date such as 2026-03-01" : " in the record")
      }
      if let fault {
        html.element(.p, [.styled("wrong"), .id("\(id)-fault")]) { $0.message(fault) }
      }
      writeControl(&html)
    }
  }

  private func writeControl(_ html: inout HTMLWriter) {
    var attributes: [HTMLAttribute] = [
      .id(id), .name(field.key), .noSuggestions,
      .describedBy((fault == nil ? [] : ["\(id)-fault"]) + ["\(id)-hint"]),
    ]
    if fault != nil { attributes.append(.invalid) }
    if field.isLong {
      html.element(.textarea, attributes + [.rows(4)]) { $0.typed(value) }
    } else if field.offers.isEmpty {
      // Not a field for dates: what was typed has to come back as it was typed.
      html.element(.input, attributes + [.kind(.text), .value(value)])
    } else {
      html.element(.select, attributes) { html in
        html.element(.option, [.value("")], text: isOptional ? "(signed at first)" : "(choose)")
        for offer in field.offers {
          html.element(
            .option, [.value(offer)] + (offer == value ? [.selected] : []),
            text: offer.split(separator: "_").joined(separator: " "))
        }
      }
    }
  }
}
