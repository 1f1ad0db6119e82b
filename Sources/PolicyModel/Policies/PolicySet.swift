public import CEL
internal import Diagnostics

/// Everything that projects are assessed against: the foundation, the packs with their rules compiled, overlays applied.
public struct PolicySet: Sendable {
  public let foundation: Foundation
  public let packs: [PolicyPack]
  /// The rules of all packs, in order.
  public let rules: [Rule]
  public let schema: AnswerSchema
  /// What overlays loosen, where the base allows it.
  public let loosened: [Loosening]
  let constants: [Value]
  private let ruleIndexes: [String: Int]

  init(foundation: Foundation, packs: [PolicyPack], schema: AnswerSchema, loosened: [Loosening], constants: [Value]) {
    self.foundation = foundation
    self.packs = packs
    self.schema = schema
    self.loosened = loosened
    self.constants = constants
    rules = packs.flatMap(\.rules)
    var indexes: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { indexes[rule.id] = index }
    ruleIndexes = indexes
  }

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

  static let assessmentType = ObjectType(name: "assessment", fields: [ObjectField(name: "date", type: .timestamp)])
}

/// Something that an overlay made less strict than the base, as the base allows.
public struct Loosening: Sendable {
  public let pack: String
  public let rule: String?
  public let what: String
}
