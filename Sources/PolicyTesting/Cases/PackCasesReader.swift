internal import AssessmentEngine
internal import CEL
public import Diagnostics
internal import LocatedYAML
public import PolicyModel

extension PackCases {
  /// Reads a file of cases: the answers as those of a project description, with their places.
  ///
  /// What is wrong is among the diagnostics (`yaml.*`, `file.*`, `project.*`, `tests.*`). Cases are for sound answers:
  /// one that is refused, or stands in for none, is an error of the file.
  public static func read(_ file: SourceFile, _ policies: PolicySet) -> Diagnosed<[PackCases]> {
    let documents = YAMLReader.read(file)
    var reader = PackCasesReader(policies)
    for document in documents.value {
      guard let root = document.root else { continue }
      reader.read(root, in: document)
    }
    if documents.value.isEmpty, !documents.hasErrors {
      reader.report(Messages.wrongHeader(nil, at: Location(file: file, range: SourceRange(start: 0, end: 0))))
    }
    return Diagnosed(reader.found, diagnostics: documents.diagnostics + reader.diagnostics)
  }
}

private struct PackCasesReader {
  private let policies: PolicySet
  private(set) var found: [PackCases] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Answers under `given` are read with every case; what is wrong with them is said once.
  private var faultsOfAnswers: Set<AnswerFault> = []

  init(_ policies: PolicySet) {
    self.policies = policies
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func read(_ root: YAMLNode, in document: YAMLDocument) {
    var reader = MappingReader(root, in: document.file, as: .packTests)
    let header = reader.text("answerable")
    if header != "pack-tests/1" {
      let place = root.value(forKey: "answerable") ?? root.entries?.first?.key ?? root
      report(Messages.wrongHeader(header, at: reader.location(place)))
      return
    }
    let id = reader.requiredText("pack")
    let place = reader.location(reader.take("pack") ?? root)
    let pack = policies.packs.first { $0.id == id }
    if pack == nil, reader.take("pack") != nil {
      let near = Suggestions.near(id, in: policies.packs.map(\.id))
      report(Messages.noSuch("pack", id, near: near, at: place))
    }
    let day = reader.day("date")
    let entries = reader.entries("rules")
    var seen: Set<String> = []
    var rules: [RuleCases] = []
    for entry in entries {
      guard let pack, let day, seen.insert(entry.name).inserted else { continue }
      if let read = readRule(entry, pack, day, document) { rules.append(read) }
    }
    reader.finish()
    diagnostics += reader.diagnostics
    if let pack { found.append(PackCases(pack: pack.id, rules: rules, location: place)) }
  }

  private mutating func readRule(
    _ entry: YAMLEntry, _ pack: PolicyPack, _ day: Int, _ document: YAMLDocument
  ) -> RuleCases? {
    let location = document.location(entry.key.range)
    guard let rule = pack.rules.first(where: { $0.id == entry.name }) else {
      let near = Suggestions.near(entry.name, in: pack.rules.map(\.id))
      report(Messages.noSuch("rule in the pack `\(pack.id)`", entry.name, near: near, at: location))
      return nil
    }
    var reader = MappingReader(entry, in: document.file, as: .ruleCases)
    let stage = readStage(&reader)
    let given = reader.entries("given")
    var cases: [PackCase] = []
    for node in reader.items("cases") {
      if let read = readCase(node, given, stage, day, document) { cases.append(read) }
    }
    let equivalents = reader.items("equivalent").map { node in
      var inner = MappingReader(node, in: document.file, as: .equivalentMutant)
      let mutant = EquivalentMutant(
        mutant: inner.requiredText("mutant"), reason: inner.requiredText("because"), location: inner.location(node))
      inner.finish()
      diagnostics += inner.diagnostics
      return mutant
    }
    let impossible = reader.items("impossible").compactMap { readImpossible($0, document) }
    reader.finish()
    diagnostics += reader.diagnostics
    return RuleCases(rule: rule, cases: cases, equivalents: equivalents, impossible: impossible, location: location)
  }

  private mutating func readImpossible(_ node: YAMLNode, _ document: YAMLDocument) -> ImpossibleSight? {
    var reader = MappingReader(node, in: document.file, as: .impossibleSight)
    let outcome = readOutcome(&reader)
    let term = reader.text("term")
    let value = reader.boolean("value")
    let reason = reader.requiredText("because")
    reader.finish()
    diagnostics += reader.diagnostics
    let subject: ImpossibleSight.Subject? =
      if let outcome { .outcome(outcome) } else if let term, let value { .term(term, value) } else { nil }
    if subject == nil, node.entries != nil {
      report(Messages.missing("outcome", at: reader.location(node.entries?.first?.key ?? node)))
    }
    return subject.map { ImpossibleSight(subject: $0, reason: reason, location: reader.location(node)) }
  }

  private func readOutcome(_ reader: inout MappingReader) -> Outcome? {
    reader.choice("outcome") { PackTestWords.outcomes.contains($0) ? Outcome(rawValue: $0) : nil }
  }

  private func readStage(_ reader: inout MappingReader) -> YAMLNode? {
    guard let node = reader.take("stage") else { return nil }
    let isOffered = reader.choice("stage") { PackTestWords.stages.contains($0) ? true : nil }
    return isOffered == nil ? nil : node
  }

  private mutating func readCase(
    _ node: YAMLNode, _ given: [YAMLEntry], _ stage: YAMLNode?, _ day: Int, _ document: YAMLDocument
  ) -> PackCase? {
    var reader = MappingReader(node, in: document.file, as: .packCase)
    let says = reader.text("says")
    let stageHere = readStage(&reader) ?? stage
    let changed = reader.entries("answers")
    let place = reader.take("outcome")
    let outcome = readOutcome(&reader)
    let causes = reader.take("causes") == nil ? nil : reader.texts("causes")
    let unanswered = reader.take("unanswered") == nil ? nil : reader.texts("unanswered")
    reader.finish()
    diagnostics += reader.diagnostics
    guard let outcome, let place else { return nil }
    let project = readProject(given, changed, stageHere, day, document)
    return PackCase(
      says: says, outcome: outcome, causes: causes, unanswered: unanswered,
      situation: RuleSituation(project, on: day, policies), location: document.location(node.range),
      outcomeLocation: document.location(place.range))
  }

  /// The answers as a project description, whose nodes stand where they were written.
  private mutating func readProject(
    _ given: [YAMLEntry], _ changed: [YAMLEntry], _ stage: YAMLNode?, _ day: Int, _ document: YAMLDocument
  ) -> Project {
    let names = Set(changed.map(\.name))
    var entries = given.filter { !names.contains($0.name) } + changed
    let nowhere = SourceRange(start: 0, end: 0)
    func made(_ text: String) -> YAMLNode { YAMLNode(.scalar(YAMLScalar(text, style: .plain)), range: nowhere) }
    if let stage {
      entries.removeAll { $0.name == "project.lifecycle_stage" }
      entries.append(YAMLEntry(key: made("project.lifecycle_stage"), value: stage))
    }
    entries.insert(YAMLEntry(key: made("answerable"), value: made("project/1")), at: 0)
    let root = YAMLNode(.mapping(entries), range: nowhere)
    let read = policies.readProject(
      Diagnosed(YAMLDocument(file: document.file, number: document.number, root: root)), on: day)
    for fault in read.diagnostics where fault.severity != .note {
      let key = AnswerFault(message: fault.message, range: fault.location?.range)
      if faultsOfAnswers.insert(key).inserted { report(fault.raisedToError) }
    }
    return read.value
  }
}

private struct AnswerFault: Hashable {
  let message: String
  let range: SourceRange?
}

extension Diagnostic {
  /// What a project only warns of has no place in a case.
  fileprivate var raisedToError: Diagnostic {
    Diagnostic(.error, code: code, message, at: location, notes: notes, fixIts: fixIts)
  }
}
