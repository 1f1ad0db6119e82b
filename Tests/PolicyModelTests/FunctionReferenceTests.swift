import AssessmentTestSupport
import CEL
import PolicyModel
import Testing

@Suite("The reference of the packs' functions")
struct FunctionReferenceTests {
  @Test("every example calls its function and gives what it says")
  func examples() throws {
    let policies = try #require(World.policies)
    let known = Set(FunctionLibrary.standard.functions.map(\.name))
    let functions = policies.environment.functions.functions.filter { !known.contains($0.name) }
    #expect(functions.count > 10)
    let variables = policies.variables(answers: policies.schema.questions.map { _ in nil }, on: 0)
    for function in functions {
      for overload in function.overloads {
        #expect(!overload.examples.isEmpty, "\(overload.id)")
        for example in overload.examples {
          #expect(example.expression.contains(function.name + "("), "\(overload.id)")
          let (checked, issues) = policies.environment.compile(example.expression)
          #expect(issues.map(\.message) == [], "\(example.expression)")
          let value = policies.environment.plan(try #require(checked)).evaluate(variables)
          #expect(value.written == example.result, "\(example.expression)")
        }
      }
    }
  }
}
