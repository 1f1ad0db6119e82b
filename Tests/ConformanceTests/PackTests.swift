import AssessmentTestSupport
import Foundation
import LinearTimeRegex
import PolicyModel
import TestSupport
import Testing

@Suite("Packs against the requirements")
struct PackTests {
  let requirements: Requirements
  let policies: PolicySet

  init() throws {
    requirements = try Requirements.shared.get()
    policies = try #require(World.policies)
  }

  @Test(
    "the copies of the requirements and of the examples are the ones that others are tested against",
    .enabled(if: Folder.shared != nil, "no conformance data: name its folder in ANSWERABLE_SHARED"))
  func copies() throws {
    let shared = try #require(Folder.shared)
    for (copy, original) in [
      ("requirements.yaml", "research/requirements.yaml"), ("examples.yaml", "cases/examples.yaml"),
    ] {
      let bytes = [UInt8](try Data(contentsOf: shared.appending(path: original)))
      #expect(try Folder.bytes("Tests/ConformanceTests/Cases/" + copy) == bytes, "\(copy)")
    }
  }

  @Test("the packs have exactly the rules, each in the pack of its theme")
  func rules() {
    #expect(Set(policies.rules.map(\.id)) == Set(requirements.rules.map(\.id)))
    #expect(policies.rules.count == requirements.rules.count)
    for rule in requirements.rules { #expect(policies.rule(rule.id)?.pack == rule.theme, "\(rule.id)") }
  }

  @Test("every rule has its severity, clauses, stages, waiver and claim policy")
  func ruleFacts() throws {
    func stage(_ index: Int?) -> LifecycleStage? { index.flatMap { LifecycleStage(rawValue: $0) } }
    #expect(LifecycleStage.allCases.map(\.name) == requirements.stages)
    for rule in requirements.rules {
      let found = try #require(policies.rule(rule.id))
      #expect("\(found.severity)" == rule.severity, "\(rule.id)")
      #expect(found.clauses == rule.paragraphs, "\(rule.id)")
      #expect(found.dueFrom == stage(rule.dueFrom), "\(rule.id)")
      #expect(found.dueUntil == stage(rule.dueUntil), "\(rule.id)")
      #expect(found.tiers.map(\.from) == rule.tiers.map { stage($0.from) }, "\(rule.id)")
      #expect(found.tiers.map(\.until) == rule.tiers.map { stage($0.until) }, "\(rule.id)")
      #expect(found.allowsClaim == (rule.naPolicy == "justify"), "\(rule.id)")
      let waiver = found.waiver.map { policies.foundation.reviewLimits.ranks[$0] } ?? "never"
      #expect(waiver == rule.waiver, "\(rule.id)")
    }
  }

  @Test("every rule asks what it is said to ask: evidence for these questions supports it")
  func ruleQuestions() throws {
    for rule in requirements.rules {
      #expect(try Set(#require(policies.rule(rule.id)).questions) == Set(rule.questions), "\(rule.id)")
    }
  }

  @Test("the packs ask exactly the questions, of the same types, units and limits")
  func questions() throws {
    let questions = policies.foundation.questions
    #expect(Set(questions.map(\.id)) == Set(requirements.fields.map(\.name)))
    #expect(questions.count == requirements.fields.count)
    for field in requirements.fields {
      let question = try #require(questions.first { $0.id == field.name })
      #expect(Self.fieldType(question.type) == field.type, "\(field.name)")
      #expect(question.unit == field.unit, "\(field.name)")
      #expect(question.minimum == field.minimum, "\(field.name)")
      #expect(question.allowsFuture == requirements.futureDates.contains(field.name), "\(field.name)")
      #expect(question.isShort == requirements.shortTexts.contains(field.name), "\(field.name)")
    }
  }

  @Test("parameters have the same values; further ones only name a number that the requirements write out")
  func parameters() {
    let found = Dictionary(policies.foundation.parameters.map { ($0.name, $0.value) }) { first, _ in first }
    for (name, value) in requirements.parameters { #expect(found[name] == value, "\(name)") }
    let conditions = requirements.rules.flatMap { [$0.appliesWhen] + $0.tiers.map(\.condition) }
    let literals = Set(conditions.flatMap(\.leaves).flatMap(\.values))
    let sources = policies.rules.flatMap { $0.tiers.map(\.condition.source) + [$0.appliesWhen?.source ?? ""] }
    for (name, value) in found {
      let isWritten = requirements.parameters[name] != nil || literals.contains(.number(value))
      #expect(isWritten, "\(name)")
      #expect(sources.contains { $0.contains("params.\(name)") }, "\(name) is read by no rule")
    }
  }

  @Test("patterns have the same expressions in the same order")
  func patterns() throws {
    #expect(Set(policies.foundation.patterns.map(\.name)) == Set(requirements.patterns.keys))
    for pattern in policies.foundation.patterns {
      let wanted = try #require(requirements.patterns[pattern.name])
      #expect(pattern.match.map(\.pattern) == wanted.match, "\(pattern.name)")
      #expect(pattern.except.map(\.pattern) == wanted.except, "\(pattern.name)")
    }
  }

  @Test("word lists and limits are the same")
  func wordsAndLimits() {
    let rules = policies.foundation.answerRules
    #expect(rules.earliestDay == requirements.earliestDay)
    #expect(rules.lookalikeLetters == requirements.lookalikeLetters.sorted())
    #expect(rules.placeholderWords.subtracting(["unknown"]) == requirements.placeholderWords)
    #expect(rules.noneWords == requirements.noneWords)
    #expect(rules.nameTitles == requirements.nameTitles)
    let limits = policies.foundation.reviewLimits
    #expect(limits.ranks == requirements.ranks)
    #expect(limits.acceptanceDays == requirements.limits.acceptanceDays)
    #expect(limits.claimReviewDays == requirements.limits.naReviewDays)
    #expect(limits.minimumReasonWords == requirements.limits.minReasonWords)
    #expect(limits.mostAcceptedBlockers == requirements.limits.maxAcceptedBlockers)
    #expect(limits.mostAcceptedMajors == requirements.limits.maxAcceptedMajors)
  }

  private static func fieldType(_ type: AnswerType) -> Requirements.FieldType {
    switch type {
    case .boolean: .boolean
    case .number: .number
    case .text: .text
    case .date: .date
    case .choice(let values): .choice(values)
    case .textList: .list(.text)
    case .choiceList(let values): .list(.choice(values))
    case .recordList(let keys):
      .list(.record(keys.map { Requirements.RecordKey(name: $0.name, type: fieldType($0.type)) }))
    }
  }
}
