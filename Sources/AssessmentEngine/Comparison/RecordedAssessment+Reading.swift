internal import CEL
public import Diagnostics
internal import LocatedYAML
internal import PolicyModel

extension RecordedAssessment {
  /// Reads what `check --format json` or `--format ndjson` wrote: one assessment, several in one object, or one a line.
  ///
  /// Anything that is not as the program writes it is an error (`assessment.*`, `yaml.*`): of a file with errors nothing
  /// must be used. Members that nobody asks for are left alone, so that later versions may write more.
  public static func read(_ file: SourceFile) -> Diagnosed<[RecordedAssessment]> {
    var reader = AssessmentReader()
    for part in lines(of: file) ?? [file] { reader.read(part) }
    if !reader.hasErrors, reader.found.isEmpty { reader.report(Messages.nothingRecorded(in: file)) }
    return Diagnosed(reader.found, diagnostics: reader.diagnostics.condensed)
  }

  /// A document holds as many projects as are checked in one run; other limits are those of all files.
  static let limits: YAMLLimits = {
    var limits = YAMLLimits.default
    limits.bytes = 33_554_432
    limits.nodes = 2_000_000
    return limits
  }()

  /// The lines of ndjson, each as a file of its own; nil where the file is one document.
  private static func lines(of file: SourceFile) -> [SourceFile]? {
    let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().filter { line in
      line.element.contains { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
    }
    guard lines.count > 1 else { return nil }
    let isObjects = lines.allSatisfy { line in
      let end = line.element.last { $0 != 0x20 && $0 != 0x0D }
      return line.element.first == UInt8(ascii: "{") && end == UInt8(ascii: "}")
    }
    guard isObjects else { return nil }
    return lines.map { SourceFile(name: file.name, bytes: Array($0.element), firstLine: file.firstLine + $0.offset) }
  }

  /// Whether bytes are those of an assessment, and so of no project description: an object that names the schema, in
  /// whatever order its members stand.
  public static func isRecorded(_ bytes: [UInt8]) -> Bool {
    let first = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    guard first == UInt8(ascii: "{") else { return false }
    let stem = Array(schemaStem.utf8)
    return bytes.indices.contains { bytes[$0] == stem[0] && bytes[$0...].starts(with: stem) }
  }

  static let schemaStem = "answerable/assessment"
  static let one = "answerable/assessment-1"
  static let several = "answerable/assessments-1"
}

/// Goes through a document member by member.
private struct AssessmentReader {
  private(set) var found: [RecordedAssessment] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var file = SourceFile(name: "", bytes: [])
  private var seen: Set<String> = []

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func read(_ file: SourceFile) {
    self.file = file
    let read = YAMLReader.read(file, limits: RecordedAssessment.limits)
    diagnostics += read.diagnostics
    for document in read.value {
      guard let root = document.root else { continue }
      self.file = document.file
      readRoot(root)
    }
  }

  private mutating func readRoot(_ root: YAMLNode) {
    let schema = root.value(forKey: "schema")?.scalar?.text
    switch schema {
    case RecordedAssessment.one: readAssessment(root)
    case RecordedAssessment.several:
      for item in items("assessments", of: root) { readAssessment(item) }
    default:
      report(Messages.noAssessment(schema, at: location(root.value(forKey: "schema") ?? root)))
    }
  }

  private mutating func readAssessment(_ node: YAMLNode) {
    let before = diagnostics.count
    let missing = Self.members.filter { node.value(forKey: $0) == nil }
    if !missing.isEmpty { return report(Messages.memberMissing(missing.joined(separator: "`, `"), at: location(node))) }
    let project = group("project", of: node)
    let rules = items("rules", of: node).compactMap { readRule($0) }
    let gate = readGate(node)
    let name = project?.value(forKey: "name")?.scalar?.text ?? ""
    let made = RecordedAssessment(
      day: day("date", of: node), packs: items("packs", of: node).map { identity($0) },
      foundation: group("foundation", of: node).map { identity($0) }
        ?? RecordedAssessment.Identity(id: "", version: "", sha256: ""),
      file: text("file", of: project), document: whole("document", of: project), name: name.isEmpty ? nil : name,
      stage: stage(of: project), sha256: digest("sha256", of: project), decision: gate, rules: rules,
      reviewDigest: reviewDigest(of: node), hasErrors: hasErrors(node))
    // What could not be read in full disagrees with itself for no other reason.
    if diagnostics.count == before { checkWhole(made, node) }
    if diagnostics.count == before { found.append(made) }
  }

  /// What every assessment has, as far as it is read.
  private static let members = [
    "date", "packs", "foundation", "project", "gate", "summary", "rules", "review", "diagnostics",
  ]

  private mutating func readGate(_ node: YAMLNode) -> Gate.Decision? {
    guard let gate = required("gate", of: node), gate.scalar?.resolved != .null else { return nil }
    return choice("decision", of: gate, Gate.Decision.allCases.map { ($0.rawValue, $0) })
  }

  private mutating func readRule(_ node: YAMLNode) -> RecordedAssessment.RuleRecord? {
    let severity = choice("severity", of: node, Severity.allCases.map { ($0.name, $0) })
    let outcome = choice("outcome", of: node, Outcome.allCases.map { ($0.rawValue, $0) })
    let reason =
      outcome == .notApplicable
      ? choice("because", of: node, NotApplicableReason.allCases.map { ($0.rawValue, $0) }) : nil
    let (id, pack) = (text("id", of: node), text("pack", of: node))
    let evidence = group("evidence", of: node)
    var count = EvidenceCount()
    count.items = whole("items", of: evidence)
    count.current = whole("current", of: evidence)
    let causes = items("causes", of: node).map { cause in
      RecordedAssessment.Cause(
        field: text("field", of: cause), actual: cause.value(forKey: "actual").flatMap { Self.written($0) },
        required: text("required", of: cause),  // A line of another file, the review record, is none of the project's.
        line: cause.value(forKey: "file") == nil ? Self.number(cause.value(forKey: "line")) : nil)
    }
    guard let severity, let outcome else { return nil }
    return RecordedAssessment.RuleRecord(
      id: id, pack: pack, severity: severity, title: node.value(forKey: "title")?.scalar?.text, outcome: outcome,
      notApplicable: reason, unanswered: items("unanswered", of: node).compactMap { $0.scalar?.text }, causes: causes,
      evidence: count, signatures: signatures(of: node))
  }

  private mutating func signatures(of node: YAMLNode) -> [RecordedAssessment.Signature] {
    RecordedAssessment.Signature.Kind.allCases.compactMap { kind in
      guard let group = node.value(forKey: kind.rawValue) else { return nil }
      let keys: (by: String, until: String?, reason: String) =
        switch kind {
        case .acceptance: ("accepted_by", "expires_on", "reason")
        case .claim: ("claimed_by", "review_by", "justification")
        case .dispute: ("raised_by", nil, "reason")
        }
      return RecordedAssessment.Signature(
        kind: kind, by: text(keys.by, of: group), approvedBy: kind == .claim ? text("approved_by", of: group) : nil,
        until: keys.until.map { text($0, of: group) }, reason: text(keys.reason, of: group))
    }
  }

  /// What no file of the program is: one that was written or changed by hand.
  private mutating func checkWhole(_ made: RecordedAssessment, _ node: YAMLNode) {
    let known = Set(made.rules.map(\.id))
    if known.count < made.rules.count { report(Messages.recordedTwice("a rule", at: location(node))) }
    if !seen.insert("\(made.document) \(made.file)").inserted {
      report(Messages.recordedTwice("the project `\(Diagnostic.shortened(made.file))`", at: location(node)))
    }
    guard let summary = group("summary", of: node) else { return }
    for outcome in made.decision == nil ? [] : Outcome.allCases {
      let (said, there) = (whole(outcome.rawValue, of: summary), made.rules.count { $0.outcome == outcome })
      if said != there {
        report(Messages.summaryDiffers(outcome, said: said, there: there, at: location(summary)))
        return
      }
    }
    let reasons = node.value(forKey: "gate").map { $0.entries == nil ? [] : items("because", of: $0) } ?? []
    if let other = reasons.first(where: { !known.contains($0.scalar?.text ?? "") }) {
      report(Messages.reasonWithoutRule(other.described, at: location(other)))
    }
  }

  private mutating func hasErrors(_ node: YAMLNode) -> Bool {
    items("diagnostics", of: node).contains { text("severity", of: $0) == Diagnostic.Severity.error.rawValue }
  }

  // MARK: Members

  private func location(_ node: YAMLNode) -> Location { Location(file: file, range: node.range) }

  private mutating func required(_ key: String, of node: YAMLNode?) -> YAMLNode? {
    guard let node else { return nil }
    guard let value = node.value(forKey: key) else {
      report(Messages.memberMissing(key, at: location(node)))
      return nil
    }
    return value
  }

  private mutating func wrong(_ key: String, _ expected: String, _ node: YAMLNode) {
    report(Messages.wrongMember(key, expected: expected, found: node.described, at: location(node)))
  }

  private mutating func group(_ key: String, of node: YAMLNode) -> YAMLNode? {
    guard let value = required(key, of: node) else { return nil }
    if value.entries != nil { return value }
    wrong(key, "an object", value)
    return nil
  }

  private mutating func items(_ key: String, of node: YAMLNode) -> [YAMLNode] {
    guard let value = required(key, of: node) else { return [] }
    if let items = value.items { return items }
    wrong(key, "a list", value)
    return []
  }

  private mutating func text(_ key: String, of node: YAMLNode?) -> String {
    guard let value = required(key, of: node) else { return "" }
    if let scalar = value.scalar, scalar.resolved != .null { return scalar.text }
    wrong(key, "a text", value)
    return ""
  }

  private mutating func whole(_ key: String, of node: YAMLNode?) -> Int {
    guard let value = required(key, of: node) else { return 0 }
    if let number = Self.number(value) { return number }
    wrong(key, "a whole number", value)
    return 0
  }

  private mutating func digest(_ key: String, of node: YAMLNode?) -> String {
    guard let value = required(key, of: node) else { return "" }
    if let text = value.scalar?.text, Self.isDigest(text) { return text }
    wrong(key, "a SHA-256 digest in 64 hexadecimal digits", value)
    return ""
  }

  private mutating func day(_ key: String, of node: YAMLNode) -> Int {
    guard let value = required(key, of: node) else { return 0 }
    if let date = (value.scalar?.text).flatMap({ CivilDate($0) }) { return date.day }
    wrong(key, "a date such as 2026-03-01", value)
    return 0
  }

  private mutating func choice<Value>(_ key: String, of node: YAMLNode, _ offered: [(String, Value)]) -> Value? {
    guard let value = required(key, of: node) else { return nil }
    if let found = offered.first(where: { $0.0 == value.scalar?.text }) { return found.1 }
    wrong(key, "one of \(offered.map(\.0).joined(separator: ", "))", value)
    return nil
  }

  private mutating func stage(of node: YAMLNode?) -> LifecycleStage? {
    guard let node else { return nil }
    let offered: [(String, LifecycleStage?)] = LifecycleStage.allCases.map { ($0.name, $0) } + [("unknown", nil)]
    return choice("stage", of: node, offered) ?? nil
  }

  private mutating func identity(_ node: YAMLNode) -> RecordedAssessment.Identity {
    RecordedAssessment.Identity(
      id: text("id", of: node), version: text("version", of: node), sha256: digest("sha256", of: node))
  }

  private mutating func reviewDigest(of node: YAMLNode) -> String? {
    guard let review = required("review", of: node), review.scalar?.resolved != .null else { return nil }
    return digest("sha256", of: review)
  }

  private static func number(_ node: YAMLNode?) -> Int? {
    guard case .int(let number) = node?.scalar?.resolved, number >= 0 else { return nil }
    return Int(exactly: number)
  }

  static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// As an assessment writes the same value for people.
  private static func written(_ node: YAMLNode) -> String? {
    switch node.content {
    case .scalar(let scalar): scalar.resolved == .null ? nil : scalar.text
    case .sequence(let items):
      if items.isEmpty {
        "an empty list"
      } else if items.allSatisfy({ $0.entries != nil }) {
        items.count == 1 ? "1 entry" : "\(items.count) entries"
      } else {
        items.compactMap { written($0) }.joined(separator: ", ")
      }
    case .mapping: "a record"
    }
  }
}
