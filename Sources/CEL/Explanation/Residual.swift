/// What is left of an expression once all that is known is filled in: known parts become literals, terms that change
/// nothing are left out, of decided branches the taken one stays. Macros keep their written form.
struct Residual {
  private let program: Program
  private var frame: Frame

  init(_ program: Program, _ variables: [Value]) {
    self.program = program
    frame = Frame(variables, program.environment)
  }

  mutating func reduce() -> Expression { reduce(program.checked.parsed.root) }

  private mutating func reduce(_ expression: Expression) -> Expression {
    let value = value(of: expression)
    if !value.isAbsent, !value.hasUnknowns, let literal = Self.literal(value, at: expression) { return literal }
    switch expression.kind {
    case .literal, .identifier, .structure: return expression
    case .and(let terms): return reduce(terms, deciding: false, expression)
    case .or(let terms): return reduce(terms, deciding: true, expression)
    case .conditional(let condition, let then, let otherwise):
      if case .bool(let flag) = self.value(of: condition) { return reduce(flag ? then : otherwise) }
      return make(.conditional(reduce(condition), then: reduce(then), otherwise: reduce(otherwise)), expression)
    case .select(let operand, let field, let range, let isOptional):
      guard program.checked.names.references[expression.id] == nil else { return expression }
      return make(.select(reduce(operand), field: field, fieldRange: range, isOptional: isOptional), expression)
    case .has(let operand, let field, let range):
      return make(.has(reduce(operand), field: field, fieldRange: range), expression)
    case .index(let operand, let index, let isOptional):
      return make(.index(reduce(operand), reduce(index), isOptional: isOptional), expression)
    case .list(let elements): return make(.list(elements.compactMap { reduce($0) }), expression)
    case .map(let entries): return make(.map(entries.compactMap { reduce($0) }), expression)
    case .call(let name, let range, let target, let arguments):
      let isNamespaced = program.checked.names.namespacedCalls.contains(expression.id)
      let receiver = isNamespaced ? target : target.map { reduce($0) }
      let reduced = arguments.map { reduce($0) }
      return make(.call(name: name, nameRange: range, target: receiver, arguments: reduced), expression)
    case .comprehension(let comprehension):
      let reduced = Comprehension(
        macro: comprehension.macro, range: reduce(comprehension.range), variables: comprehension.variables,
        condition: comprehension.condition, transform: comprehension.transform)
      return make(.comprehension(reduced), expression)
    }
  }

  private mutating func value(of expression: Expression) -> Value {
    guard let value = program.nodes[expression.id]?.evaluate(&frame), !frame.context.budget.isSpent else {
      return .error(.budgetSpent)
    }
    return value
  }

  private mutating func reduce(_ terms: [Expression], deciding: Bool, _ whole: Expression) -> Expression {
    var kept: [Expression] = []
    for term in terms {
      if case .bool = value(of: term) { continue }
      kept.append(reduce(term))
    }
    if kept.count == 1 { return kept[0] }
    return make(deciding ? .or(kept) : .and(kept), whole)
  }

  /// Nil where the element is an empty optional.
  private mutating func reduce(_ element: ListElement) -> ListElement? {
    guard element.isOptional, let optional = value(of: element.value).asOptional else {
      return ListElement(value: reduce(element.value), isOptional: element.isOptional)
    }
    guard let inner = optional.value else { return nil }
    guard !inner.hasUnknowns, let literal = Self.literal(inner, at: element.value) else { return element }
    return ListElement(value: literal, isOptional: false)
  }

  private mutating func reduce(_ entry: MapEntry) -> MapEntry? {
    let key = reduce(entry.key)
    guard entry.isOptional, let optional = value(of: entry.value).asOptional else {
      return MapEntry(key: key, value: reduce(entry.value), isOptional: entry.isOptional)
    }
    guard let inner = optional.value else { return nil }
    guard !inner.hasUnknowns, let literal = Self.literal(inner, at: entry.value) else { return entry }
    return MapEntry(key: key, value: literal, isOptional: false)
  }

  private func make(_ kind: Expression.Kind, _ place: Expression) -> Expression {
    Expression(id: place.id, range: place.range, kind: kind)
  }

  // MARK: Literals

  /// An expression with the value; nil where there is none.
  private static func literal(_ value: Value, at place: Expression) -> Expression? {
    func make(_ kind: Expression.Kind) -> Expression { Expression(id: place.id, range: place.range, kind: kind) }
    func text(_ text: String) -> Expression { make(.literal(.string(text))) }
    func call(_ name: String, _ arguments: [Expression], on target: String? = nil) -> Expression {
      let target = target.map { make(.identifier($0)) }
      return make(.call(name: name, nameRange: place.range, target: target, arguments: arguments))
    }
    switch value {
    case .null: return make(.literal(.null))
    case .bool(let flag): return make(.literal(.bool(flag)))
    case .int(let number): return make(.literal(.int(number)))
    case .uint(let number): return make(.literal(.uint(number)))
    case .double(let number):
      return number.isFinite ? make(.literal(.double(number))) : call("double", [text(Value.written(number))])
    case .string(let string): return text(string)
    case .bytes(let bytes): return make(.literal(.bytes(bytes)))
    case .timestamp(let moment): return call("timestamp", [text(moment.rfc3339)])
    case .duration(let span): return call("duration", [text(span.seconds)])
    case .type(let name): return make(.identifier(name))
    case .optional(let optional):
      guard let inner = optional.value else { return call("none", [], on: "optional") }
      return literal(inner, at: place).map { call("of", [$0], on: "optional") }
    case .list(let list):
      let items = list.items.compactMap { literal($0, at: place) }
      guard items.count == list.items.count else { return nil }
      return make(.list(items.map { ListElement(value: $0, isOptional: false) }))
    case .map(let map):
      let entries = map.entries.compactMap { entry -> MapEntry? in
        guard let key = literal(entry.key, at: place), let value = literal(entry.value, at: place) else { return nil }
        return MapEntry(key: key, value: value, isOptional: false)
      }
      return entries.count == map.entries.count ? make(.map(entries)) : nil
    case .record, .error, .unknown: return nil
    }
  }
}
