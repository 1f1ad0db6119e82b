import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import PolicyModel
import Questionnaire
import Testing

@Suite("Project descriptions to begin with")
struct ProjectTemplateTests {
  private static let date = "2026-03-01"

  struct Beginning: Sendable, CustomTestStringConvertible {
    let kind: String
    let stage: LifecycleStage

    var testDescription: String { "\(kind) at \(stage.name)" }
  }

  private static func index(_ id: String) throws -> Int {
    let policies = try #require(World.policies)
    return try #require(policies.schema.index(of: id))
  }

  private static let kinds: [String] = {
    guard let policies = World.policies, let index = policies.schema.index(of: "project.kind"),
      case .choice(let values) = policies.schema.questions[index].type
    else { return [] }
    return values
  }()

  static let beginnings = kinds.flatMap { kind in LifecycleStage.allCases.map { Beginning(kind: kind, stage: $0) } }

  private static func template(_ given: [(String, AnswerInput)]) throws -> ProjectTemplate {
    try ProjectTemplate(
      try #require(World.policies), on: World.day(date), answers: given.map { (try index($0.0), $0.1) })
  }

  @Test("what is begun for any kind and stage reads back clean, and is held", arguments: beginnings)
  func clean(beginning: Beginning) throws {
    let given: [(String, AnswerInput)] = [
      ("project.name", .text("Selat Lookout: the 2nd")), ("project.lifecycle_stage", .text(beginning.stage.name)),
      ("project.kind", .text(beginning.kind)),
    ]
    let template = try Self.template(given)
    for text in [try template.text(for: "lookout.yaml"), try template.brief(for: "lookout.yaml")] {
      let assessment = try World.assess(text, on: Self.date)
      #expect(assessment.diagnostics.filter { $0.severity != .note }.isEmpty)
      #expect(assessment.gate.decision == .hold)
      #expect(assessment.stage == beginning.stage)
      let overview = QuestionOverview(assessment)
      let asked = Set(template.questions)
      // Nothing that matters is left out, and nothing is asked that can't.
      for state in overview.states {
        #expect(
          (state.location != nil && assessment.project.answers[state.index].node != nil) == asked.contains(state.index))
        if case .open = state.standing { #expect(asked.contains(state.index), "\(state.question.id)") }
      }
      for line in text.split(separator: "\n") where line.contains("#") {
        #expect(line.unicodeScalars.count <= 101, "\(line)")
      }
    }
  }

  @Test(
    "answers about the system bring questions in, and leave them out",
    arguments: [(true, "weapon"), (false, "logistics")]
  )
  func scoped(appliesForce: Bool, kind: String) throws {
    let common: [(String, AnswerInput)] = [
      ("project.lifecycle_stage", .text("test")), ("project.kind", .text(kind)),
    ]
    let open = try Self.template(common)
    let told = try Self.template(common + [("scope.applies_force", .text("\(appliesForce)"))])
    let text = try told.text(for: "it.yaml")
    #expect(try !open.text(for: "it.yaml").contains("area_limit_km2"))
    #expect(open.possible > told.possible)
    #expect(text.contains("\n  applies_force: \(appliesForce)\n"))
    #expect(text.contains("\n  area_limit_km2: unknown\n") == appliesForce)
    #expect(text.contains("\n#   answerable interview it.yaml\n#   answerable check it.yaml\n"))
  }

  @Test("later stages are counted, and the last has none")
  func later() throws {
    let first = try Self.template([("project.lifecycle_stage", .text("concept"))])
    #expect(first.added.map(\.stage) == first.added.map(\.stage).sorted())
    #expect(first.added.allSatisfy { $0.stage > .concept && $0.count > 0 })
    #expect(try first.text(for: "a").contains("\(first.added[0].count) from \(first.added[0].stage.name)"))
    let last = try Self.template([("project.lifecycle_stage", .text("retirement"))])
    #expect(last.added.isEmpty)
  }

  @Test("what the reader refuses is refused, with its remedy")
  func refused() throws {
    let error = #expect(throws: ProjectTemplate.Refusal.self) { try Self.template([("scope.isr", .text("yes"))]) }
    #expect(error?.message == "`scope.isr`: expected `true` or `false`, found `yes`; write `true`")
    #expect(error?.diagnostics.map(\.code) == ["project.wrong-type"])
  }

  @Test("the name of the file is one word for a shell")
  func quoted() throws {
    let text = try Self.template([]).brief(for: "my boat's.yaml")
    #expect(text.contains(#"answerable check 'my boat'\''s.yaml'"#))
  }
}
