internal import Diagnostics

/// Finds the causes of a result by following only the terms that decide it.
struct Explainer {
  private let checked: CheckedExpression
  private let nodes: [PlanNode?]
  private var frame: Frame
  private var scope: MacroScope
  private var causes: [Cause] = []
  private var choices = 0
  private var alternative: Alternative?

  init(_ program: Program, _ variables: [Value]) {
    checked = program.checked
    nodes = program.nodes
    frame = Frame(variables, program.environment)
    scope = MacroScope(checked)
  }

  mutating func explain(_ known: Bool?) -> [Cause] {
    let root = checked.parsed.root
    if let result = known ?? holds(root) { explain(root, result) }
    return causes
  }

  private mutating func value(of expression: Expression) -> Value {
    nodes[expression.id]?.evaluate(&frame) ?? .null
  }

  private mutating func holds(_ expression: Expression) -> Bool? {
    if case .bool(let flag) = value(of: expression) { return flag }
    return nil
  }

  private mutating func explain(_ expression: Expression, _ result: Bool) {
    switch expression.kind {
    case .and(let terms): explain(terms, result, deciding: false)
    case .or(let terms): explain(terms, result, deciding: true)
    case .call("!_", _, _, let arguments): explain(arguments[0], !result)
    case .conditional(let condition, let then, let otherwise):
      explain(holds(condition) == true ? then : otherwise, result)
    case .comprehension(let comprehension) where comprehension.macro == .all || comprehension.macro == .exists:
      explain(comprehension, expression, result)
    default: explainTerm(expression, wanted: !result)
    }
  }

  /// Each term that decides is a cause and must be mended; where none does, all of them together decide, and mending any
  /// one would do.
  private mutating func explain(_ terms: [Expression], _ result: Bool, deciding: Bool) {
    if result == deciding {
      for term in terms where holds(term) == deciding { explain(term, result) }
    } else if alternative == nil {
      for (side, term) in terms.enumerated() {
        alternative = Alternative(choice: choices, side: side)
        explain(term, result)
      }
      alternative = nil
      choices += 1
    } else {
      for term in terms { explain(term, result) }
    }
  }

  private mutating func explain(_ comprehension: Comprehension, _ whole: Expression, _ result: Bool) {
    guard let condition = comprehension.condition, comprehension.variables.count == 1 else {
      return explainTerm(whole, wanted: !result)
    }
    let range = value(of: comprehension.range)
    let deciding = comprehension.macro == .exists
    guard result == deciding, case .list(let list) = range else {
      return explainMissing(comprehension, condition, whole, range, wanted: !result)
    }
    let path = path(of: comprehension.range)
    for (index, item) in list.items.enumerated() {
      scope.enter(comprehension.variables[0], item, path?.index(index), &frame)
      if holds(condition) == deciding { explain(condition, result) }
      scope.leave(&frame)
      if deciding, !causes.isEmpty { return }
    }
  }

  /// No element is what is looked for: say what an element would have to be.
  private mutating func explainMissing(
    _ comprehension: Comprehension, _ condition: Expression, _ whole: Expression, _ range: Value, wanted: Bool
  ) {
    guard wanted, let path = path(of: comprehension.range) else { return explainTerm(whole, wanted: wanted) }
    var required = "an entry for which `\(checked.parsed.written(condition))`"
    // What an entry is compared with has one value only where it is not of the entry itself.
    if case .call("_==_", _, _, let sides) = condition.kind, case .select(let operand, let field, _, _) = sides[0].kind,
      case .identifier(comprehension.variables[0]) = operand.kind, !sides[1].mentions(comprehension.variables[0])
    {
      let other = value(of: sides[1])
      if !other.isAbsent { required = "an entry with `\(field)` \(other.written)" }
    }
    causes.append(
      Cause(
        path: path, actual: range, required: required, related: [], range: whole.range, alternative: alternative))
  }

  // MARK: Terms

  private mutating func explainTerm(_ term: Expression, wanted: Bool) {
    switch term.kind {
    case .call(let name, _, nil, let sides) where sides.count == 2 && OperatorNames.written(name) != nil:
      explainOperator(name, sides, term, wanted: wanted)
    case .call: explainCall(checked.operands(of: term), term, wanted: wanted)
    default:
      let path = path(of: term)
      let required = path == nil ? "`\(written(term))` to be \(wanted)" : wanted ? "true" : "false"
      append(term, path, value(of: term), required, others: [])
    }
  }

  private mutating func explainOperator(_ name: String, _ sides: [Expression], _ term: Expression, wanted: Bool) {
    let (left, right) = (value(of: sides[0]), value(of: sides[1]))
    if let path = path(of: sides[0]) {
      append(term, path, left, Requirement.of(name, right, wanted: wanted), others: [sides[1]])
    } else if let path = path(of: sides[1]), let flipped = Requirement.flipped(name) {
      append(term, path, right, Requirement.of(flipped, left, wanted: wanted), others: [sides[0]])
    } else {
      let (computed, other, operation) =
        Self.isLiteral(sides[0])
        ? (sides[1], left, Requirement.flipped(name) ?? name) : (sides[0], right, name)
      let found = value(of: computed)
      let paths = inputPaths(in: term)
      let required =
        "`\(written(computed))` \(Requirement.of(operation, other, wanted: wanted)); it is \(found.written)"
      causes.append(
        Cause(
          path: paths.first?.path, actual: paths.first?.value ?? found, required: required,
          related: Array(paths.dropFirst()), range: term.range, alternative: alternative))
    }
  }

  private static func isLiteral(_ expression: Expression) -> Bool {
    if case .literal = expression.kind { return true }
    return false
  }

  private mutating func explainCall(_ arguments: [Expression], _ term: Expression, wanted: Bool) {
    guard let first = arguments.first, case .call(let node) = nodes[term.id] else { return }
    let values = arguments.map { value(of: $0) }
    let overload = node.overloads.first { $0.accepts(values) }
    let required =
      overload?.requirement?(Array(values.dropFirst()), wanted) ?? "`\(written(term))` to be \(wanted)"
    append(term, path(of: first), values[0], required, others: Array(arguments.dropFirst()))
  }

  private mutating func append(
    _ term: Expression, _ path: AttributePath?, _ actual: Value, _ required: String, others: [Expression]
  ) {
    var related: [(path: AttributePath, value: Value)] = []
    for other in others { related += inputPaths(in: other) }
    causes.append(
      Cause(
        path: path, actual: actual, required: required, related: related, range: term.range, alternative: alternative))
  }

  private func written(_ expression: Expression) -> String { checked.parsed.written(expression) }

  // MARK: Paths

  private func path(of expression: Expression) -> AttributePath? { scope.path(of: expression) }

  private mutating func inputPaths(in expression: Expression) -> [(path: AttributePath, value: Value)] {
    if let path = path(of: expression) { return [(path, value(of: expression))] }
    if case .comprehension(let comprehension) = expression.kind { return inputPaths(in: comprehension.range) }
    var found: [(path: AttributePath, value: Value)] = []
    for operand in checked.operands(of: expression) { found += inputPaths(in: operand) }
    return found
  }
}
