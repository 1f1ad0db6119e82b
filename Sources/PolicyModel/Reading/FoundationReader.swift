internal import CEL
internal import Diagnostics
internal import LocatedYAML
internal import Sharing

/// Reads the parts of a foundation out of documents of the kind `foundation/1`.
struct FoundationReader {
  var foundation = Foundation()
  private(set) var diagnostics: [Diagnostic] = []
  private var instrument = Instrument()
  private var provisions = Provisions()
  private var glossary: [GlossaryTerm] = []
  private var severityMeanings: [Severity: String] = [:]
  private var declared: [String: Location] = [:]

  mutating func read(_ node: YAMLNode, in file: SourceFile) {
    var reader = MappingReader(node, in: file, as: .foundation)
    _ = reader.text("answerable")
    readIdentity(&reader)
    if reader.take("pack_order") != nil { foundation.packOrder = reader.texts("pack_order") }
    if let node = reader.take("instrument") { readInstrument(node, file) }
    for entry in reader.entries("clauses") { readClause(entry, file) }
    for entry in reader.entries("crosswalk_prefixes") { readPrefix(entry, file) }
    for entry in reader.entries("customary_equivalents") { readEquivalent(entry, file) }
    for entry in reader.entries("citations") { readCitation(entry, file) }
    for entry in reader.entries("glossary") { readTerm(entry, file) }
    for entry in reader.entries("sections") { foundation.sectionTitles[entry.name] = entry.value.scalar?.text }
    foundation.scopeNames += reader.texts("scope_questions")
    for entry in reader.entries("questions") { readQuestion(entry, file) }
    for entry in reader.entries("parameters") { readParameter(entry, file) }
    for entry in reader.entries("patterns") { readPattern(entry, file) }
    if let node = reader.take("answer_rules") { readAnswerRules(node, file) }
    _ = reader.items("stages")
    for entry in reader.entries("severities") { readSeverity(entry, file) }
    if reader.take("waiver_ranks") != nil { foundation.reviewLimits.ranks = reader.texts("waiver_ranks") }
    if let node = reader.take("review_limits") { readReviewLimits(node, file) }
    reader.finish()
    diagnostics += reader.diagnostics
  }

  /// All that was read.
  mutating func finish() -> Foundation {
    instrument.provisions = Deferred(Held(provisions))
    foundation.heldInstrument = Deferred(Held(instrument))
    foundation.heldGlossary = Deferred(Held(glossary))
    foundation.heldSeverityMeanings = Deferred(Held(Severity.allCases.map { severityMeanings[$0] ?? "" }))
    return foundation
  }

  /// All files of a foundation are of one version: nobody has read and approved a mixture of two.
  private mutating func readIdentity(_ reader: inout MappingReader) {
    let (id, version) = (reader.requiredText("id"), reader.requiredText("version"))
    for (key, old, new) in [("id", foundation.id, id), ("version", foundation.version, version)] {
      guard !old.isEmpty, old != new, let node = reader.take(key) else { continue }
      reader.report(Messages.mixedFoundation(key, new, other: old, at: reader.location(node)))
    }
    (foundation.id, foundation.version) = (id, version)
  }

  private mutating func isNew(_ kind: String, _ entry: YAMLEntry, _ file: SourceFile) -> Bool {
    let location = Location(file: file, range: entry.key.range)
    if let first = declared["\(kind) \(entry.name)"] {
      diagnostics.append(Messages.duplicate(kind, entry.name, at: location, first: first))
      return false
    }
    declared["\(kind) \(entry.name)"] = location
    return true
  }

  private mutating func readInstrument(_ node: YAMLNode, _ file: SourceFile) {
    var reader = MappingReader(node, in: file, as: .instrument)
    instrument.title = reader.requiredText("title")
    instrument.place = reader.requiredText("place")
    instrument.date = reader.requiredText("date")
    reader.finish()
    diagnostics += reader.diagnostics
  }

  private mutating func readClause(_ entry: YAMLEntry, _ file: SourceFile) {
    guard isNew("clause", entry, file) else { return }
    var reader = MappingReader(entry, in: file, as: .clause)
    instrument.clauses.append(
      Clause(
        id: entry.name, text: reader.requiredText("text"), asks: reader.text("asks"),
        obliges: reader.boolean("obliges") ?? true, reason: reader.text("reason"),
        location: Location(file: file, range: entry.key.range)))
    reader.finish()
    diagnostics += reader.diagnostics
  }

  private mutating func readSeverity(_ entry: YAMLEntry, _ file: SourceFile) {
    guard let severity = Severity(name: entry.name) else {
      let location = Location(file: file, range: entry.key.range)
      diagnostics.append(Messages.notOffered(entry.name, Severity.allCases.map(\.name), at: location))
      return
    }
    severityMeanings[severity] = entry.value.scalar?.text
  }

  private mutating func readPrefix(_ entry: YAMLEntry, _ file: SourceFile) {
    guard isNew("crosswalk prefix", entry, file) else { return }
    var reader = MappingReader(entry, in: file, as: .framework)
    let title = reader.requiredText("title")
    let ground = reader.choice("ground") { Ground(rawValue: $0) }
    instrument.frameworks.append(
      Framework(
        prefix: entry.name, title: title, ground: ground ?? .policy, standing: reader.text("standing"),
        note: reader.text("note"), location: Location(file: file, range: entry.key.range)))
    reader.finish()
    diagnostics += reader.diagnostics
  }

  private mutating func readEquivalent(_ entry: YAMLEntry, _ file: SourceFile) {
    provisions.customaryEquivalents[entry.name] = (entry.value.items ?? []).compactMap { item in
      if case .int(let number) = item.scalar?.resolved { return Int(number) }
      let location = Location(file: file, range: item.range)
      diagnostics.append(Messages.wrongKind(expected: "the number of a rule", found: item.described, at: location))
      return nil
    }
  }

  private mutating func readCitation(_ entry: YAMLEntry, _ file: SourceFile) {
    guard isNew("citation", entry, file) else { return }
    var reader = MappingReader(entry, in: file, as: .citation)
    let status = reader.choice("status") { $0 == "verified" }
    let basis = reader.choice("basis") { Citation.Basis(rawValue: $0) }
    provisions.citations[entry.name] = Citation(
      identifier: entry.name, title: reader.requiredText("title"), isVerified: status ?? false, basis: basis ?? .none,
      source: reader.text("source"), note: reader.text("note"), location: Location(file: file, range: entry.key.range))
    reader.finish()
    diagnostics += reader.diagnostics
  }

  private mutating func readTerm(_ entry: YAMLEntry, _ file: SourceFile) {
    guard isNew("term", entry, file) else { return }
    var reader = MappingReader(entry, in: file, as: .term)
    glossary.append(
      GlossaryTerm(
        term: entry.name, otherForms: reader.texts("also"), definition: reader.requiredText("definition"),
        source: reader.text("source"), location: Location(file: file, range: entry.key.range)))
    reader.finish()
    diagnostics += reader.diagnostics
  }

  /// Also used by packs that add questions.
  mutating func readQuestion(_ entry: YAMLEntry, _ file: SourceFile) {
    guard isNew("question", entry, file) else { return }
    var reader = MappingReader(entry, in: file, as: .question)
    let ask = reader.requiredText("ask")
    let type = AnswerTypeReader.read(&reader)
    let wording = QuestionWording(
      ask: ask, why: reader.text("why"), goodAnswer: reader.text("good_answer"), knownBy: reader.text("known_by"),
      example: reader.take("example").flatMap { AnswerExample($0) })
    let question = Question(
      id: entry.name, wording: Deferred(wording), type: type ?? .text, unit: reader.text("unit"),
      minimum: reader.number("minimum") ?? 0,
      allowsFuture: reader.boolean("future") ?? false, isShort: reader.boolean("short") ?? false,
      location: Location(file: file, range: entry.key.range))
    reader.finish()
    diagnostics += reader.diagnostics
    if type != nil { foundation.questions.append(question) }
  }

  /// Also used by packs, which have parameters of their own.
  mutating func readParameter(_ entry: YAMLEntry, _ file: SourceFile) {
    guard isNew("parameter", entry, file) else { return }
    var reader = MappingReader(entry, in: file, as: .parameter)
    let value = reader.number("value")
    let direction = reader.choice("tighten") {
      Parameter.Direction(rawValue: $0)
    }
    foundation.parameters.append(
      Parameter(
        name: entry.name, value: value ?? 0, unit: reader.text("unit"), meaning: reader.requiredText("meaning"),
        tighten: direction ?? .none, isAdjustable: reader.boolean("adjustable") ?? false,
        location: Location(file: file, range: entry.key.range)))
    reader.finish()
    diagnostics += reader.diagnostics
  }

  mutating func readPattern(_ entry: YAMLEntry, _ file: SourceFile) {
    guard isNew("pattern", entry, file) else { return }
    var reader = MappingReader(entry, in: file, as: .pattern)
    let meaning = reader.requiredText("meaning")
    let direction = reader.choice("tighten") {
      TextPattern.Direction(rawValue: $0)
    }
    let match = reader.regexes("match")
    let except = reader.regexes("except")
    reader.finish()
    diagnostics += reader.diagnostics
    foundation.patterns.append(
      TextPattern(
        name: entry.name, meaning: meaning, tighten: direction ?? .more, match: match, except: except,
        location: Location(file: file, range: entry.key.range)))
  }

  private mutating func readAnswerRules(_ node: YAMLNode, _ file: SourceFile) {
    var reader = MappingReader(node, in: file, as: .answerRules)
    if let value = reader.take("earliest_date"), let text = reader.text("earliest_date") {
      if let date = CivilDate(text) {
        foundation.answerRules.earliestDay = date.day
      } else {
        reader.report(Messages.badDate(text, at: reader.location(value)))
      }
    }
    foundation.answerRules.addWords(&reader)
    reader.finish()
    diagnostics += reader.diagnostics
  }

  private mutating func readReviewLimits(_ node: YAMLNode, _ file: SourceFile) {
    var reader = MappingReader(node, in: file, as: .reviewLimits)
    let ranks = foundation.reviewLimits.ranks
    foundation.reviewLimits.acceptanceDays = reader.integer("acceptance_days") ?? 0
    foundation.reviewLimits.claimReviewDays = reader.integer("na_review_days") ?? 0
    foundation.reviewLimits.minimumReasonWords = reader.integer("min_reason_words") ?? 0
    foundation.reviewLimits.mostAcceptedBlockers = reader.integer("max_accepted_blockers") ?? 0
    foundation.reviewLimits.mostAcceptedMajors = reader.integer("max_accepted_majors") ?? 0
    foundation.reviewLimits.claimRankWhereNever =
      reader.choice("claim_rank_where_never", among: ranks) { ranks.firstIndex(of: $0) } ?? 0
    foundation.reviewLimits.holderTypes = reader.texts("holder_types")
    foundation.reviewLimits.namePatterns = reader.texts("name_patterns")
    foundation.reviewLimits.differFrom = reader.texts("differ_from")
    reader.finish()
    diagnostics += reader.diagnostics
  }
}

/// Reads `type`, `values` and `record` of a question.
enum AnswerTypeReader {
  /// Types of a key of an entry.
  static let plainNames = ["boolean", "number", "text", "date", "enum"]

  static let names = plainNames + ["text_list", "enum_list", "record_list"]

  static func read(_ reader: inout MappingReader) -> AnswerType? {
    let values = reader.texts("values")
    let record = reader.entries("record")
    guard let type: AnswerType = reader.choice("type", { named($0, values) }) else { return nil }
    checkValues(of: type, values, &reader)
    guard case .recordList = type else {
      checkUnused("record", for: type, &reader)
      return type
    }
    if record.isEmpty { reportNothingOffered("record_list", "record: {name: {type: text}}", "record", &reader) }
    return .recordList(record.compactMap { readKey($0, &reader) })
  }

  private static func checkValues(of type: AnswerType, _ values: [String], _ reader: inout MappingReader) {
    let name: String
    switch type {
    case .choice: name = "enum"
    case .choiceList: name = "enum_list"
    default: return checkUnused("values", for: type, &reader)
    }
    if values.isEmpty { reportNothingOffered(name, "values: [low, high]", "values", &reader) }
    for item in reader.items("values") where item.scalar?.resolved == .null || item.scalar?.text == "unknown" {
      reader.report(Messages.unusableValue(item.scalar?.text ?? "", at: reader.location(item)))
    }
  }

  private static func checkUnused(_ key: String, for type: AnswerType, _ reader: inout MappingReader) {
    guard reader.take(key) != nil, let entry = reader.node.entries?.first(where: { $0.name == key }) else { return }
    reader.report(Messages.keyWithoutMeaning(key, for: type, at: reader.location(entry.key)))
  }

  private static func reportNothingOffered(
    _ type: String, _ example: String, _ key: String, _ reader: inout MappingReader
  ) {
    let place = reader.take(key) ?? reader.take("type") ?? reader.node
    reader.report(Messages.nothingOffered(type, example: example, at: reader.location(place)))
  }

  private static func readKey(_ entry: YAMLEntry, _ outer: inout MappingReader) -> RecordKey? {
    var reader = MappingReader(entry, in: outer.file, as: .recordKey)
    let values = reader.texts("values")
    let type = reader.choice("type") { plainNames.contains($0) ? named($0, values) : nil }
    if let type { checkValues(of: type, values, &reader) }
    reader.finish()
    reader.diagnostics.forEach { outer.report($0) }
    return type.map { RecordKey(name: entry.name, type: $0) }
  }

  private static func named(_ name: String, _ values: [String]) -> AnswerType? {
    switch name {
    case "boolean": .boolean
    case "number": .number
    case "text": .text
    case "date": .date
    case "enum": .choice(values)
    case "text_list": .textList
    case "enum_list": .choiceList(values)
    case "record_list": .recordList([])
    default: nil
    }
  }
}

extension AnswerExample {
  /// What a node holds; nil where it holds nothing.
  init?(_ node: YAMLNode) {
    if let items = node.items {
      self = .list(items.compactMap { AnswerExample($0) })
    } else if let entries = node.entries {
      self = .entry(
        entries.compactMap { entry in AnswerExample(entry.value).map { Member(key: entry.name, value: $0) } })
    } else if let scalar = node.scalar {
      self = .scalar(scalar.text)
    } else {
      return nil
    }
  }
}
