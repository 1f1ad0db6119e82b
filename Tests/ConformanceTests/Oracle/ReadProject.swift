import LocatedYAML

/// A project's answers under field_rules.
struct ReadProject {
  enum Answer: Sendable, Equatable {
    case boolean(Bool)
    case number(Double)
    /// Cleaned; one that says nothing is the empty text.
    case text(String)
    case choice(String)
    case date(Int)
    /// Known items; empty texts are left out.
    case texts([String], isOpen: Bool)
    case choices([String], isOpen: Bool)
    /// A key that is unanswered or invalid is left out.
    case records([[String: Answer]], isOpen: Bool)
  }

  struct Evidence {
    let supports: [String]
    let file: String?
    let expiresOn: Int?
  }

  var answers: [String: Answer] = [:]
  /// What is no valid answer, by where it stands.
  var invalid: [String] = []
  var evidence: [Evidence] = []

  private let requirements: Requirements
  private let day: Int
  private var seen: Set<String> = []
  /// Fields that a dotted name and a nested one both answer.
  private var answeredTwice: Set<String> = []

  init(_ root: YAMLNode, requirements: Requirements, on day: Int) throws {
    self.requirements = requirements
    self.day = day
    for (name, value) in unrepeated(try root.pairs(), at: "") where !Self.otherKeys.contains(name) {
      read(value, named: name)
    }
    for name in answeredTwice { answers[name] = nil }
    evidence = try (root.value(forKey: "evidence")?.items ?? []).map { item in
      Evidence(
        supports: try item.texts("supports"), file: try item.value(forKey: "file")?.text(),
        expiresOn: try item.value(forKey: "expires_on").flatMap { Calendar.day(try $0.text()) })
    }
  }

  /// What may stand in a project description besides answers.
  private static let otherKeys: Set = ["answerable", "evidence", "marking"]

  /// The entries without those whose key is given twice, which are invalid, whichever is meant.
  private mutating func unrepeated(_ pairs: [(name: String, value: YAMLNode)], at place: String) -> [(
    name: String, value: YAMLNode
  )] {
    let repeated = Dictionary(grouping: pairs, by: \.name).filter { $0.value.count > 1 }.keys
    invalid += repeated.sorted().map { "\(place) \($0) twice" }
    return pairs.filter { !repeated.contains($0.name) }
  }

  private mutating func read(_ node: YAMLNode, named name: String) {
    if let field = requirements.fieldsByName[name] {
      guard seen.insert(name).inserted else {
        invalid.append(name + " twice")
        answeredTwice.insert(name)
        return
      }
      answers[name] = read(node, as: field.type, of: field, at: name)
    } else if requirements.groups.contains(name), let entries = node.entries {
      for (inner, value) in unrepeated(entries.map { ($0.name, $0.value) }, at: name) {
        read(value, named: name + "." + inner)
      }
    } else if requirements.groups.contains(name), let scalar = node.scalar,
      scalar.resolved == .null || Texts.folded(Texts.cleaned(scalar.text)) == "unknown"
    {
      return
    } else {
      invalid.append(name)
    }
  }

  private mutating func read(
    _ node: YAMLNode, as type: Requirements.FieldType, of field: Requirements.Field, at place: String
  ) -> Answer? {
    if isUnanswered(node) { return nil }
    switch type {
    case .list(let item): return readList(node, of: item, field: field, at: place)
    case .record: return refuse(place)
    case .boolean:
      guard case .bool(let value)? = node.scalar?.resolved else { return refuse(place) }
      return .boolean(value)
    case .number:
      guard let value = node.scalar?.number, value.isFinite, value >= field.minimum else { return refuse(place) }
      if field.unit == "%" && value > 100 { return refuse(place) }
      return .number(value)
    case .choice(let values):
      guard let text = node.scalar?.text, values.contains(text) else { return refuse(place) }
      return .choice(text)
    case .date:
      guard let date = node.scalar.flatMap({ Calendar.day($0.text) }), date >= requirements.earliestDay else {
        return refuse(place)
      }
      if date > day && !requirements.futureDates.contains(field.name) { return refuse(place) }
      return .date(date)
    case .text:
      guard let scalar = node.scalar else { return refuse(place) }
      let cleaned = Texts.cleaned(scalar.text)
      if requirements.hasLookalike(cleaned) { return refuse(place) }
      return .text(
        requirements.saysNothing(cleaned, isShort: requirements.shortTexts.contains(field.name)) ? "" : cleaned)
    }
  }

  private mutating func refuse(_ place: String) -> Answer? {
    invalid.append(place)
    return nil
  }

  /// A placeholder leaves a field of any type unanswered, even `pending`, which the questions on approvals offer.
  private func isUnanswered(_ node: YAMLNode) -> Bool {
    guard let scalar = node.scalar else { return false }
    if scalar.resolved == .null { return true }
    return requirements.isPlaceholder(Texts.cleaned(scalar.text))
  }

  private mutating func readList(
    _ node: YAMLNode, of item: Requirements.FieldType, field: Requirements.Field, at place: String
  ) -> Answer? {
    guard let items = node.items else { return refuse(place) }
    var isOpen = false
    var known: [Answer] = []
    var records: [[String: Answer]] = []
    for (index, node) in items.enumerated() {
      let place = "\(place)[\(index)]"
      if case .record(let keys) = item {
        if let record = readRecord(node, keys: keys, field: field, at: place) {
          records.append(record)
        } else {
          isOpen = true
        }
      } else if let answer = read(node, as: item, of: field, at: place) {
        known.append(answer)
      } else {
        isOpen = true
      }
    }
    switch item {
    case .record: return .records(records, isOpen: isOpen)
    case .choice:
      let choices = known.compactMap { if case .choice(let value) = $0 { value } else { nil } }
      if items.count > 1 && (choices.contains("none") || choices.contains("none_reasoned")) { return refuse(place) }
      return .choices(choices, isOpen: isOpen)
    default:
      let texts = known.compactMap { if case .text(let value) = $0, !value.isEmpty { value } else { nil } }
      return .texts(texts, isOpen: isOpen)
    }
  }

  private mutating func readRecord(
    _ node: YAMLNode, keys: [Requirements.RecordKey], field: Requirements.Field, at place: String
  ) -> [String: Answer]? {
    guard let entries = node.entries else {
      if !isUnanswered(node) { invalid.append(place) }
      return nil
    }
    var record: [String: Answer] = [:]
    for (name, value) in unrepeated(entries.map { ($0.name, $0.value) }, at: place) {
      let place = "\(place).\(name)"
      if let key = keys.first(where: { $0.name == name }) {
        record[key.name] = read(value, as: key.type, of: field, at: place)
      } else {
        invalid.append(place)
      }
    }
    return record
  }
}
