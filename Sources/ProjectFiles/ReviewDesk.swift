public import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
public import LocatedYAML
public import PolicyModel
public import Questionnaire

/// A project and its review record, on the desk of somebody who works on the record.
public struct ReviewDesk {
  /// Its path.
  public let project: String
  /// What messages call it.
  let name: String
  public let policies: PolicySet
  /// Days since 1970.
  public let day: Int
  public let record: EditedFile
  /// The assessment with the record as it is.
  public let present: Assessment
  private let item: ProjectSource.Item
  private let assessor: ProjectAssessor

  /// Throws a `Failure` where there is no record, or where it or the project can't be worked on, and a `FileProblem` where
  /// one can't be read.
  public init(_ project: String, _ item: ProjectSource.Item, _ assessor: ProjectAssessor) throws {
    self.project = project
    name = assessor.names.name(of: project)
    self.item = item
    self.assessor = assessor
    policies = assessor.policies
    day = assessor.day
    let reviews = assessor.reviews
    guard let path = try reviews.path(for: project) else {
      let place = assessor.names.name(of: reviews.newPath(for: project) ?? "")
      throw Failure(
        .missingInput, "there is no review record `\(place)`: begin one with `answerable review start \(name)`")
    }
    record = try EditedFile(reading: path, names: assessor.names)
    let found = ReviewSource.read(record.bytes, at: record.name)
    present = assessor.assess(item, at: project, with: found)
    let errors = found.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty {
      throw Failure(
        .invalidInput, "`\(record.name)` has errors: mend them first; nothing was written", diagnostics: errors)
    }
  }

  /// The forms of entries, for this project on this day.
  public var forms: EntryForms { EntryForms(policies, present.project, on: day) }

  public var digest: String { present.projectDigest }

  /// Throws a `Failure` where the record is for another version of the project: what is entered would have no effect.
  public func requireCurrent() throws {
    guard present.record?.subject != digest else { return }
    throw Failure(
      .invalidInput,
      "`\(record.name)` was written for another version of `\(name)`: look at what changed, then run "
        + "`answerable review renew \(name)`")
  }

  /// Throws a `Failure` where the project has errors: it has to change, and what is signed for it now would be void then.
  public func requireSoundProject() throws {
    let errors = present.diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    throw Failure(
      .invalidInput, "`\(name)` has errors: nobody can sign for it before they are mended", diagnostics: errors)
  }

  // MARK: Changes

  /// The record with changes. Throws a `Failure` where it is written in a way that can't be edited.
  public func editing<Value>(
    _ edit: (inout YAMLEditor) throws(YAMLEditProblem) -> Value
  ) throws -> (bytes: [UInt8], value: Value) {
    do throws(YAMLEditProblem) {
      var editor = try YAMLEditor(record.bytes)
      let value = try edit(&editor)
      return (editor.bytes, value)
    } catch {
      throw Failure(error, record.name)
    }
  }

  /// The assessment with other bytes for the record. What was edited must read as a record without errors: where it
  /// does not, the mistake is ours.
  public func assess(_ bytes: [UInt8]) throws -> Assessment {
    let found = ReviewSource.read(bytes, at: record.name)
    if found.diagnostics.contains(where: { $0.severity == .error }) {
      throw Failure(.internalError, "the record would not read back as it was meant; nothing was written")
    }
    return assessor.assess(item, at: project, with: found)
  }

  /// What was done to the record, and what comes of it.
  public struct Change {
    /// What was done, for whoever did it.
    public let lines: [String]
    /// Those that were entered, as they are now.
    public var entries: [ReviewEntry] = []
    public let next: Assessment
  }

  /// The result for the rule of that name. Throws a `Failure` of wrong usage, with the nearest, where there is none.
  public func result(_ rule: String) throws -> RuleResult {
    guard let index = policies.ruleIndex(rule) else {
      throw Failure.unknown(rule, policies.rules.map(\.id), "rule")
    }
    return present.results[index]
  }

  /// The entry of that name. Throws a `Failure` of wrong usage where it names none.
  public func entry(_ name: String) throws -> ReviewEntry {
    let entries = present.reviewEntries
    if let found = entries.first(where: { $0.name == name }) { return found }
    if entries.isEmpty { throw Failure(.usage, "there is no entry `\(name)`: the record has none") }
    throw Failure.unknown(name, entries.map(\.name), "entry")
  }
}

extension ReviewEntry {
  /// The way to it in the record.
  public var path: YAMLPath { YAMLPath([.key(list.rawValue), .index(index)]) }
}

extension Failure {
  /// A name that is none of many: with the nearest ones, or where to look.
  public static func unknown(_ name: String, _ names: [String], _ what: String) -> Failure {
    let near = Suggestions.near(name, in: names).map { "`\($0)`" }.joined(separator: ", ")
    return Failure(
      .usage,
      "there is no \(what) `\(name)`: "
        + (near.isEmpty ? "`answerable review status` lists them" : "did you mean \(near)?"))
  }
}
