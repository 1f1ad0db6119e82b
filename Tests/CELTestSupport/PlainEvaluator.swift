public import CEL

/// CEL in its plainest form, as the specification says it and with no thought of speed: what planned evaluations are held
/// against. It knows the forms and functions that `ExpressionGenerator` makes, and no unknowns.
public struct PlainEvaluator {
  var variables: [String: Value]

  public init(variables: [String: Value]) {
    self.variables = variables
  }

  public func evaluate(_ expression: Expression) -> Value {
    switch expression.kind {
    case .literal(let literal): return value(of: literal)
    case .identifier(let name): return variables[name] ?? failure
    case .select(let operand, let field, _, _): return entry(evaluate(operand), .string(field)) ?? failure
    case .has(let operand, let field, _):
      let map = evaluate(operand)
      guard case .map = map else { return failure }
      return .bool(entry(map, .string(field)) != nil)
    case .index(let operand, let index, let isOptional):
      let (collection, key) = (evaluate(operand), evaluate(index))
      if isError(collection) || isError(key) { return failure }
      let found = entry(collection, key)
      return isOptional ? .optional(OptionalValue(found)) : found ?? failure
    case .and(let terms): return logic(terms.map { evaluate($0) }, deciding: false)
    case .or(let terms): return logic(terms.map { evaluate($0) }, deciding: true)
    case .conditional(let condition, let then, let otherwise):
      guard case .bool(let flag) = evaluate(condition) else { return failure }
      return evaluate(flag ? then : otherwise)
    case .list(let elements):
      let items = elements.map { evaluate($0.value) }
      return items.contains(where: isError) ? failure : .list(ListValue(items))
    case .map(let entries):
      let made = entries.map { (key: evaluate($0.key), value: evaluate($0.value)) }
      let isRepeated = made.indices.contains { place in made[..<place].contains { same($0.key, made[place].key) } }
      return isRepeated || made.contains { isError($0.key) || isError($0.value) } ? failure : .map(MapValue(made))
    case .structure: return failure
    case .call(let name, _, let target, let arguments):
      let values = ((target.map { [$0] } ?? []) + arguments).map { evaluate($0) }
      // The alternative of an optional is needed only where there is no value.
      if name == "orValue", case .optional(let optional) = values[0], let inner = optional.value { return inner }
      return values.contains(where: isError) ? failure : call(name, values)
    case .comprehension(let comprehension): return evaluate(comprehension)
    }
  }

  private var failure: Value { .error(EvaluationError("failure")) }

  private func isError(_ value: Value) -> Bool { if case .error = value { true } else { false } }

  private func value(of literal: Literal) -> Value {
    switch literal {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .uint(let value): .uint(value)
    case .double(let value): .double(value)
    case .string(let value): .string(value)
    case .bytes(let value): .bytes(value)
    }
  }

  private func entry(_ collection: Value, _ key: Value) -> Value? {
    switch (collection, key) {
    case (.list(let list), .int(let index)): index >= 0 && index < list.items.count ? list.items[Int(index)] : nil
    case (.map(let map), _): map.entries.first { same($0.key, key) }?.value
    default: nil
    }
  }

  private func logic(_ terms: [Value], deciding: Bool) -> Value {
    let flags = terms.map { term -> Bool? in if case .bool(let flag) = term { flag } else { nil } }
    if flags.contains(deciding) { return .bool(deciding) }
    return flags.contains(nil) ? failure : .bool(!deciding)
  }

  private func same(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.string(let left), .string(let right)): Array(left.unicodeScalars) == Array(right.unicodeScalars)
    case (.list(let left), .list(let right)):
      left.items.count == right.items.count && zip(left.items, right.items).allSatisfy { same($0, $1) }
    case (.map(let left), .map(let right)):
      left.entries.count == right.entries.count
        && left.entries.allSatisfy { entry in
          right.entries.contains { same(entry.key, $0.key) && same(entry.value, $0.value) }
        }
    default: false
    }
  }

  /// Below 0 where the first comes first, above 0 where the second does; nil where they have no order.
  private func order(_ left: Value, _ right: Value) -> Int? {
    switch (left, right) {
    case (.int(let left), .int(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.bool(let left), .bool(let right)): (left ? 1 : 0) - (right ? 1 : 0)
    case (.string(let left), .string(let right)):
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        ? -1 : right.unicodeScalars.lexicographicallyPrecedes(left.unicodeScalars) ? 1 : 0
    default: nil
    }
  }

  private func call(_ name: String, _ values: [Value]) -> Value {
    switch (name, values[0], values.count > 1 ? values[1] : .null) {
    case ("_==_", let left, let right): return .bool(same(left, right))
    case ("_!=_", let left, let right): return .bool(!same(left, right))
    case ("_<_", let left, let right): return order(left, right).map { .bool($0 < 0) } ?? failure
    case ("_<=_", let left, let right): return order(left, right).map { .bool($0 <= 0) } ?? failure
    case ("_>_", let left, let right): return order(left, right).map { .bool($0 > 0) } ?? failure
    case ("_>=_", let left, let right): return order(left, right).map { .bool($0 >= 0) } ?? failure
    case ("_+_", .int(let left), .int(let right)): return number(left.addingReportingOverflow(right))
    case ("_-_", .int(let left), .int(let right)): return number(left.subtractingReportingOverflow(right))
    case ("_*_", .int(let left), .int(let right)): return number(left.multipliedReportingOverflow(by: right))
    case ("_/_", .int(let left), .int(let right)): return number(left.dividedReportingOverflow(by: right))
    case ("_%_", .int(let left), .int(let right)): return number(left.remainderReportingOverflow(dividingBy: right))
    case ("-_", .int(let operand), _): return number(Int64(0).subtractingReportingOverflow(operand))
    case ("!_", .bool(let operand), _): return .bool(!operand)
    case ("_+_", .string(let left), .string(let right)): return .string(left + right)
    case ("_+_", .list(let left), .list(let right)): return .list(ListValue(left.items + right.items))
    case ("@in", let item, .list(let list)): return .bool(list.items.contains { same($0, item) })
    case ("@in", let key, .map(let map)): return .bool(map.entries.contains { same($0.key, key) })
    case ("size", .string(let text), _): return .int(Int64(text.unicodeScalars.count))
    case ("size", .list(let list), _): return .int(Int64(list.items.count))
    case ("size", .map(let map), _): return .int(Int64(map.entries.count))
    case ("string", .int(let value), _): return .string("\(value)")
    case ("startsWith", .string(let text), .string(let start)): return .bool(Array(text.utf8).starts(with: start.utf8))
    case ("first", .list(let list), _): return .optional(OptionalValue(list.items.first))
    case ("orValue", _, let alternative): return alternative
    case ("sort", .list(let list), _):
      let numbers = list.items.compactMap { item -> Int64? in if case .int(let number) = item { number } else { nil } }
      return .list(ListValue(numbers.sorted().map { .int($0) }))
    case ("distinct", .list(let list), _):
      var kept: [Value] = []
      for item in list.items where !kept.contains(where: { same($0, item) }) { kept.append(item) }
      return .list(ListValue(kept))
    case ("split", .string(let text), .string(let separator)):
      return .list(ListValue(parts(Array(text.unicodeScalars), Array(separator.unicodeScalars)).map { .string($0) }))
    default: return failure
    }
  }

  private func number(_ result: (partialValue: Int64, overflow: Bool)) -> Value {
    result.overflow ? failure : .int(result.partialValue)
  }

  private func parts(_ text: [Unicode.Scalar], _ separator: [Unicode.Scalar]) -> [String] {
    if separator.isEmpty { return text.map { String(Character($0)) } }
    var parts = [String.UnicodeScalarView()]
    var index = 0
    while index < text.count {
      if text[index...].starts(with: separator) {
        parts.append(String.UnicodeScalarView())
        index += separator.count
      } else {
        parts[parts.count - 1].append(text[index])
        index += 1
      }
    }
    return parts.map { String($0) }
  }

  private func evaluate(_ comprehension: Comprehension) -> Value {
    let range = evaluate(comprehension.range)
    func body(_ expression: Expression?, _ item: Value) -> Value {
      var inner = self
      inner.variables[comprehension.variables[0]] = item
      return expression.map { inner.evaluate($0) } ?? item
    }
    if comprehension.macro == .bind { return body(comprehension.transform, range) }
    let items: [Value]
    switch range {
    case .list(let list): items = list.items
    case .map(let map): items = map.entries.map(\.key)
    default: return failure
    }
    let conditions = items.map { body(comprehension.condition, $0) }
    let flags = conditions.map { value -> Bool? in if case .bool(let flag) = value { flag } else { nil } }
    switch comprehension.macro {
    case .all: return logic(conditions, deciding: false)
    case .exists: return logic(conditions, deciding: true)
    case .existsOne: return flags.contains(nil) ? failure : .bool(flags.filter { $0 == true }.count == 1)
    case .filter:
      if flags.contains(nil) { return failure }
      return .list(ListValue(zip(items, flags).filter { $0.1 == true }.map(\.0)))
    default:
      let made = items.map { body(comprehension.transform, $0) }
      return made.contains(where: isError) ? failure : .list(ListValue(made))
    }
  }
}
