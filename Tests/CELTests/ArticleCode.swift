import Testing

@testable import CEL

// The Swift code that the articles show, as it stands there.

// MARK: CEL

@Suite("The code in the articles about CEL")
struct ArticleCode {
  @Test("an expression is compiled and evaluated")
  func overview() {
    var printed: [String] = []
    func print(_ items: String...) { printed += items }

    let environment = Environment(
      variables: [VariableDeclaration(name: "x", type: .int)], objectTypes: [], dialect: .standard)
    let (checked, issues) = environment.compile("x > 2 || x / 0 == 1", expecting: .bool)
    if let checked {
      print(environment.plan(checked).evaluate([.int(3)]).written)  // true
    }
    for issue in issues { print(issue.code, issue.message) }

    #expect(printed == ["true"])
  }

  @Test("a function of one's own is called")
  func ownFunction() throws {
    let environment = Environment(
      variables: [], objectTypes: [], functions: FunctionLibrary.standard.adding([.shout]))

    for example in Function.shout.overloads.flatMap(\.examples) {
      let checked = try #require(environment.compile(example.expression).checked)
      #expect(environment.plan(checked).evaluate([]).written == example.result)
    }
  }

  @Test("a body spends before it makes something")
  func spending() {
    func body(_ count: Int, _ context: inout CallContext) -> Value {
      guard context.spend(count) else { return .error(.budgetSpent) }
      return .int(Int64(count))
    }

    var context = CallContext(timeZones: .utcOnly, budget: Budget(3))
    #expect(body(2, &context).written == "2")
    #expect(body(2, &context).written == EvaluationError.budgetSpent.message)
  }
}

// MARK: Partial evaluation

extension ArticleCode {
  static let tags = ListValue([.string("gift")], openness: UnknownSet(AttributePath("order").field("tags")))
  static let order = Value.partial(
    map([
      ("country", .string("MY")), ("total", .double(80)), ("tags", .list(tags)),
      (
        "items",
        .list(
          ListValue([
            map([("name", .string("lamp")), ("price", .double(30)), ("shipped", .bool(true))]),
            map([("name", .string("desk")), ("price", .double(50))]),
          ]))
      ),
    ]), of: "order",
    unknown: [
      UnknownPattern("order", [.only(.field("paid"))]),
      UnknownPattern("order", [.only(.field("items")), .only(.index(1)), .only(.field("shipped"))]),
    ])

  private static func map(_ entries: [(name: String, value: Value)]) -> Value {
    .map(MapValue(entries.map { (key: .string($0.name), value: $0.value) }))
  }
}

// MARK: Add a function

extension Function {
  /// `text.shout()`, `text.shout(times)`: the text in capitals, with exclamation marks.
  static let shout = Function(
    name: "shout", summary: "The text in capitals, with an exclamation mark or a number of them.",
    overloads: [
      Overload(
        id: "string_shout", .member, [.string], .string, examples: [("'stop'.shout()", "STOP!")],
        body: { arguments in shouted(arguments[0], times: .int(1)) }),
      Overload(
        id: "string_shout_int", .member, [.string, .int], .string, examples: [("'stop'.shout(3)", "STOP!!!")],
        body: { arguments in shouted(arguments[0], times: arguments[1]) }),
    ])

  private static func shouted(_ text: Value, times: Value) -> Value {
    guard let text = text.asString, let times = times.asInt else { return .noOverload("shout") }
    guard (0...100).contains(times) else { return .error(.outOfRange) }
    return .string(text.uppercased() + String(repeating: "!", count: Int(times)))
  }
}
