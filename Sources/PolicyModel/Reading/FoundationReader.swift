internal import CEL
internal import Diagnostics
internal import LocatedYAML

/// Reads the parts of a foundation out of documents of the kind `foundation/1`.
struct FoundationReader {
  var foundation = Foundation()
  private(set) var diagnostics: [Diagnostic] = []
  private var declared: [String: Location] = [:]

  mutating func read(_ node: YAMLNode, in file: SourceFile) {
    var reader = MappingReader(node, in: file, subject: "a foundation")
    _ = reader.text("answerable")
    foundation.id = reader.requiredText("id")
    foundation.version = reader.requiredText("version")
    if reader.take("pack_order") != nil { foundation.packOrder = reader.texts("pack_order") }
    if let node = reader.take("instrument") { readInstrument(node, file) }
    for entry in reader.entries("clauses") { readClause(entry, file) }
    for entry in reader.entries("crosswalk_prefixes") { readPrefix(entry, file) }
    _ = reader.entries("customary_equivalents")
    for entry in reader.entries("sections") { foundation.sectionTitles[entry.name] = entry.value.scalar?.text }
    foundation.scopeNames += reader.texts("scope_questions")
    for entry in reader.entries("questions") { readQuestion(entry, file) }
    for entry in reader.entries("parameters") { readParameter(entry, file) }
    for entry in reader.entries("patterns") { readPattern(entry, file) }
    if let node = reader.take("answer_rules") { readAnswerRules(node, file) }
    _ = reader.items("stages")
    _ = reader.entries("severities")
    if reader.take("waiver_ranks") != nil { foundation.reviewLimits.ranks = reader.texts("waiver_ranks") }
    if let node = reader.take("review_limits") { readReviewLimits(node, file) }
    reader.finish()
    diagnostics += reader.diagnostics
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
    var reader = MappingReader(node, in: file, subject: "an instrument")
    foundation.instrument.title = reader.requiredText("title")
    foundation.instrument.place = reader.requiredText("place")
    foundation.instrument.date = reader.requiredText("date")
    reader.finish()
    diagnostics += reader.diagnostics
  }

  private mutating func readClause(_ entry: YAMLEntry, _ file: SourceFile) {
    guard isNew("clause", entry, file) else { return }
    var reader = MappingReader(entry.value, in: file, subject: "a clause")
    foundation.instrument.clauses.append(
      Clause(id: entry.name, text: reader.requiredText("text"), obliges: reader.boolean("obliges") ?? true))
    reader.finish()
    diagnostics += reader.diagnostics
  }

  private mutating func readPrefix(_ entry: YAMLEntry, _ file: SourceFile) {
    var reader = MappingReader(entry.value, in: file, subject: "a crosswalk prefix")
    let title = reader.requiredText("title")
    let ground = reader.choice("ground", among: Ground.allCases.map(\.rawValue)) { Ground(rawValue: $0) }
    foundation.instrument.crosswalkPrefixes[entry.name] = CrosswalkPrefix(title: title, ground: ground ?? .policy)
    reader.finish()
    diagnostics += reader.diagnostics
  }

  /// Also used by packs that add questions.
  mutating func readQuestion(_ entry: YAMLEntry, _ file: SourceFile) {
    guard isNew("question", entry, file) else { return }
    var reader = MappingReader(entry.value, in: file, subject: "a question")
    let ask = reader.requiredText("ask")
    let type = AnswerTypeReader.read(&reader)
    let question = Question(
      id: entry.name, ask: ask, type: type ?? .text, unit: reader.text("unit"), minimum: reader.number("minimum") ?? 0,
      allowsFuture: reader.boolean("future") ?? false, isShort: reader.boolean("short") ?? false,
      why: reader.text("why"), location: Location(file: file, range: entry.key.range))
    reader.finish()
    diagnostics += reader.diagnostics
    if type != nil { foundation.questions.append(question) }
  }

  /// Also used by packs, which have parameters of their own.
  mutating func readParameter(_ entry: YAMLEntry, _ file: SourceFile) {
    guard isNew("parameter", entry, file) else { return }
    var reader = MappingReader(entry.value, in: file, subject: "a parameter")
    let value = reader.number("value")
    if value == nil, reader.take("value") == nil {
      reader.report(Messages.missingKey("value", in: "a parameter", at: reader.location(entry.key)))
    }
    let direction = reader.choice("tighten", among: Parameter.Direction.allCases.map(\.rawValue)) {
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
    var reader = MappingReader(entry.value, in: file, subject: "a pattern")
    let meaning = reader.requiredText("meaning")
    let direction = reader.choice("tighten", among: TextPattern.Direction.allCases.map(\.rawValue)) {
      TextPattern.Direction(rawValue: $0)
    }
    let match = reader.regexes("match")
    let except = reader.regexes("except")
    reader.finish()
    diagnostics += reader.diagnostics
    foundation.patterns.append(
      TextPattern(name: entry.name, meaning: meaning, tighten: direction ?? .more, match: match, except: except))
  }

  private mutating func readAnswerRules(_ node: YAMLNode, _ file: SourceFile) {
    var reader = MappingReader(node, in: file, subject: "answer rules")
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
    var reader = MappingReader(node, in: file, subject: "review limits")
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
  private static let names = [
    "boolean", "number", "text", "date", "enum", "text_list", "enum_list", "record_list",
  ]

  static func read(_ reader: inout MappingReader) -> AnswerType? {
    let values = reader.texts("values")
    let record = reader.entries("record")
    let type: AnswerType? = reader.choice("type", among: names) { name in
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
    guard case .recordList = type else {
      if type == nil, reader.take("type") == nil, reader.node.entries != nil {
        reader.report(Messages.missingKey("type", in: reader.subject, at: reader.location(reader.node)))
      }
      return type
    }
    var keys: [RecordKey] = []
    for entry in record {
      var inner = MappingReader(entry.value, in: reader.file, subject: "a key of an entry")
      if let type = read(&inner) { keys.append(RecordKey(name: entry.name, type: type)) }
      inner.finish()
      for diagnostic in inner.diagnostics { reader.report(diagnostic) }
    }
    return .recordList(keys)
  }
}
