internal import PolicyModel
internal import Questionnaire

/// An answer as somebody typed it into the fields of a question's form.
struct AnswerForm {
  let input: AnswerInput
  /// Why the fields together are no answer; nil where they are one.
  let contradiction: String?

  /// Entries that a form is read for; the reader of projects says where there are too many.
  private static let mostEntries = 1000

  /// The names of fields beside `value` and those of the keys of entries.
  enum FieldName {
    static let value = "value"
    /// The choice of a list that says that there is nothing to list.
    static let none = "none"
    /// The number of the entry to leave out.
    static let removed = "remove"
    /// The choice of a list of entries that says that there may be more.
    static let open = "open"
  }

  /// - Parameter present: What the project says: an item that was only folded to one line stays as it was written.
  init(_ form: SubmittedForm, to question: Question, over present: AnswerInput) {
    let hasNone = form[FieldName.none] != nil
    switch question.type {
    case .boolean, .number, .text, .date, .choice:
      let text = Self.lines(form[FieldName.value] ?? "")
      let isPlain = question.type != .text
      self.init(Self.answer(isPlain ? text.trimmed : text), nil)
    case .textList:
      let typed = Self.lines(form[FieldName.value] ?? "").split(separator: "\n").map(\.trimmed)
      self.init(items: Self.restored(typed.filter { !$0.isEmpty }, present), hasNone)
    case .choiceList:
      self.init(items: form.all(FieldName.value).filter { !$0.isEmpty }, hasNone)
    case .recordList(let keys):
      let removed = form[FieldName.removed].flatMap { Int($0) }
      var entries: [[String: String]] = []
      for number in 0..<Self.mostEntries where number != removed {
        let fields = keys.map { ($0.name, form["\($0.name)-\(number)"]) }
        if fields.allSatisfy({ $0.1 == nil }) {
          if number > (removed ?? 0) { break }
          continue
        }
        let given = fields.compactMap { name, value in value.map { (name, Self.lines($0).trimmed) } }
        let entry = Dictionary(given.filter { !$0.1.isEmpty }) { first, _ in first }
        // A row without anything in it is the one to add another, unless the list says there that it is open.
        if !entry.isEmpty || Self.isOpen(present, at: number) { entries.append(entry) }
      }
      if form[FieldName.open] != nil { entries.append([:]) }
      let saysNothing = entries.allSatisfy(\.isEmpty) && present != .entries(entries)
      self.init(
        saysNothing ? (hasNone ? .entries([]) : .unanswered) : .entries(entries),
        hasNone && !entries.isEmpty ? Self.both : nil)
    }
  }

  private init(_ input: AnswerInput, _ contradiction: String?) {
    self.input = input
    self.contradiction = contradiction
  }

  private static func isOpen(_ present: AnswerInput, at index: Int) -> Bool {
    guard case .entries(let entries) = present, entries.indices.contains(index) else { return false }
    return entries[index].isEmpty
  }

  private init(items: [String], _ hasNone: Bool) {
    let saysNothing = items.allSatisfy { $0 == AnswerInput.openItem }
    self.init(
      saysNothing ? (hasNone ? .items([]) : .unanswered) : .items(items),
      hasNone && !items.isEmpty ? Self.both : nil)
  }

  private static let both = "it says that there are none, and lists some: leave out one of the two"

  private static func answer(_ text: String) -> AnswerInput {
    text.allSatisfy(\.isWhitespace) || text == "unknown" ? .unanswered : .text(text)
  }

  /// Browsers end lines with two characters.
  private static func lines(_ text: String) -> String {
    text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
  }

  /// An item on one line, as the form shows it.
  static func oneLine(_ item: String) -> String { item.split(whereSeparator: \.isNewline).joined(separator: " ") }

  private static func restored(_ items: [String], _ present: AnswerInput) -> [String] {
    guard case .items(let known) = present else { return items }
    var written: [String: String] = [:]
    for item in known { written[oneLine(item).trimmed] = item }
    return items.map { written[$0] ?? $0 }
  }
}
