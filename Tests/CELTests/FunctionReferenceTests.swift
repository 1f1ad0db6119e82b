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

  // MARK: Macros and operators

  @Test("every macro and every operator says what it is, with an example for each form")
  func forms() {
    for macro in Macro.all {
      #expect(macro.summary.hasSuffix("."), "\(macro.name)")
      for form in macro.forms { #expect(!form.examples.isEmpty, "\(form.written)") }
    }
    #expect(Set(Macro.all.map(\.name)).count == Macro.all.count)
    for each in Operator.all {
      #expect(each.summary.hasSuffix(".") && !each.signatures.isEmpty && !each.examples.isEmpty, "\(each.name)")
    }
    #expect(Set(Operator.all.map(\.form)).count == Operator.all.count)
  }

  @Test(
    "every example of a macro is one of its form",
    arguments: Macro.all.flatMap { macro in macro.forms.map { (macro.name, $0.written) } })
  func macroExamples(name: String, written: String) throws {
    let forms = try #require(Macro.all.first { $0.name == name }).forms
    let form = try #require(forms.first { $0.written == written })
    #expect(form.written.contains(name + "("))
    for example in form.examples {
      #expect(example.expression.contains(name + "("), "\(example.expression)")
      #expect(try Self.value(example.expression) == example.result, "\(example.expression)")
    }
  }

  @Test("every example of an operator has its symbol", arguments: Operator.all.map(\.form))
  func operatorExamples(form: String) throws {
    let found = try #require(Operator.all.first { $0.form == form })
    let symbol = form.replacing("field", with: "").prefix { $0 != ":" }.filter { $0 != "_" && $0 != " " && $0 != "]" }
    for example in found.examples {
      #expect(example.expression.contains(symbol), "\(example.expression)")
      #expect(try Self.value(example.expression) == example.result, "\(example.expression)")
    }
  }

  private static func value(_ expression: String) throws -> String {
    let environment = Environment(variables: [], objectTypes: [], dialect: .standard)
    let (checked, issues) = environment.compile(expression)
    #expect(issues.map(\.message) == [])
    return environment.plan(try #require(checked)).evaluate([]).written
  }
}
