internal import CEL
internal import Diagnostics
internal import PolicyModel

/// All single small errors of a condition: each comparison, boundary, connective, negation and constant.
struct ConditionMutations {
  private let parsed: ParsedExpression
  private let schema: AnswerSchema
  private let parameters: [String: Double]
  private(set) var found: [TextMutation] = []

  init(_ condition: Condition, _ policies: PolicySet) {
    parsed = condition.program.checked.parsed
    schema = policies.schema
    parameters = policies.foundation.parameterValues
    visitBoolean(parsed.root, isNegated: false)
  }

  private func text(_ expression: Expression) -> String { parsed.written(expression) }

  private mutating func add(
    _ range: SourceRange, _ replacement: String, _ hint: String, name: String? = nil, at place: SourceRange? = nil
  ) {
    let bytes = Array(parsed.source.utf8)[range.offsets]
    let changed = "`\(String(decoding: bytes, as: UTF8.self))` -> `\(replacement)`"
    found.append(
      TextMutation(range: range, replacement: replacement, place: place ?? range, name: name ?? changed, hint: hint))
  }

  // MARK: Logic

  private mutating func visitBoolean(_ expression: Expression, isNegated: Bool) {
    switch expression.kind {
    case .and(let terms): visitTerms(terms, expression, operator: "&&", other: "||")
    case .or(let terms): visitTerms(terms, expression, operator: "||", other: "&&")
    case .call("!_", _, _, let operands):
      add(
        expression.range, "(\(text(operands[0])))", "add a case in which `\(text(operands[0]))` alone decides")
      visitBoolean(operands[0], isNegated: true)
    case .conditional(let condition, let then, let otherwise):
      visitBoolean(condition, isNegated: false)
      visitBoolean(then, isNegated: false)
      visitBoolean(otherwise, isNegated: false)
    default: visitLeaf(expression, isNegated: isNegated)
    }
  }

  private mutating func visitTerms(_ terms: [Expression], _ whole: Expression, operator: String, other: String) {
    let texts = terms.map { "(\(text($0)))" }
    let isAnd = `operator` == "&&"
    add(
      whole.range, "(\(texts.joined(separator: " \(other) ")))",
      "add a case in which some of the terms hold and some don't",
      name: "`\(`operator`)` -> `\(other)` before `\(text(terms[1]))`")
    for (index, term) in terms.enumerated() {
      var rest = texts
      rest.remove(at: index)
      add(
        whole.range, "(\(rest.joined(separator: " \(`operator`) ")))",
        isAnd
          ? "add a case in which `\(text(term))` is false and everything else that is due holds"
          : "add a case in which of these only `\(text(term))` holds",
        name: "without `\(text(term))`", at: term.range)
    }
    for term in terms { visitBoolean(term, isNegated: false) }
  }

  private mutating func visitLeaf(_ leaf: Expression, isNegated: Bool) {
    if !isNegated {
      add(leaf.range, "!(\(text(leaf)))", "add a case in which `\(text(leaf))` alone decides")
    }
    visitOperands(leaf)
  }

  // MARK: Inside leaves

  private mutating func visitOperands(_ expression: Expression) {
    switch expression.kind {
    case .literal(let literal): mutate(literal, expression)
    case .select: mutateParameter(expression)
    case .call(let name, let nameRange, nil, let sides) where sides.count == 2:
      mutateBoundary(name, nameRange, sides, expression)
      if name == "_==_" || name == "_!=_" { mutateChoice(sides, expression) }
      for side in sides { visitOperands(side) }
    case .call(let name, let nameRange, let target, let arguments):
      // Of a list with one value, all is any.
      if name == "containsAll", case .list(let values)? = arguments.first?.kind, values.count > 1 {
        add(nameRange, "containsAny", "add a case whose list holds some of the values and not all")
      }
      if let target { visitOperands(target) }
      for argument in arguments { visitOperands(argument) }
    case .list(let elements): mutate(elements.map(\.value), expression)
    case .comprehension(let comprehension): mutate(comprehension, expression)
    default: for child in expression.children { visitOperands(child) }
    }
  }

  private mutating func mutateBoundary(
    _ name: String, _ nameRange: SourceRange, _ sides: [Expression], _ whole: Expression
  ) {
    // What happens at the bound, and what on the far side of it.
    let neighbours = ["_<_": ["<=", "!="], "_<=_": ["<", "=="], "_>_": [">=", "!="], "_>=_": [">", "=="]]
    guard let others = neighbours[name] else { return }
    let (left, right) = (text(sides[0]), text(sides[1]))
    let hints = [
      "add a case in which `\(left)` is exactly `\(right)`",
      "add a case in which `\(left)` lies well away from `\(right)`, on the side that no case is on",
    ]
    for (other, hint) in zip(others, hints) { add(whole.range, "\(left) \(other) \(right)", hint) }
  }

  /// A value that the question offers and the condition does not name, in the place of the one named.
  private mutating func mutateChoice(_ sides: [Expression], _ whole: Expression) {
    for (field, literal) in [(sides[0], sides[1]), (sides[1], sides[0])] {
      guard case .literal(.string(let named)) = literal.kind, let offered = values(of: field) else { continue }
      guard
        let other = offered.first(where: { $0 != named && !parsed.source.contains("'\($0)'") })
          ?? offered.first(where: { $0 != named })
      else { continue }
      add(literal.range, "'\(other)'", "add a case with `\(text(field))` \(named), and one with \(other)")
    }
  }

  private func values(of expression: Expression) -> [String]? {
    guard let index = schema.index(of: text(expression)) else { return nil }
    switch schema.questions[index].type {
    case .choice(let values): return values
    default: return nil
    }
  }

  private mutating func mutate(_ elements: [Expression], _ whole: Expression) {
    if elements.count > 1 {
      for (index, element) in elements.enumerated() {
        var rest = elements.map { text($0) }
        rest.remove(at: index)
        add(
          whole.range, "[\(rest.joined(separator: ", "))]",
          "add a case in which \(text(element)) is the one that matters",
          name: "without `\(text(element))` in the list", at: element.range)
      }
    }
    for element in elements {
      if case .literal = element.kind { continue }
      visitOperands(element)
    }
  }

  private mutating func mutate(_ comprehension: Comprehension, _ whole: Expression) {
    visitOperands(comprehension.range)
    let name = comprehension.macro.rawValue
    if comprehension.macro == .all || comprehension.macro == .exists {
      let other = comprehension.macro == .all ? "exists" : "all"
      let end = SourceRange(start: Int(comprehension.range.range.end), end: Int(whole.range.end))
      let tail = slice(end)
      if let place = tail.range(of: ".\(name)") {
        add(
          SourceRange(start: Int(end.start) + place.lowerBound, end: Int(end.start) + place.upperBound), ".\(other)",
          "add a case in which some of the entries fit and some don't")
      }
    }
    if let condition = comprehension.condition { visitBoolean(condition, isNegated: false) }
    if let transform = comprehension.transform { visitOperands(transform) }
  }

  private func slice(_ range: SourceRange) -> Slice { Slice(bytes: Array(parsed.source.utf8)[range.offsets]) }

  private struct Slice {
    let bytes: ArraySlice<UInt8>

    /// Offsets from the slice's beginning.
    func range(of text: String) -> Range<Int>? {
      let wanted = Array(text.utf8)
      guard bytes.count >= wanted.count else { return nil }
      for start in bytes.startIndex...(bytes.endIndex - wanted.count)
      where bytes[start..<start + wanted.count].elementsEqual(wanted) {
        return start - bytes.startIndex..<start - bytes.startIndex + wanted.count
      }
      return nil
    }
  }

  // MARK: Constants

  private mutating func mutate(_ literal: Literal, _ expression: Expression) {
    switch literal {
    case .int(let number):
      for step: Int64 in [1, -1] {
        let (other, isTooLarge) = number.addingReportingOverflow(step)
        if !isTooLarge { addConstant(expression, String(other)) }
      }
    case .double(let number): for other in Self.neighbours(of: number) { addConstant(expression, Self.written(other)) }
    case .bool(let flag): addConstant(expression, flag ? "false" : "true")
    default: break
    }
  }

  private mutating func mutateParameter(_ expression: Expression) {
    let name = text(expression)
    guard name.hasPrefix("params."), let value = parameters[String(name.dropFirst(7))] else { return }
    for other in Self.neighbours(of: value) { addConstant(expression, Self.written(other)) }
  }

  private mutating func addConstant(_ expression: Expression, _ other: String) {
    add(
      expression.range, other,
      "add a case for which `\(text(expression))` and `\(other)` make a difference: one just at the bound, one just beyond"
    )
  }

  /// A little more and a little less: by one where it is a whole number, else by a hundredth.
  private static func neighbours(of value: Double) -> [Double] {
    // Beyond, a step of one is lost in rounding.
    guard value != value.rounded() || value.magnitude >= 1e12 else { return [value + 1, value - 1] }
    let others = [1.01, 0.99].map { value * $0 }.filter(\.isFinite)
    // For people to read: 5.555, not 5.554999999999999.
    return (1e-3..<1e6).contains(value.magnitude) ? others.map { ($0 * 1e9).rounded() / 1e9 } : others
  }

  private static func written(_ value: Double) -> String {
    let text = Value.double(value).written
    return text.contains(".") || text.contains("e") ? text : text + ".0"
  }
}
