import CEL
import Diagnostics
import Testing

@Suite("The reference of functions")
struct FunctionReferenceTests {
  private static let functions = FunctionLibrary.standard.functions

  @Test("every function has a name of its own and a sentence that says what it is")
  func summaries() {
    for function in Self.functions {
      let first = function.summary.unicodeScalars.first
      #expect(function.summary.hasSuffix(".") && function.summary.count > 10, "\(function.name)")
      #expect(first.map { $0.properties.isUppercase || $0 == "-" } ?? false, "\(function.name)")
      #expect(!function.overloads.isEmpty, "\(function.name)")
    }
    #expect(Set(Self.functions.map(\.name)).count == Self.functions.count)
  }

  @Test("every overload has an identifier of its own and an example")
  func overloads() {
    let overloads = Self.functions.flatMap(\.overloads)
    #expect(Set(overloads.map(\.id)).count == overloads.count)
    for overload in overloads { #expect(!overload.examples.isEmpty, "\(overload.id)") }
  }

  @Test("every example calls its function and gives what it says", arguments: functions.map(\.name))
  func examples(name: String) throws {
    let environment = Environment(variables: [], objectTypes: [])
    let function = try #require(Self.functions.first { $0.name == name })
    for overload in function.overloads {
      for example in overload.examples {
        #expect(example.expression.contains(name + "("), "\(overload.id)")
        let (checked, issues) = environment.compile(example.expression)
        #expect(issues.map(\.message) == [], "\(example.expression)")
        let value = environment.plan(try #require(checked)).evaluate([])
        #expect(value.written == example.result, "\(example.expression)")
      }
    }
  }

  @Test("a wrong number of arguments is an error of the check", arguments: functions.map(\.name))
  func argumentCounts(name: String) {
    let environment = Environment(variables: [VariableDeclaration(name: "x", type: .dyn)], objectTypes: [])
    let arguments = Array(repeating: "x", count: 9).joined(separator: ", ")
    // Those that take any number of arguments take nine too.
    if name == "math.greatest" || name == "math.least" { return }
    #expect(environment.compile("\(name)(\(arguments))").issues.map(\.severity) == [.error])
  }
}
