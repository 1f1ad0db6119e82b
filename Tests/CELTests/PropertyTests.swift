import CEL
import CELTestSupport
import SeededRandomness
import Testing

@Suite("Properties of random expressions")
struct PropertyTests {
  private static let kinds: [ExpressionGenerator.Kind] = [.bool, .bool, .bool, .int, .string, .ints, .strings]

  private func source(_ seed: UInt64, mistakes: Int? = nil) -> String {
    var generator = ExpressionGenerator(seed: seed, mistakes: mistakes)
    return generator.expression(Self.kinds[Int(seed) % Self.kinds.count], depth: 2 + Int(seed % 3))
  }

  private func program(_ source: String) throws -> Program {
    let (checked, issues) = GeneratedWorld.environment.compile(source)
    #expect(issues.map(\.message) == [], "\(source)")
    return GeneratedWorld.environment.plan(try #require(checked))
  }

  @Test("what follows from the known part holds however the unknown part turns out", arguments: 0..<8)
  func soundness(part: UInt64) throws {
    var decided = 0
    for seed in part * 150..<(part + 1) * 150 {
      var random = SplitMix64(seed: seed)
      let source = source(seed)
      let program = try program(source)
      let world = GeneratedWorld(&random).forgetting(&random)
      let partial = EvaluationOutcome(program.evaluate(world.values))
      if case .unknown = partial { continue }
      decided += world.isComplete ? 0 : 1
      for _ in 0..<4 {
        let whole = EvaluationOutcome(program.evaluate(world.completed(nil, &random).values))
        #expect(whole == partial, "seed \(seed): \(source)")
      }
    }
    #expect(decided > 20)
  }

  @Test("giving what is named as unknown makes progress, until the result is known", arguments: 0..<8)
  func progress(part: UInt64) throws {
    var undecided = 0
    for seed in part * 150..<(part + 1) * 150 {
      var random = SplitMix64(seed: seed)
      let source = source(seed)
      let program = try program(source)
      var world = GeneratedWorld(&random).forgetting(&random)
      var rounds = 0
      while case .unknown(let paths) = EvaluationOutcome(program.evaluate(world.values)) {
        undecided += 1
        rounds += 1
        world = world.completed(paths, &random)
        guard case .unknown(let next) = EvaluationOutcome(program.evaluate(world.values)) else { break }
        #expect(Set(next).isDisjoint(with: paths), "seed \(seed): \(source)")
        if rounds > 20 {
          Issue.record("seed \(seed): \(source)")
          break
        }
      }
    }
    #expect(undecided > 20)
  }

  @Test("what is left of an expression gives what the expression gives", arguments: 0..<4)
  func residual(part: UInt64) throws {
    for seed in part * 150..<(part + 1) * 150 {
      var random = SplitMix64(seed: seed)
      let source = source(seed)
      let program = try program(source)
      let world = GeneratedWorld(&random).forgetting(&random)
      let left = program.residual(world.values)
      let (parsed, issues) = GeneratedWorld.environment.parse(left)
      #expect(issues.isEmpty, "seed \(seed): \(left)")
      let residual = GeneratedWorld.environment.plan(try #require(parsed))
      for _ in 0..<3 {
        let whole = world.completed(nil, &random).values
        #expect(
          EvaluationOutcome(residual.evaluate(whole)) == EvaluationOutcome(program.evaluate(whole)),
          "seed \(seed): \(source)  —  \(left)")
      }
    }
  }

  @Test("what is traced and explained is what is evaluated", arguments: 0..<2)
  func tracing(part: UInt64) throws {
    for seed in part * 150..<(part + 1) * 150 {
      var random = SplitMix64(seed: seed)
      let source = source(seed)
      let program = try program(source)
      let values = GeneratedWorld(&random).forgetting(&random).values
      let value = program.evaluate(values)
      guard case .value(let traced) = program.trace(values).outcome else {
        Issue.record("seed \(seed): \(source)")
        continue
      }
      // A part of the inputs that is partly known is shown as it is, and named as unknown where it is the result.
      if case .unknown = EvaluationOutcome(value), case .unknown = EvaluationOutcome(traced) {
        #expect(EvaluationOutcome(traced) == EvaluationOutcome(value), "seed \(seed): \(source)")
      }
      if case .value = EvaluationOutcome(value) {
        #expect(EvaluationOutcome(traced) == EvaluationOutcome(value), "seed \(seed): \(source)")
      }
      if case .bool(let result) = value {
        let causes = program.explain(values)
        #expect(!causes.isEmpty, "seed \(seed): \(source)")
        #expect(
          program.explain(values, result: result).map(Self.text) == causes.map(Self.text), "seed \(seed): \(source)")
      }
    }
  }

  @Test("what is printed is read as the same expression", arguments: 0..<4)
  func printing(part: UInt64) throws {
    for seed in part * 250..<(part + 1) * 250 {
      let source = source(seed, mistakes: 9)
      let parsed = try #require(Parser.parse(source).expression)
      let printed = parsed.printed
      let again = try #require(Parser.parse(printed).expression, "seed \(seed): \(printed)")
      #expect(again.root.form == parsed.root.form, "seed \(seed): \(source)")
      #expect(again.printed == printed)
    }
  }

  @Test(
    "forms that are easily printed wrong",
    arguments: [
      "-(1)", "--1", "-(-x)", "-(1.5).f()", "(-1).f()", "-1.f()", "!(!x)", "!(a && b)", "!-1", "!!(-0.5)",
      "(a || b) && c",
      "a || (b || c)", "a && (b && c)", "(a ? b : c) ? d : e", "a ? (b ? c : d) : e", "a ? b : c ? d : e",
      "a - (b - c)",
      "(a - b) - c", "(a == b) == c", "a in (b in c)", "a.`b-c`.`in`", "a.b.c{d: 1, ?e: 2}.f", "{?1: 2, 'a': [?b]}",
      "a[?b].?c[0]", "has(a.b.c)", "[1].exists_one(x, x > 0)", "[1].existsOne(i, x, x > i)", "cel.bind(x, 1, x + 1)",
      "b'\\x00\\\\\"a'", "'\\u0000\\\"\\'\\n\\u2028é😀'", "1e100", "-0.0", "0xFFu", "(a + b).c", "(a < b).c(d)",
      "[].f()",
      "(a.b)[c]", ".a.b", ".f(.x)", "-9223372036854775808", "a % -b", "- - - a",
      "o.optMap(x, x.y).or(z)", "l.sortBy(x, -x)", "m.transformMapEntry(k, v, {v: k})", "a.?b.c",
    ])
  func printingForms(source: String) throws {
    let parsed = try #require(Parser.parse(source).expression)
    let again = try #require(Parser.parse(parsed.printed).expression, "\(parsed.printed)")
    #expect(again.root.form == parsed.root.form, "\(parsed.printed)")
  }

  @Test("what is checked has no errors of types or names", arguments: 0..<6)
  func checking(part: UInt64) throws {
    var refused = 0
    for seed in part * 250..<(part + 1) * 250 {
      var random = SplitMix64(seed: seed)
      let source = source(seed, mistakes: 12)
      guard let checked = GeneratedWorld.environment.compile(source).checked else {
        refused += 1
        continue
      }
      // What `dyn` hides is left to the evaluation.
      guard !checked.readsDynamically else { continue }
      let value = GeneratedWorld.environment.plan(checked).evaluate(GeneratedWorld(&random).values)
      if case .error(let error) = value {
        #expect(!error.message.hasPrefix("no such overload"), "seed \(seed): \(source)")
        #expect(!error.message.hasPrefix("no such attribute"), "seed \(seed): \(source)")
      }
    }
    #expect(refused > 20)
  }

  @Test("a planned evaluation gives what a plain one gives", arguments: 0..<6)
  func planning(part: UInt64) throws {
    for seed in part * 250..<(part + 1) * 250 {
      var random = SplitMix64(seed: seed)
      let source = source(seed)
      let world = GeneratedWorld(&random)
      var variables: [String: Value] = [:]
      for (variable, value) in zip(GeneratedWorld.variables, world.values) { variables[variable.name] = value }
      let parsed = try #require(Parser.parse(source).expression)
      let plain = EvaluationOutcome(PlainEvaluator(variables: variables).evaluate(parsed.root))
      #expect(EvaluationOutcome(try program(source).evaluate(world.values)) == plain, "seed \(seed): \(source)")
      let unchecked = try #require(GeneratedWorld.environment.parse(source).checked)
      let outcome = EvaluationOutcome(GeneratedWorld.environment.plan(unchecked).evaluate(world.values))
      #expect(outcome == plain, "unchecked, seed \(seed): \(source)")
    }
  }

  private static func text(_ cause: Cause) -> String {
    "\(cause.path?.description ?? "-") \(cause.required) \(cause.range) \(String(describing: cause.alternative))"
  }
}
