public import Diagnostics

/// What every part of an expression came to, as a tree in the order written.
public struct Trace: Sendable {
  /// What became of a part.
  public enum Outcome: Sendable {
    case value(Value)
    /// An error that the expression around it did without.
    case absorbed(EvaluationError)
    /// It was not needed.
    case notEvaluated
  }

  /// The part as written, or, for an element of a macro's range, the variable and where the element stands.
  public let text: String
  public let range: SourceRange
  /// Where its value stands in the inputs; nil where it was worked out.
  public let path: AttributePath?
  public let outcome: Outcome
  public let children: [Trace]
}

extension Program {
  /// The values of all parts. Tracing evaluates like any evaluation, so it never changes a result.
  ///
  /// - Complexity: the cost of an evaluation times the depth of the expression, within one budget.
  public func trace(_ variables: [Value]) -> Trace {
    var tracer = Tracer(self, variables)
    return tracer.trace(checked.parsed.root)
  }
}

private struct Tracer {
  private let program: Program
  private var frame: Frame
  private var scope: MacroScope

  init(_ program: Program, _ variables: [Value]) {
    self.program = program
    frame = Frame(variables, program.environment)
    scope = MacroScope(program.checked)
  }

  private mutating func value(of expression: Expression) -> Value {
    guard let value = program.nodes[expression.id]?.evaluate(&frame), !frame.context.budget.isSpent else {
      return .error(.budgetSpent)
    }
    return value
  }

  mutating func trace(_ expression: Expression) -> Trace {
    let value = value(of: expression)
    let children: [Trace]
    switch expression.kind {
    case .and(let terms): children = trace(terms, deciding: false, value)
    case .or(let terms): children = trace(terms, deciding: true, value)
    case .conditional(let condition, let then, let otherwise):
      let taken: Bool? = if case .bool(let flag) = self.value(of: condition) { flag } else { nil }
      children = [
        trace(condition), taken == true ? trace(then) : skipped(then),
        taken == false ? trace(otherwise) : skipped(otherwise),
      ]
    case .comprehension(let comprehension): children = trace(comprehension, value)
    case .select where expression.rootName != nil: children = []
    default:
      // What is not planned on its own, such as a namespace before a function, has no value to show.
      children = expression.children.filter { !Self.isLiteral($0) && program.nodes[$0.id] != nil }.map { trace($0) }
    }
    return Trace(
      text: program.checked.parsed.written(expression), range: expression.range, path: scope.path(of: expression),
      outcome: .value(value), children: children)
  }

  /// What shows its value already.
  private static func isLiteral(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .literal: true
    case .list(let elements): elements.allSatisfy { isLiteral($0.value) }
    default: false
    }
  }

  private func skipped(_ expression: Expression) -> Trace {
    Trace(
      text: program.checked.parsed.written(expression), range: expression.range, path: scope.path(of: expression),
      outcome: .notEvaluated, children: [])
  }

  /// Terms behind the one that decides are not needed; errors before it are absorbed.
  private mutating func trace(_ terms: [Expression], deciding: Bool, _ result: Value) -> [Trace] {
    var traces: [Trace] = []
    var isDecided = false
    for term in terms {
      guard !isDecided else {
        traces.append(skipped(term))
        continue
      }
      let traced = trace(term)
      if case .value(.bool(deciding)) = traced.outcome { isDecided = true }
      traces.append(traced)
    }
    guard case .bool(deciding) = result else { return traces }
    return traces.map { $0.absorbingError() }
  }

  private mutating func trace(_ comprehension: Comprehension, _ result: Value) -> [Trace] {
    let range = trace(comprehension.range)
    if let bound = bound(comprehension), let body = comprehension.transform {
      scope.enter(comprehension.variables[0], bound, scope.path(of: comprehension.range), &frame)
      let traced = trace(body)
      scope.leave(&frame)
      return [range, traced]
    }
    guard comprehension.variables.count == 1, case .list(let list) = value(of: comprehension.range),
      let body = comprehension.condition ?? comprehension.transform
    else { return [range] }
    let name = comprehension.variables[0]
    let path = scope.path(of: comprehension.range)
    let deciding: Bool? =
      switch comprehension.macro {
      case .all: false
      case .exists: true
      default: nil
      }
    var elements: [Trace] = []
    for (index, item) in list.items.enumerated() {
      let place = path?.index(index)
      scope.enter(name, item, place, &frame)
      let traced = trace(body)
      scope.leave(&frame)
      elements.append(
        Trace(
          text: "\(name) = \(place?.description ?? item.written)", range: body.range, path: place,
          outcome: traced.outcome,
          children: traced.children.isEmpty ? [traced] : traced.children))
      if let deciding, case .value(.bool(deciding)) = traced.outcome { break }
      if frame.context.budget.isSpent { break }
    }
    if let deciding, case .bool(deciding) = result { elements = elements.map { $0.absorbingError() } }
    return [range] + elements
  }
}

extension Tracer {
  /// The value that a macro gives a name; nil where it runs over a range, or there is none.
  private mutating func bound(_ comprehension: Comprehension) -> Value? {
    let value = value(of: comprehension.range)
    switch comprehension.macro {
    case .bind: return value
    case .optMap, .optFlatMap: return value.asOptional?.value
    default: return nil
    }
  }
}

extension Trace {
  fileprivate func absorbingError() -> Trace {
    guard case .value(.error(let error)) = outcome else { return self }
    return Trace(text: text, range: range, path: path, outcome: .absorbed(error), children: children)
  }
}
