internal import PolicyModel

/// What is being typed for one question: a value on one line, or a list line by line. Nothing of it is saved before it
/// is complete.
struct AnswerEntry: Sendable {
  /// Why something is no answer, and what may have been meant.
  struct Fault {
    let message: String
    let replacement: String?
  }

  /// What became of a line.
  enum Step {
    case complete(AnswerInput)
    /// The list goes on.
    case more
    /// The answer stays as it is.
    case kept
    case wrong(String)
  }

  let question: Question
  let index: Int
  /// The answer that is there.
  let present: AnswerInput
  private(set) var items: [String] = []
  private(set) var entries: [[String: String]] = []
  /// How many of them, at the end, were typed now.
  private var added = 0
  /// The entry that is being typed, the place that it will have, and the key that is asked.
  private(set) var entry: [String: String] = [:]
  private(set) var place = 0
  private(set) var key = 0
  /// What an empty line stands for, after something close to it was typed.
  private(set) var suggestion: String?

  /// - Parameter typed: What was typed already, instead of the present answer.
  init(_ question: Question, _ index: Int, present: AnswerInput, typed: AnswerInput? = nil) {
    self.question = question
    self.index = index
    self.present = present
    switch typed ?? present {
    case .items(let items): self.items = items
    case .entries(let entries): self.entries = entries
    case .unanswered, .text: break
    }
    place = entries.count
  }

  /// The keys of the entries of a list.
  var keys: [RecordKey] {
    if case .recordList(let keys) = question.type { keys } else { [] }
  }

  /// The key that is asked; nil where no entries are.
  var askedKey: RecordKey? { keys.indices.contains(key) ? keys[key] : nil }

  /// Whether an empty line ends a list now.
  var endsWithNothing: Bool {
    switch question.type {
    case .textList: true
    case .recordList: key == 0 && place == entries.count
    default: false
    }
  }

  /// What can be chosen from now.
  var offers: [String] { Self.offers(askedKey?.type ?? question.type) }

  private static func offers(_ type: AnswerType) -> [String] {
    switch type {
    case .boolean: ["true", "false"]
    case .choice(let values), .choiceList(let values): values
    case .number, .text, .date, .textList, .recordList: []
    }
  }

  // MARK: Typing

  /// Takes a line without blanks at its ends. `check` says what is wrong with an answer.
  mutating func typed(_ line: String, check: (AnswerInput) -> Fault?) -> Step {
    if line.isEmpty, let suggestion {
      self.suggestion = nil
      return typed(suggestion, check: check)
    }
    suggestion = nil
    switch question.type {
    case .boolean, .number, .text, .date, .choice: return value(line, check)
    case .choiceList: return choices(line, check)
    case .textList: return item(line, check)
    case .recordList: return keyed(line, check)
    }
  }

  private mutating func value(_ line: String, _ check: (AnswerInput) -> Fault?) -> Step {
    if line.isEmpty { return nothing }
    if Self.isUnknown(line) { return .complete(.unanswered) }
    return finish(.text(offered(line)), check)
  }

  private mutating func choices(_ line: String, _ check: (AnswerInput) -> Fault?) -> Step {
    if line.isEmpty { return nothing }
    if Self.isUnknown(line) { return .complete(.unanswered) }
    let words = line.split { $0 == "," || $0.isWhitespace }.map(String.init)
    var chosen: [String] = []
    for word in words.map({ offered($0) }) where !chosen.contains(word) { chosen.append(word) }
    if chosen.isEmpty { return .wrong("give numbers or names, such as `1 2`") }
    if let fault = check(.items(chosen)) { return wrong(fault, takes: chosen.count == 1) }
    return .complete(.items(chosen))
  }

  private mutating func item(_ line: String, _ check: (AnswerInput) -> Fault?) -> Step {
    if line.isEmpty { return ended(.items(items), isEmpty: items.isEmpty) }
    if Self.isUnknown(line) { return unknownInList(isEmpty: items.isEmpty) }
    if let fault = check(.items(items + [line])) { return wrong(fault) }
    items.append(line)
    added += 1
    return .more
  }

  private mutating func keyed(_ line: String, _ check: (AnswerInput) -> Fault?) -> Step {
    guard let asked = askedKey else { return .kept }
    if line.isEmpty, endsWithNothing { return ended(.entries(entries), isEmpty: entries.isEmpty) }
    if !line.isEmpty {
      var next = entry
      next[asked.name] = Self.isUnknown(line) ? nil : offered(line)
      if let fault = check(.entries(entries(with: next))) { return wrong(fault) }
      entry = next
    }
    key += 1
    if key == keys.count {
      // An entry that says nothing is none.
      if entry.isEmpty, place < entries.count, !entries[place].isEmpty { removeEntry(place) }
      if !entry.isEmpty {
        if place == entries.count { added += 1 }
        entries = entries(with: entry)
      }
      begin(entries.count)
    }
    return .more
  }

  private func entries(with entry: [String: String]) -> [[String: String]] {
    var all = entries
    if place < all.count { all[place] = entry } else { all.append(entry) }
    return all
  }

  /// The entry of this place as it was before it was typed.
  private var presentEntry: [String: String] { place < entries.count ? entries[place] : [:] }

  private mutating func begin(_ place: Int) {
    self.place = place
    entry = presentEntry
    key = 0
  }

  private mutating func removeEntry(_ place: Int) {
    if place >= entries.count - added { added -= 1 }
    entries.remove(at: place)
  }

  private var nothing: Step {
    present == .unanswered ? .wrong("type an answer, or `:skip`; `?` says more") : .kept
  }

  private func ended(_ input: AnswerInput, isEmpty: Bool) -> Step {
    if input == present { return .kept }
    return isEmpty
      ? .wrong("nothing was typed yet: `:none` says that there is none, `:skip` goes on") : .complete(input)
  }

  private func unknownInList(isEmpty: Bool) -> Step {
    isEmpty ? .complete(.unanswered) : .wrong("`:unknown` leaves the whole list open, and what was typed goes")
  }

  private mutating func finish(_ input: AnswerInput, _ check: (AnswerInput) -> Fault?) -> Step {
    if let fault = check(input) { return wrong(fault) }
    return .complete(input)
  }

  private mutating func wrong(_ fault: Fault, takes: Bool = true) -> Step {
    guard takes, let replacement = fault.replacement else { return .wrong(fault.message) }
    suggestion = replacement
    return .wrong("\(fault.message) (Enter takes `\(replacement)`)")
  }

  /// A number stands for what is offered under it.
  private func offered(_ word: String) -> String {
    if offers.contains(word) { return word }
    if let number = Int(word), offers.indices.contains(number - 1) { return offers[number - 1] }
    return word
  }

  private static func isUnknown(_ line: String) -> Bool { line.lowercased() == "unknown" }

  // MARK: Changing what was typed

  /// A list as it was typed, with the entry that is half typed, where that is in no file yet.
  var unsaved: AnswerInput? {
    let typed: AnswerInput
    switch question.type {
    case .textList: typed = .items(items)
    case .recordList: typed = .entries(isHalfTyped ? entries(with: entry) : entries)
    case .boolean, .number, .text, .date, .choice, .choiceList: return nil
    }
    let isNothing = present == .unanswered && (typed == .items([]) || typed == .entries([]))
    return isNothing || typed == present ? nil : typed
  }

  /// Whether something of an entry was typed that is not ended yet.
  private var isHalfTyped: Bool { entry != presentEntry }

  /// Whether it is a list of entries that holds some.
  var hasEntries: Bool { !entries.isEmpty }

  /// Takes back what was typed last; false where there is nothing to take back.
  mutating func back() -> Bool {
    suggestion = nil
    switch question.type {
    case .textList where added > 0: items.removeLast()
    case .recordList where key > 0:
      key -= 1
      entry[keys[key].name] = presentEntry[keys[key].name]
      return true
    case .recordList where added > 0 && place == entries.count:
      entry = entries.removeLast()
      place = entries.count
      key = keys.count - 1
      entry[keys[key].name] = nil
    default: return false
    }
    added -= 1
    return true
  }

  /// Takes an item or entry out, counted from 1; says why not where it can't.
  mutating func drop(_ number: Int) -> String? {
    suggestion = nil
    switch question.type {
    case .textList where items.indices.contains(number - 1):
      if number > items.count - added { added -= 1 }
      items.remove(at: number - 1)
    case .recordList where entries.indices.contains(number - 1):
      if isHalfTyped { return Self.halfTyped }
      removeEntry(number - 1)
      begin(entries.count)
    case .textList, .recordList: return "there is no item \(number)"
    default: return "this is no list: type another answer to replace this one"
    }
    return nil
  }

  /// Asks an entry again; says why not where it can't.
  mutating func edit(_ number: Int) -> String? {
    suggestion = nil
    guard case .recordList = question.type else { return "only entries with keys can be changed: type another answer" }
    guard entries.indices.contains(number - 1) else { return "there is no entry \(number)" }
    if isHalfTyped { return Self.halfTyped }
    begin(number - 1)
    return nil
  }

  private static let halfTyped =
    "this entry is not ended yet: Enter goes on to its next key, and `:back` takes back what was typed of it"
}
