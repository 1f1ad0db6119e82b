import CEL
import Foundation
import Testing

/// Evaluates without checking, so that anything can be tried.
private func evaluate(_ source: String, limits: Limits = .default) throws -> Value {
  let environment = Environment(variables: [], objectTypes: [], dialect: .standard, limits: limits)
  let (parsed, issues) = environment.parse(source)
  #expect(issues.map(\.message) == [])
  return environment.plan(try #require(parsed)).evaluate([])
}

private func isBudgetSpent(_ value: Value) -> Bool {
  if case .error(let error) = value { error.isLimit } else { false }
}

@Suite("Limits")
struct LimitTests {
  private static func nested(_ count: Int, _ opening: String, _ middle: String, _ closing: String) -> String {
    String(repeating: opening, count: count) + middle + String(repeating: closing, count: count)
  }

  @Test(
    "what stands inside each other as deep as is allowed is parsed, checked, printed and evaluated",
    arguments: [
      nested(240, "(", "1", ")"), nested(240, "[", "1", "]"), nested(120, "{1: ", "1", "}"),
      nested(240, "-", "(1)", ""),
      nested(240, "!", "true", ""), nested(240, "1 + ", "1", ""), nested(240, "true ? 1 : ", "1", ""),
      nested(120, "[1].map(x, ", "x", ")"), nested(120, "cel.bind(x, 1, ", "x", ")"), nested(120, "dyn(", "1", ")"),
      nested(120, "true && (false || ", "true", ")"), "{}" + nested(240, ".?a", "", ""),
      "[1]" + nested(240, ".map(x, x)", "", ""),
    ])
  func deep(source: String) async {
    // Half of what a thread has by default.
    let problems = await onThread(stackSize: 4 << 20) {
      let environment = Environment(variables: [], objectTypes: [], dialect: .standard)
      let (checked, issues) = environment.compile(source)
      guard let checked else { return issues.map(\.message) }
      let program = environment.plan(checked)
      if case .error(let error) = program.evaluate([]) { return [error.message] }
      return program.residual([]).isEmpty ? ["nothing is printed"] : []
    }
    #expect(problems == [])
  }

  private func onThread<Result: Sendable>(
    stackSize: Int, _ body: @escaping @Sendable () -> Result
  ) async -> Result {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: body()) }
      thread.stackSize = stackSize
      thread.start()
    }
  }

  @Test(
    "what is deeper is refused",
    arguments: [
      nested(251, "(", "1", ")"), nested(251, "[", "1", "]"), nested(300, "!", "true", ""),
      nested(300, "1 + ", "1", ""),
      nested(300, "true ? 1 : ", "1", ""), "a" + nested(300, ".a", "", ""), "a" + nested(300, "[0]", "", ""),
      nested(30_000, "[", "", ""), nested(30_000, "a.", "b", "{"), nested(3_000, "cel.bind(x, 1, ", "x", ")"),
      nested(30_000, "- ", "a", ""), nested(3_000, "'a'.f(", "", ""),
    ])
  func tooDeep(source: String) {
    let issues = Environment(variables: [], objectTypes: []).parse(source).issues
    #expect(issues.map(\.code) == ["cel.too-deep"])
  }

  @Test("long conjunctions, lists and maps are not deep")
  func wide() throws {
    #expect(try evaluate(Array(repeating: "true", count: 5_000).joined(separator: " && ")).written == "true")
    let list = "[" + Array(repeating: "1", count: 5_000).joined(separator: ",") + "]"
    #expect(try evaluate("size(\(list))").written == "5000")
  }

  @Test("a text that is too long is refused, and one as long as is allowed is read")
  func length() throws {
    let environment = Environment(variables: [], objectTypes: [])
    let text = String(repeating: "é", count: 99_998)
    #expect(environment.parse("'\(text)'").issues.isEmpty)
    #expect(environment.parse("'\(text)x'").issues.map(\.code) == ["cel.too-long"])
  }

  @Test("too many nodes are refused")
  func nodes() {
    var limits = Limits()
    limits.nodes = 10
    let environment = Environment(variables: [], objectTypes: [], limits: limits)
    #expect(environment.parse("[1, 2, 3, 4, 5, 6, 7, 8, 9]").issues.isEmpty)
    #expect(environment.parse("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]").issues.map(\.code) == ["cel.too-many-nodes"])
  }

  /// A list of a thousand, of a million, and so on, without writing it down.
  private static let thousand = "lists.range(1000)"
  private static let doubled = "cel.bind(a, 'x', " + nested(60, "cel.bind(a, a + a, ", "a.size()", ")") + ")"
  private static let laughs =
    "cel.bind(a, [1], " + nested(60, "cel.bind(a, [a, a], ", "a", ")") + ")"

  @Test(
    "what would take too long or too much memory ends in an error",
    arguments: [
      "\(thousand).all(a, \(thousand).all(b, \(thousand).all(c, a >= 0)))",
      "\(thousand).map(a, \(thousand).map(b, \(thousand).map(c, a)))", "lists.range(1000000000000)", doubled,
      "\(laughs) == \(laughs)", "'%s'.format([\(laughs)])", "\(laughs).distinct() == [1] || \(laughs) in [\(laughs)]",
      "'%.999999999f'.format([1.0])", "'%.999999999e'.format([1.0])",
      "\(thousand).map(a, 'x').join(lists.range(100000).map(b, 'y').join())",
      "lists.range(20000).map(a, 'x').join().replace('', lists.range(20000).map(a, 'x').join())",
      "lists.range(50000).map(a, [a]).distinct().size()",
      "cel.bind(l, lists.range(20000), l.all(a, a in l))",
      "sets.contains(lists.range(20000).map(a, [a]), lists.range(20000).map(a, [a, a]))",
      "cel.bind(t, lists.range(300000).map(a, 'a').join(), \(thousand).all(a, t.matches('(a?){50}b') || true))",
    ])
  func costly(source: String) throws {
    #expect(isBudgetSpent(try evaluate(source)))
  }

  @Test(
    "running out of the budget is absorbed by nothing",
    arguments: [
      "#S || true", "true && #S || true", "#S && false", "[#S, true].exists(x, x)", "[1].exists(x, #S || x == 1)",
      "#S ? true : true", "(1 / 0 == 1 && #S) || true", "[true, false].all(x, x || #S) || true",
      "optional.of(1).or(optional.of(#S)).hasValue() && #S", "[#S].exists_one(x, x) || true",
      "has({'a': #S}.a) || true", "optional.none().orValue(#S) || true", "dyn(#S) == 1 || true",
    ])
  func unabsorbed(template: String) throws {
    var limits = Limits()
    limits.budget = 500
    let spending = "lists.range(1000).all(x, true)"
    let source = template.split(separator: "#S", omittingEmptySubsequences: false).joined(separator: "(\(spending))")
    #expect(isBudgetSpent(try evaluate(source, limits: limits)))
  }
}
