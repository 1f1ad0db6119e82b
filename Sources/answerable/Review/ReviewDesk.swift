internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
internal import LocatedYAML
internal import PolicyModel
internal import Reports

/// A project and its review record, on the desk of somebody who works on the record.
struct ReviewDesk {
  let project: String
  let policies: PolicySet
  /// Days since 1970.
  let day: Int
  let record: RecordFile
  /// The assessment with the record as it is.
  let present: Assessment
  private let item: ProjectSource.Item
  private let assessor: ProjectAssessor

  /// Throws a `Failure` where there is no record, or where it or the project can't be worked on.
  init(_ options: ReviewOptions) throws {
    day = try options.day()
    policies = try options.policies()
    project = options.project
    item = try options.readProject()
    let reviews = options.reviews
    guard let path = try reviews.path(for: project) else {
      let place = reviews.newPath(for: project) ?? ""
      throw Failure(
        .missingInput, "there is no review record `\(place)`: begin one with `answerable review start \(project)`")
    }
    assessor = ProjectAssessor(policies: policies, day: day, stage: try options.assessedStage(), reviews: reviews)
    record = try RecordFile(reading: path)
    let found = ReviewSource.read(record.bytes, at: path)
    present = assessor.assess(item, at: project, with: found)
    Console.show(found.diagnostics.filter { $0.severity == .error })
    if found.diagnostics.contains(where: { $0.severity == .error }) {
      throw Failure(.invalidInput, "`\(path)` has errors: mend them first; nothing was written")
    }
  }

  var digest: String { present.projectDigest }

  /// Ends the command where the record is for another version of the project: what is entered would have no effect.
  func requireCurrent() throws {
    guard present.record?.subject != digest else { return }
    throw Failure(
      .invalidInput,
      "`\(record.path)` was written for another version of `\(project)`: look at what changed, then run "
        + "`answerable review renew \(project)`")
  }

  /// Ends the command where the project has errors: it has to change, and what is signed for it now would be void then.
  func requireSoundProject() throws {
    let errors = present.diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    Console.show(errors)
    throw Failure(.invalidInput, "`\(project)` has errors: nobody can sign for it before they are mended")
  }

  // MARK: Changes

  /// The record with changes. Throws a `Failure` where it is written in a way that can't be edited.
  func editing<Value>(
    _ edit: (inout YAMLEditor) throws(YAMLEditProblem) -> Value
  ) throws -> (bytes: [UInt8], value: Value) {
    do throws(YAMLEditProblem) {
      var editor = try YAMLEditor(record.bytes)
      let value = try edit(&editor)
      return (editor.bytes, value)
    } catch {
      let isOurs = if case .mistaken = error { true } else { false }
      throw Failure(
        isOurs ? .internalError : .invalidInput, "`\(record.path)` was not changed: \(error.message)")
    }
  }

  /// The assessment with other bytes for the record. What was edited must read as a record without errors: where it
  /// does not, the mistake is ours.
  func assess(_ bytes: [UInt8]) throws -> Assessment {
    let found = ReviewSource.read(bytes, at: record.path)
    if found.diagnostics.contains(where: { $0.severity == .error }) {
      throw Failure(.internalError, "the record would not read back as it was meant; nothing was written")
    }
    return assessor.assess(item, at: project, with: found)
  }

  /// Puts an entry into a list of the record, and gives back what it is called. An entry that would have no effect is
  /// refused, with the reason, unless it may be idle.
  func add(_ entry: [NewYAMLValue.Member], to list: ReviewEntry.List, mayBeIdle: Bool = false) throws {
    let bound = entry + [.init("subject", .compact([.init("sha256", .text(digest))]))]
    let path = YAMLPath([.key(list.rawValue)])
    let (bytes, _) = try editing { editor throws(YAMLEditProblem) in try editor.append(.mapping(bound), to: path) }
    let next = try assess(bytes)
    let entries = next.reviewEntries
    guard entries.count == present.reviewEntries.count + 1, let new = entries.last(where: { $0.list == list }) else {
      throw Failure(.internalError, "the record would not hold one entry more; nothing was written")
    }
    if let fault = new.fault, !mayBeIdle {
      throw Failure(.invalidInput, "this would have no effect, so it was not written: \(fault)")
    }
    try record.replace(by: bytes)
    try say(
      ["added \(new.name) to `\(record.path)`"] + (new.fault.map { ["it changes nothing now: \($0)"] } ?? []), next)
  }

  /// Says what was done and what it changed.
  func say(_ lines: [String], _ next: Assessment) throws {
    var lines = lines
    let changed = zip(present.results, next.results).filter { $0.outcome != $1.outcome }
    for (before, after) in changed.prefix(12) {
      lines.append("\(after.rule.id): \(before.outcome.rawValue) → \(after.outcome.rawValue)")
    }
    if changed.count > 12 { lines.append("\(changed.count - 12) more rules changed") }
    let (before, after) = (present.gate.decision.rawValue, next.gate.decision.rawValue)
    let stage = next.stage.map { "\($0.name) gate" } ?? "stage unanswered"
    lines.append(before == after ? "gate: still \(after) (\(stage))" : "gate: \(before) → \(after) (\(stage))")
    lines.append("nothing is signed by this: the record is as trustworthy as whoever can write to it")
    try print(lines)
  }

  func print(_ lines: [String]) throws {
    let text = lines.map { DiagnosticRenderer.printable($0) + "\n" }.joined()
    try OutputFile.standardOutput.write(Array(text.utf8))
  }

  /// What the desk shows of a rule before anybody is asked.
  func brief(_ result: RuleResult) -> String {
    var options = ReportFormat.Options()
    options.decorator = Console.decorator(for: Console.standardError)
    options.width = Console.width
    return RuleBrief(result, options: options).text
  }

  /// The result for the rule of that name. Throws a `Failure` of wrong usage, with the nearest, where there is none.
  func result(_ rule: String) throws -> RuleResult {
    guard let index = policies.ruleIndex(rule) else {
      throw Failure.unknown(rule, policies.rules.map(\.id), "rule")
    }
    return present.results[index]
  }

  /// The entry of that name. Throws a `Failure` of wrong usage where it names none.
  func entry(_ name: String) throws -> ReviewEntry {
    let entries = present.reviewEntries
    if let found = entries.first(where: { $0.name == name }) { return found }
    if entries.isEmpty { throw Failure(.usage, "there is no entry `\(name)`: the record has none") }
    throw Failure.unknown(name, entries.map(\.name), "entry")
  }
}

extension ReviewEntry {
  /// The way to it in the record.
  var path: YAMLPath { YAMLPath([.key(list.rawValue), .index(index)]) }
}

extension Failure {
  /// A name that is none of many: with the nearest ones, or where to look.
  static func unknown(_ name: String, _ names: [String], _ what: String) -> Failure {
    let near = Suggestions.near(name, in: names).map { "`\($0)`" }.joined(separator: ", ")
    return Failure(
      .usage,
      "there is no \(what) `\(name)`: "
        + (near.isEmpty ? "`answerable review status` lists them" : "did you mean \(near)?"))
  }
}
