internal import CEL
internal import Diagnostics
internal import LocatedYAML
internal import UnicodeText

/// Reads one answer: its type, its cleaning, its range (`answer_rules` of the foundation).
struct AnswerReader {
  private let reading: AnswerReading
  private let file: SourceFile
  private let day: Int
  private(set) var diagnostics: [Diagnostic] = []
  /// The questions with an invalid answer, or an invalid part of one.
  private(set) var invalid: Set<Int> = []

  init(_ reading: AnswerReading, _ file: SourceFile, on day: Int) {
    self.reading = reading
    self.file = file
    self.day = day
  }

  /// Bytes of a text: far more than anybody reads.
  private static let longestText = 32_768
  /// As many digits as tell any two decimal numbers of 64 bits apart.
  private static let mostDigits = 17

  /// What became of one scalar, or of one item of a list.
  private enum Reading {
    case value(Value)
    case unanswered
    case invalid
  }

  private func location(_ node: YAMLNode) -> Location { Location(file: file, range: node.range) }

  /// Nothing, `~`, `null` or the word `unknown`.
  func isUnanswered(_ node: YAMLNode) -> Bool {
    guard let scalar = node.scalar, scalar.text.utf8.count <= Self.longestText else { return false }
    if scalar.isNull { return true }
    return reading.placeholders.kind(of: scalar.text) == .unknown
  }

  /// The answer to a question.
  mutating func read(
    _ node: YAMLNode, _ question: Question, _ index: Int, _ entryType: ObjectType?, at path: AttributePath
  ) -> Answer {
    let none = Answer(value: nil, node: node, items: [])
    if leavesUnanswered(node, question.id) { return none }
    switch question.type {
    case .boolean, .number, .text, .date, .choice:
      switch readScalar(node, question.type, question) {
      case .value(let value): return Answer(value: value, node: node, items: [])
      case .unanswered: return none
      case .invalid:
        invalid.insert(index)
        return none
      }
    case .textList, .choiceList, .recordList:
      guard let items = node.items else {
        report(
          Messages.wrongType(
            expected: question.type, found: node.described, remedy: listRemedy(node), at: location(node)), index)
        return none
      }
      return readList(items, node, question, index, entryType, path)
    }
  }

  private mutating func report(_ diagnostic: Diagnostic, _ index: Int) {
    diagnostics.append(diagnostic)
    invalid.insert(index)
  }

  private func listRemedy(_ node: YAMLNode) -> String? {
    guard let scalar = node.scalar else { return nil }
    guard scalar.text.utf8.count <= Self.longestText else { return nil }
    if reading.cleaning.isNone(CleanedText.clean(scalar.text)) { return "write `[]` for none" }
    return "write `[\(scalar.shortened)]`, or one item a line behind `- `"
  }

  /// No answer, or a word that stands in for one; the latter with a warning.
  private mutating func leavesUnanswered(_ node: YAMLNode, _ field: @autoclosure () -> String) -> Bool {
    guard let scalar = node.scalar else { return false }
    if scalar.isNull { return true }
    guard scalar.text.utf8.count <= Self.longestText else { return false }
    switch reading.placeholders.kind(of: scalar.text) {
    case nil: return false
    case .unknown: return true
    case .placeholder:
      diagnostics.append(Messages.placeholder(scalar.shortened, field: field(), at: location(node)))
      return true
    }
  }

  /// A list that is wrong in every item needs no suggestion for each.
  private func suggestions(for name: String, _ candidates: [String]) -> [String] {
    diagnostics.count < 200 ? Suggestions.near(name, in: candidates) : []
  }

  // MARK: Scalars

  private mutating func readScalar(_ node: YAMLNode, _ type: AnswerType, _ question: Question) -> Reading {
    guard let scalar = node.scalar else {
      diagnostics.append(Messages.wrongType(expected: type, found: node.described, remedy: nil, at: location(node)))
      return .invalid
    }
    let reading =
      switch type {
      case .boolean: readBoolean(scalar, node)
      case .number: readNumber(scalar, node, question)
      case .date: readDate(scalar, node, question)
      case .choice(let values): readChoice(scalar, node, values)
      default: readText(scalar, node, isShort: question.isShort)
      }
    // The tag is reported already; what it stands at is no answer, even where the text would be one.
    return scalar.isMistagged ? .invalid : reading
  }

  private mutating func readBoolean(_ scalar: YAMLScalar, _ node: YAMLNode) -> Reading {
    if case .bool(let flag) = scalar.resolved { return .value(.bool(flag)) }
    let words = [
      "yes": "true", "on": "true", "y": "true", "true": "true", "no": "false", "off": "false", "n": "false",
      "false": "false",
    ]
    if let replacement = words[scalar.text.lowercased()] {
      diagnostics.append(
        Messages.booleanWord(scalar.text, replacement, isQuoted: scalar.style != .plain, at: location(node)))
    } else {
      diagnostics.append(
        Messages.wrongType(expected: .boolean, found: node.described, remedy: nil, at: location(node)))
    }
    return .invalid
  }

  private mutating func readNumber(_ scalar: YAMLScalar, _ node: YAMLNode, _ question: Question) -> Reading {
    let number: Double
    switch scalar.resolved {
    case .int(let value): number = Double(value)
    case .double(let value) where value.isFinite: number = value
    case .double:
      diagnostics.append(Messages.notFinite(scalar.text, at: location(node)))
      return .invalid
    case .text(let text):
      if let plain = NumberSpelling.plain(text, unit: question.unit) {
        let isQuoted = plain == text && scalar.style != .plain
        diagnostics.append(
          Messages.wrongType(
            expected: .number, found: node.described,
            remedy: isQuoted
              ? "write it without quotes"
              : "write only digits: `\(plain)`"
                + (question.unit.map { "; the unit is \($0)" } ?? ""), replacement: plain,
            at: location(node)))
        return .invalid
      }
      fallthrough
    default:
      diagnostics.append(
        Messages.wrongType(
          expected: .number, found: node.described,
          remedy: question.unit.map { "write only the number; the unit is \($0)" }, at: location(node)))
      return .invalid
    }
    guard NumberSpelling.digits(scalar.text) <= Self.mostDigits else {
      let range = "at most \(Self.mostDigits) digits, as others would be rounded away"
      diagnostics.append(Messages.numberOutOfRange(scalar.shortened, range: range, at: location(node)))
      return .invalid
    }
    guard number >= question.minimum, number <= question.maximum else {
      let range = question.unit == "%" ? "0 to 100" : "at least \(Value.double(question.minimum).written)"
      diagnostics.append(Messages.numberOutOfRange(scalar.shortened, range: range, at: location(node)))
      return .invalid
    }
    return .value(.double(number))
  }

  private mutating func readDate(_ scalar: YAMLScalar, _ node: YAMLNode, _ question: Question) -> Reading {
    guard let date = CivilDate(scalar.text), let moment = Timestamp(day: date.day) else {
      diagnostics.append(Messages.wrongType(expected: .date, found: node.described, remedy: nil, at: location(node)))
      return .invalid
    }
    if date.day < reading.rules.earliestDay {
      let earliest = CivilDate(day: reading.rules.earliestDay).description
      diagnostics.append(Messages.dateTooEarly(scalar.text, earliest: earliest, at: location(node)))
      return .invalid
    }
    if date.day > day, !question.allowsFuture {
      let assessment = CivilDate(day: day).description
      diagnostics.append(Messages.dateInFuture(scalar.text, assessment: assessment, at: location(node)))
      return .invalid
    }
    return .value(.timestamp(moment))
  }

  private mutating func readChoice(_ scalar: YAMLScalar, _ node: YAMLNode, _ values: [String]) -> Reading {
    if values.contains(scalar.text) { return .value(.string(scalar.text)) }
    let near = suggestions(for: scalar.text, values)
    diagnostics.append(Messages.notOneOf(scalar.text, values, near: near, at: location(node)))
    return .invalid
  }

  private mutating func readText(_ scalar: YAMLScalar, _ node: YAMLNode, isShort: Bool) -> Reading {
    guard scalar.text.utf8.count <= Self.longestText else {
      diagnostics.append(Messages.tooLong(most: Self.longestText, at: location(node)))
      return .invalid
    }
    switch reading.cleaning.clean(scalar.text, isShort: isShort) {
    case .text(let text): return .value(.string(text))
    case .lookalike(let word):
      diagnostics.append(Messages.lookalike(word, at: location(node)))
      return .invalid
    }
  }

  // MARK: Lists

  private mutating func readList(
    _ nodes: [YAMLNode], _ node: YAMLNode, _ question: Question, _ index: Int, _ entryType: ObjectType?,
    _ path: AttributePath
  ) -> Answer {
    guard nodes.count <= Answer.mostItems else {
      report(Messages.tooManyItems(nodes.count, most: Answer.mostItems, at: location(node)), index)
      return Answer(value: nil, node: node, items: [])
    }
    var values: [Value] = []
    var kept: [(node: YAMLNode, position: Int)] = []
    values.reserveCapacity(nodes.count)
    kept.reserveCapacity(nodes.count)
    var isOpen = false
    var seen: Set<String> = []
    for (position, item) in nodes.enumerated() {
      let reading = readItem(item, question, index, entryType, path, values.count)
      guard case .value(let value) = reading else {
        isOpen = true
        continue
      }
      if case .textList = question.type, case .string(let text) = value {
        if text.isEmpty { continue }
        if nodes.count > 1, !seen.insert(CleanedText.words(text).joined(separator: " ")).inserted { continue }
      }
      values.append(value)
      kept.append((item, position))
    }
    if case .choiceList = question.type, nodes.count > 1,
      let none = kept.first(where: { ["none", "none_reasoned"].contains($0.node.scalar?.text) })
    {
      report(Messages.noneBesideOthers(none.node.scalar?.text ?? "none", at: location(none.node)), index)
      return Answer(value: nil, node: node, items: [])
    }
    let list = ListValue(values, openness: isOpen ? UnknownSet(path) : nil)
    return Answer(value: .list(list), node: node, items: kept)
  }

  private mutating func readItem(
    _ item: YAMLNode, _ question: Question, _ index: Int, _ entryType: ObjectType?, _ list: AttributePath, _ place: Int
  ) -> Reading {
    if leavesUnanswered(item, question.id) { return .unanswered }
    let reading: Reading
    switch question.type {
    case .choiceList(let values): reading = readScalar(item, .choice(values), question)
    case .recordList(let keys):
      guard let entryType else { return .unanswered }
      return readRecord(item, keys, question, index, entryType, list.index(place))
    default: reading = readScalar(item, .text, question)
    }
    if case .invalid = reading { invalid.insert(index) }
    return reading
  }

  private mutating func readRecord(
    _ item: YAMLNode, _ keys: [RecordKey], _ question: Question, _ index: Int, _ type: ObjectType, _ path: AttributePath
  ) -> Reading {
    guard let entries = item.entries else {
      report(
        Messages.wrongKind(
          expected: "an entry of `\(question.id)`", found: item.described,
          remedy: "write each entry as `- \(keys.first?.name ?? "name"): …` with its other keys below",
          at: location(item)), index)
      return .invalid
    }
    var fields = [Value?](repeating: nil, count: keys.count)
    var timesSeen = [Int](repeating: 0, count: keys.count)
    for entry in entries {
      guard let slot = keys.firstIndex(where: { $0.name == entry.name }) else {
        if entry.name == "<<" {
          report(Messages.mergeKey(at: location(entry.key)), index)
          continue
        }
        let near = suggestions(for: entry.name, keys.map(\.name))
        report(
          Messages.unknownField(entry.name, section: question.id, near: near, at: location(entry.key)), index)
        continue
      }
      timesSeen[slot] += 1
      if leavesUnanswered(entry.value, "\(question.id).\(entry.name)") { continue }
      switch readScalar(entry.value, keys[slot].type, question) {
      case .value(let value): fields[slot] = value
      case .unanswered: break
      case .invalid: invalid.insert(index)
      }
    }
    let known = keys.enumerated().map { slot, key in
      (timesSeen[slot] > 1 ? nil : fields[slot]) ?? .unknown(UnknownSet(path.field(key.name)))
    }
    return .value(.record(RecordValue(type: type, fields: known)))
  }
}
