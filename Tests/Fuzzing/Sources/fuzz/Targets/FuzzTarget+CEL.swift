import CEL
import CELTestSupport
import PolicyModel

extension FuzzTarget {
  /// What is printed parses to the same; what is checked evaluates without an error of types, whatever the answers;
  /// what follows from a part of the values follows from all; a planned evaluation gives what a plain one gives.
  static let cel = FuzzTarget(name: "cel") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    if let parsed = Parser.parse(text).expression { checkPrinting(of: parsed) }
    checkInRules(text)
    var chance = Chance(bytes)
    checkAlone(text, &chance)
  }

  /// A short expression can stand for a text that is longer than any that is read.
  private static func isReadable(_ text: String) -> Bool {
    text.unicodeScalars.count <= Limits.default.sourceLength
  }

  private static func checkPrinting(of parsed: ParsedExpression) {
    let printed = parsed.printed
    guard isReadable(printed) else { return }
    let again = Parser.parse(printed)
    guard let expression = again.expression else {
      fatalError("what is printed does not parse: \(again.issues.map(\.message))")
    }
    promise(expression.root.form == parsed.root.form, "what is printed parses to something else")
    promise(expression.printed == printed, "what is printed is printed otherwise")
  }

  /// As a condition of a rule.
  private static func checkInRules(_ text: String) {
    let policies = World.policies
    let (checked, issues) = policies.environment.compile(text)
    guard let checked else {
      promise(!issues.isEmpty, "refused without a word")
      return
    }
    let program = policies.environment.plan(checked)
    for answers in World.answers {
      let values = policies.variables(answers: answers, on: World.day)
      let value = program.evaluate(values)
      promise(value.written == program.evaluate(values).written, "two evaluations, two results")
      checkTypes(value, of: checked)
      if case .bool = value { promise(!program.explain(values).isEmpty, "decided by nothing") }
    }
    let left = program.residual(policies.variables(answers: World.noAnswers, on: World.day))
    guard isReadable(left) else { return }
    let (again, complaints) = policies.environment.parse(left)
    promise(again != nil, "what is left does not parse: \(complaints.map(\.message))")
  }

  private static func checkTypes(_ value: Value, of checked: CheckedExpression) {
    // What `dyn` hides is left to the evaluation.
    guard case .error(let error) = value, !checked.readsDynamically else { return }
    for kind in ["overload", "attribute", "field", "function", "type"] {
      promise(!error.message.hasPrefix("no such \(kind)"), "checked, and then: \(error.message)")
    }
  }

  /// By the standard alone.
  private static func checkAlone(_ text: String, _ chance: inout Chance) {
    let environment = SmallWorld.environment
    guard let checked = environment.compile(text).checked else { return }
    let program = environment.plan(checked)
    let value = program.evaluate(SmallWorld.values)
    checkTypes(value, of: checked)
    if case .error(let error) = value, error.isLimit { return }
    let whole = EvaluationOutcome(value)
    let partial = program.evaluate(SmallWorld.forgetful(&chance, oneIn: 3))
    switch partial {
    case .unknown: break
    case .error(let error) where error.isLimit: break
    default: promise(EvaluationOutcome(partial) == whole, "a part of the values gives \(partial.written), all \(whole)")
    }
    guard case .value(let traced) = program.trace(SmallWorld.values).outcome else {
      fatalError("a trace that does without the whole")
    }
    if case .error(let error) = traced, error.isLimit { return }
    promise(EvaluationOutcome(traced) == whole, "traced as \(traced.written), evaluated to \(whole)")
    let evaluator = PlainEvaluator(variables: SmallWorld.named)
    guard text.utf8.count <= 300, evaluator.reaches(checked.parsed.root) else { return }
    let plain = EvaluationOutcome(evaluator.evaluate(checked.parsed.root))
    promise(plain == whole, "planned: \(whole), plain: \(plain)")
  }
}
