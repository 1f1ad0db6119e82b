public import CEL
public import Diagnostics
internal import LinearTimeRegex

/// Everything that projects are assessed against: the foundation, the packs with their rules compiled, overlays applied.
public final class PolicySet: Sendable {
  public let foundation: Foundation
  public let packs: [PolicyPack]
  /// The rules of all packs, in order.
  public let rules: [Rule]
  public let schema: AnswerSchema
  /// What overlays loosen, where the base allows it.
  public let loosened: [Loosening]
  /// Who reads each question, by its index in the schema.
  public let readers: [QuestionReaders]
  /// What expressions about a project can name: the sections of the questions, `params`, `patterns`, `assessment`.
  public let environment: Environment
  /// How names are judged.
  public let names: PersonNames
  let answerReading: AnswerReading
  let constants: [Value]
  private let ruleIndexes: [String: Int]

  init(
    foundation: Foundation, packs: [PolicyPack], schema: AnswerSchema, loosened: [Loosening], environment: Environment,
    constants: [Value], readers: [QuestionReaders]? = nil
  ) {
    self.foundation = foundation
    self.packs = packs
    self.schema = schema
    self.loosened = loosened
    self.environment = environment
    self.constants = constants
    answerReading = AnswerReading(foundation.answerRules)
    names = PersonNames(foundation, answerReading)
    rules = packs.flatMap(\.rules)
    var indexes = [String: Int](minimumCapacity: rules.count)
    for (index, rule) in rules.enumerated() { indexes[rule.id] = index }
    ruleIndexes = indexes
    self.readers = readers ?? QuestionReaders.all(rules, schema)
  }

  /// Does now what would be done when a condition is first needed, from the last rule to the first: for another thread than
  /// the one that assesses, which begins with the first.
  public func prepare() {
    for rule in rules.reversed() { for condition in rule.conditions { condition.program.prepare() } }
    LinearRegex.prepare()
  }

  /// Makes the functions that every expression may call, which a set that is loaded later finds made.
  public static func prepareLanguage() { _ = FunctionLibrary.standard }

  /// The rule of that id.
  public func rule(_ id: String) -> Rule? { ruleIndexes[id].map { rules[$0] } }

  /// The position of a rule among all rules.
  public func ruleIndex(_ id: String) -> Int? { ruleIndexes[id] }

  /// The values of all variables that conditions name, given the answers by question and the date of the assessment.
  ///
  /// - Complexity: linear in the number of questions.
  public func variables(answers: [Value?], on day: Int) -> [Value] {
    let date = Timestamp(day: day).map { Value.timestamp($0) } ?? .null
    let assessment = Value.record(RecordValue(type: Self.assessmentType, fields: [date]))
    return schema.values(of: answers) + constants + [assessment]
  }

  /// What is wrong with an expression of `environment`, as a diagnostic of the file that holds its text.
  public static func diagnostic(_ issue: ExpressionIssue, in file: SourceFile) -> Diagnostic {
    Messages.condition(issue, at: Location(file: file, range: issue.range))
  }

  static let assessmentType = ObjectType(name: "assessment", fields: [ObjectField(name: "date", type: .timestamp)])
}

/// The rules that read a question, in their scope or in a requirement.
public struct QuestionReaders: Sendable {
  /// Indexes of rules, ascending.
  public private(set) var rules: [Int]
  /// The first stage at which one of them reads it.
  public private(set) var earliest: LifecycleStage

  init(rules: [Int] = [], earliest: LifecycleStage = .retirement) {
    self.rules = rules
    self.earliest = earliest
  }

  private mutating func add(_ rule: Int, from stage: LifecycleStage) {
    if rules.last != rule { rules.append(rule) }
    earliest = min(earliest, stage)
  }

  static func all(_ rules: [Rule], _ schema: AnswerSchema) -> [QuestionReaders] {
    var readers = schema.questions.map { _ in QuestionReaders() }
    for (index, rule) in rules.enumerated() {
      for question in rule.scopeQuestions {
        if let place = schema.index(of: question) { readers[place].add(index, from: .concept) }
      }
      for tier in rule.tiers {
        for path in tier.condition.attributesRead {
          if let place = schema.question(of: path) { readers[place].add(index, from: tier.from) }
        }
      }
    }
    return readers
  }
}

/// Something that an overlay made less strict than the base, as the base allows.
public struct Loosening: Sendable {
  public let pack: String
  public let rule: String?
  public let what: String
}
