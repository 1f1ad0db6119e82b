public import CEL
public import Diagnostics
internal import LocatedYAML
internal import Sharing

/// When something applies, what it requires from which stage on, how grave it is, and what would mend a failure.
///
/// Shared by reference: every result of every assessment holds one.
public final class Rule: Sendable {
  public let id: String
  /// The pack's id.
  public let pack: String
  let wording: Deferred<RuleWording>
  public let severity: Severity
  /// Nil where it applies to every project.
  public let appliesWhen: Condition?
  public let dueFrom: LifecycleStage
  /// The last stage at which it matters; nil for no end.
  public let dueUntil: LifecycleStage?
  public let tiers: [Tier]
  /// Whether a person may claim that it does not apply.
  public let allowsClaim: Bool
  /// The lowest rank that may accept a failure, as an index of `ReviewLimits.ranks`; nil where nobody may.
  public let waiver: Int?
  public let location: Location

  /// The parameters that its words name.
  public let namedParameters: Set<String>
  /// The questions that its requirements read, in the order of reading.
  public let questions: [String]
  /// The same by their places in the schema.
  public let questionIndexes: [Int]
  /// The questions that decide whether it applies.
  public let scopeQuestions: [String]

  init(
    id: String, pack: String, wording: Deferred<RuleWording>, severity: Severity, appliesWhen: Condition?,
    dueFrom: LifecycleStage, dueUntil: LifecycleStage?, tiers: [Tier], allowsClaim: Bool, waiver: Int?,
    location: Location, namedParameters: Set<String>, questions: [String], questionIndexes: [Int],
    scopeQuestions: [String]
  ) {
    self.id = id
    self.pack = pack
    self.wording = wording
    self.severity = severity
    self.appliesWhen = appliesWhen
    self.dueFrom = dueFrom
    self.dueUntil = dueUntil
    self.tiers = tiers
    self.allowsClaim = allowsClaim
    self.waiver = waiver
    self.location = location
    self.namedParameters = namedParameters
    self.questions = questions
    self.questionIndexes = questionIndexes
    self.scopeQuestions = scopeQuestions
  }
}

/// What a rule says to people, which an assessment needs of few.
final class RuleWording: Sendable {
  let title: String
  let requires: String
  let why: String?
  let appliesTo: String
  let clauses: [String]
  let grounds: [Ground]
  let crosswalk: [String]
  let evidence: [String]
  let remedy: String
  let note: String?

  init(
    title: String, requires: String, why: String?, appliesTo: String, clauses: [String], grounds: [Ground],
    crosswalk: [String], evidence: [String], remedy: String, note: String?
  ) {
    self.title = title
    self.requires = requires
    self.why = why
    self.appliesTo = appliesTo
    self.clauses = clauses
    self.grounds = grounds
    self.crosswalk = crosswalk
    self.evidence = evidence
    self.remedy = remedy
    self.note = note
  }
}

extension Rule {
  public var title: String { wording.made.title }
  public var requires: String { wording.made.requires }
  public var why: String? { wording.made.why }
  /// For whom, in words.
  public var appliesTo: String { wording.made.appliesTo }
  public var clauses: [String] { wording.made.clauses }
  public var grounds: [Ground] { wording.made.grounds }
  public var crosswalk: [String] { wording.made.crosswalk }
  /// What would show that it holds.
  public var evidence: [String] { wording.made.evidence }
  public var remedy: String { wording.made.remedy }
  public var note: String? { wording.made.note }
}

extension Rule {
  /// The same rule with other conditions or stages.
  public func replacing(
    appliesWhen: Condition?, dueFrom: LifecycleStage, dueUntil: LifecycleStage?, tiers: [Tier]
  ) -> Rule {
    Rule(
      id: id, pack: pack, wording: wording, severity: severity, appliesWhen: appliesWhen, dueFrom: dueFrom,
      dueUntil: dueUntil, tiers: tiers, allowsClaim: allowsClaim, waiver: waiver, location: location,
      namedParameters: namedParameters, questions: questions, questionIndexes: questionIndexes,
      scopeQuestions: scopeQuestions)
  }

  /// The tiers that are due at a stage.
  public func tiersDue(at stage: LifecycleStage) -> [Tier] {
    tiers.filter { $0.from <= stage && stage <= $0.until ?? .retirement }
  }

  /// The stages at which it is due, in order.
  public var stagesDue: [LifecycleStage] {
    LifecycleStage.allCases.filter { dueFrom <= $0 && $0 <= dueUntil ?? .retirement }
  }

  /// Its conditions: when it applies, then tier by tier.
  public var conditions: [Condition] { [appliesWhen].compactMap { $0 } + tiers.map(\.condition) }

  /// The names of all parameters that its conditions read.
  public var parametersRead: Set<String> { constantsRead(in: "params") }

  /// The names of all patterns that its conditions read.
  public var patternsRead: Set<String> { constantsRead(in: "patterns") }

  private func constantsRead(in group: String) -> Set<String> {
    var names: Set<String> = []
    for path in conditions.flatMap({ $0.program.checked.constantsRead() }) where path.variable == group {
      if case .field(let name)? = path.qualifiers.first { names.insert(name) }
    }
    return names
  }
}

/// A requirement and the stages at which it is due. Shared by reference, as rules are.
public final class Tier: Sendable {
  public let from: LifecycleStage
  /// The last stage at which it is due; nil for no end.
  public let until: LifecycleStage?
  /// Why less is due afterwards.
  public let endReason: String?
  public let condition: Condition

  public init(from: LifecycleStage, until: LifecycleStage?, endReason: String?, condition: Condition) {
    self.from = from
    self.until = until
    self.endReason = endReason
    self.condition = condition
  }
}

/// A CEL expression of a pack, and where its text stands. Shared by reference, as rules are.
public final class Condition: Sendable {
  public let program: Program
  public let location: Location
  let reading: Deferred<ConditionReading>

  init(program: Program, location: Location, reading: Deferred<ConditionReading>) {
    self.program = program
    self.location = location
    self.reading = reading
  }

  convenience init(program: Program, location: Location, text: EmbeddedText?) {
    let reading = ConditionReading(attributesRead: program.checked.attributesRead(), text: text)
    self.init(program: program, location: location, reading: Deferred(reading))
  }

  /// The answers that it can read, in the order of reading.
  public var attributesRead: [AttributePath] { reading.made.attributesRead }
  /// Where each byte of the text stands in the file.
  var text: EmbeddedText? { reading.made.text }

  /// The same place, another text.
  public func replacing(_ program: Program) -> Condition {
    Condition(program: program, location: location, text: nil)
  }

  /// The place of a range of the text.
  public func location(of range: SourceRange) -> Location {
    Location(file: location.file, range: text?.sourceRange(of: range) ?? location.range)
  }

  /// The text as written.
  public var source: String { program.checked.parsed.source }
}

/// What is asked of a condition that is not only evaluated.
final class ConditionReading: Sendable {
  let attributesRead: [AttributePath]
  let text: EmbeddedText?

  init(attributesRead: [AttributePath], text: EmbeddedText?) {
    self.attributesRead = attributesRead
    self.text = text
  }
}

/// A versioned set of rules of one theme.
public struct PolicyPack: Sendable {
  public let id: String
  public let version: String
  public let title: String
  public let summary: String
  /// Of the file's bytes, in hexadecimal.
  public let sha256: String
  /// Ids of what it builds on.
  public let extended: [String]
  public let rules: [Rule]
  /// Of its id.
  public let location: Location
}
