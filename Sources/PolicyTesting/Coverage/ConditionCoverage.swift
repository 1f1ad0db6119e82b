internal import CEL
internal import Diagnostics
internal import PolicyModel

/// What single terms of a condition came to, over all cases of a rule.
struct ConditionCoverage {
  /// A term that is no connective of others.
  private struct Term {
    let range: SourceRange
    let text: String
    var isSeenTrue = false
    var isSeenFalse = false
    var isSkipped = false
    var isUnknown = false
    /// Whether it can be false: an answer that is neither a text nor a list is present wherever it is given.
    let canBeFalse: Bool

    /// On one line.
    var shown: String { text.split { $0 == "\n" || $0 == " " }.joined(separator: " ") }
  }

  private let condition: Condition
  private var terms: [Term] = []
  private var isEvaluated = false
  private let schema: AnswerSchema

  init(_ condition: Condition, _ schema: AnswerSchema) {
    self.condition = condition
    self.schema = schema
    collect(condition.program.checked.parsed.root, condition.program.checked.parsed)
  }

  private mutating func collect(_ expression: Expression, _ parsed: ParsedExpression) {
    switch expression.kind {
    case .and(let parts), .or(let parts): for part in parts { collect(part, parsed) }
    case .call("!_", _, _, let operands): collect(operands[0], parsed)
    case .conditional(let condition, let then, let otherwise):
      for part in [condition, then, otherwise] { collect(part, parsed) }
    default:
      terms.append(
        Term(
          range: expression.range, text: parsed.written(expression), canBeFalse: canBeFalse(expression, parsed)))
    }
  }

  private func canBeFalse(_ expression: Expression, _ parsed: ParsedExpression) -> Bool {
    guard case .call(let name, _, nil, let arguments) = expression.kind, arguments.count == 1 else { return true }
    if name == "answered" { return false }
    guard name == "present", let index = schema.index(of: parsed.written(arguments[0])) else { return true }
    switch schema.questions[index].type {
    case .text, .textList, .choiceList, .recordList: return true
    case .boolean, .number, .date, .choice: return false
    }
  }

  /// How many values there are to be seen: each term true and, where it can be, false.
  var total: Int { terms.reduce(0) { $0 + ($1.canBeFalse ? 2 : 1) } }

  /// How many of them were seen.
  var seen: Int { terms.reduce(0) { $0 + ($1.isSeenTrue ? 1 : 0) + ($1.isSeenFalse && $1.canBeFalse ? 1 : 0) } }

  mutating func note(_ variables: [Value]) {
    isEvaluated = true
    var outcomes: [SourceRange: Trace.Outcome] = [:]
    Self.gather(condition.program.trace(variables), &outcomes)
    for index in terms.indices {
      switch outcomes[terms[index].range] {
      case .value(.bool(true))?: terms[index].isSeenTrue = true
      case .value(.bool(false))?: terms[index].isSeenFalse = true
      case .value(.unknown)?: terms[index].isUnknown = true
      default: terms[index].isSkipped = true
      }
    }
  }

  private static func gather(_ trace: Trace, _ outcomes: inout [SourceRange: Trace.Outcome]) {
    if outcomes[trace.range] == nil { outcomes[trace.range] = trace.outcome }
    for child in trace.children { gather(child, &outcomes) }
  }

  /// What was never seen, each with a message that says why not.
  func gaps(_ rule: Rule) -> [(subject: ImpossibleSight.Subject, finding: Diagnostic)] {
    terms.flatMap { term in
      [true, false].compactMap { value in
        let isSeen = value ? term.isSeenTrue : term.isSeenFalse || !term.canBeFalse
        guard !isSeen else { return nil }
        return (
          .term(term.shown, value),
          Messages.notCovered(
            rule, term.shown, value ? "true" : "false", because: reason(term), at: condition.location(of: term.range))
        )
      }
    }
  }

  private func reason(_ term: Term) -> String {
    if !isEvaluated { return "no case gets so far: add one at a stage at which this is due, to which the rule applies" }
    if !term.isSeenTrue, !term.isSeenFalse {
      return term.isUnknown
        ? "where it is looked at, an answer is missing: add cases with the answer"
        : "in all cases a term before it decides already: add cases in which those hold"
    }
    let other = term.isSeenTrue ? "true" : "false"
    return term.isSkipped
      ? "it is \(other) wherever it is looked at; elsewhere a term before it decides"
      : "it is \(other) in all cases: add one in which it is not"
  }
}
