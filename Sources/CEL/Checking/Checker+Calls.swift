internal import Diagnostics
internal import LinearTimeRegex

extension Checker {
  mutating func call(
    _ name: String, _ nameRange: SourceRange, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> CELType {
    let receiver = names.namespacedCalls.contains(expression.id) ? nil : target
    let operands = (receiver.map { [$0] } ?? []) + arguments
    if OperatorNames.written(name) != nil, receiver == nil {
      return result(of: name, operands, expression) ?? (Operator.isPredicate(name) ? .bool : .dyn)
    }
    if names.functions[expression.id] == nil, reportMacro(name, nameRange, target) { return .dyn }
    let found = operands.map { infer($0) }
    checkOffered(name, operands)
    guard let function = names.functions[expression.id] else {
      reportUndeclared(name, nameRange, namespace: receiver == nil ? target?.qualifiedName : nil)
      return .dyn
    }
    if environment.dialect.reportsMistakes { checkPattern(name, arguments) }
    return overload(function, receiver == nil ? .global : .member, found, nameRange, expression)
  }

  private mutating func reportUndeclared(_ name: String, _ range: SourceRange, namespace: String?) {
    let prefix = namespace.map { $0 + "." } ?? ""
    let known = environment.functions.names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    report(Messages.undeclaredFunction(prefix + name, near: Suggestions.near(name, in: known), range: range))
  }

  private mutating func overload(
    _ function: Function, _ style: Overload.Style, _ found: [CELType], _ nameRange: SourceRange,
    _ expression: Expression
  ) -> CELType {
    var result: CELType?
    var possible: [Overload] = []
    // Where nothing is left to the evaluation, the first overload that fits is the one that will be called.
    let isDecided = found.allSatisfy { inference.resolve($0).isExact }
    for overload in function.overloads where overload.style == style {
      guard let declared = overload.parameters(count: found.count) else { continue }
      let (parameters, declaredResult) =
        overload.isGeneric
        ? inference.instance(of: declared, result: overload.result) : (declared, overload.result)
      guard inference.areAssignable(found, to: parameters) else { continue }
      possible.append(overload)
      let made = inference.resolve(declaredResult)
      if let before = result, before != made { result = .dyn } else { result = made }
      if isDecided { break }
    }
    guard let result else {
      let shown = found.map { inference.resolve($0, atEnd: true) }
      report(Messages.noOverload(function.name, shown, hint: Self.hint(function), range: nameRange))
      return .dyn
    }
    overloads[expression.id] = possible
    return result
  }

  private static func hint(_ function: Function) -> String? {
    function.overloads.first?.examples.first.map { "for example `\($0.expression)`" }
  }

  /// The type of an operator's result; nil, with an error, where the operands do not fit.
  mutating func result(of name: String, _ operands: [Expression], _ expression: Expression) -> CELType? {
    var found = operands.map { infer($0) }
    checkOffered(name, operands)
    if name != "@in", name != "_[_]", name != "_[?_]" { convertWholeNumbers(operands, &found) }
    if let quick = Operator.quickResult(name, found) { return quick }
    var result: CELType?
    for signature in Operator.signatures(name) where signature.parameters.count == found.count {
      let (parameters, declaredResult) =
        signature.isGeneric
        ? inference.instance(of: signature.parameters, result: signature.result)
        : (signature.parameters, signature.result)
      guard inference.areAssignable(found, to: parameters) else { continue }
      let made = inference.resolve(declaredResult)
      if let before = result, before != made { result = .dyn } else { result = made }
    }
    if result == nil {
      let shown = found.map { inference.resolve($0, atEnd: true) }
      report(
        Messages.noOverload(name, shown, hint: Operator.hint(name, shown), range: expression.range))
    }
    return result
  }

  /// A whole number beside a decimal one is meant as one: `2` beside a field that is a double is `2.0`.
  /// Of two literals only the branches of a condition are: others are not what anybody means, and it is better said.
  mutating func convertWholeNumbers(_ operands: [Expression], _ found: inout [CELType], areBranches: Bool = false) {
    guard environment.dialect.convertsWholeNumbers, found.count == 2 else { return }
    for (index, operand) in operands.enumerated() where found[1 - index] == .double {
      guard case .literal(.int) = operand.kind else { continue }
      if !areBranches, case .literal = operands[1 - index].kind { continue }
      types[operand.id] = .double
      found[index] = .double
    }
  }

  /// A constant pattern that is no regular expression is found here, not in the evaluation.
  private mutating func checkPattern(_ name: String, _ arguments: [Expression]) {
    guard name == "matches", let last = arguments.last, case .literal(.string(let pattern)) = last.kind else { return }
    if let problem = Function.problem(ofPattern: pattern) {
      report(Messages.badPattern(problem.message, remedy: problem.remedy, range: last.range))
    }
  }
}
