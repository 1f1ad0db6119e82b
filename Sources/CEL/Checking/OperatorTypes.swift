/// What the operators work on (cel-spec `langdef.md`, List of Standard Definitions), plus ordering across number types.
enum OperatorTypes {
  static func isPredicate(_ name: String) -> Bool {
    ["_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "!_"].contains(name)
  }

  /// Nil where the operator does not work on the types.
  static func result(_ name: String, _ operands: [CELType]) -> CELType? {
    guard operands.count == 2 else {
      let operand = operands[0]
      if operand == .dyn { return name == "!_" ? .bool : .dyn }
      return name == "!_" ? (operand == .bool ? .bool : nil) : operand == .int || operand == .double ? operand : nil
    }
    let (left, right) = (operands[0], operands[1])
    switch name {
    case "_==_", "_!=_": return agree(left, right) ? .bool : nil
    case "_<_", "_<=_", "_>_", "_>=_":
      if left == .dyn || right == .dyn { return .bool }
      if left.isNumber, right.isNumber { return .bool }
      let isOrdered = [.bool, .string, .bytes, .timestamp, .duration].contains(left)
      return left == right && isOrdered ? .bool : nil
    case "@in":
      switch right {
      case .list(let element): return agree(left, element) ? .bool : nil
      case .map(let key, _): return agree(left, key) ? .bool : nil
      case .dyn: return .bool
      default: return nil
      }
    default: return arithmetic(name, left, right)
    }
  }

  private static func arithmetic(_ name: String, _ left: CELType, _ right: CELType) -> CELType? {
    if left == .dyn || right == .dyn { return .dyn }
    switch (left, right) {
    case (.int, .int), (.uint, .uint): return left
    case (.double, .double): return name == "_%_" ? nil : .double
    case (.string, .string), (.bytes, .bytes): return name == "_+_" ? left : nil
    case (.list(let first), .list(let second)): return name == "_+_" ? .list(first == second ? first : .dyn) : nil
    case (.timestamp, .duration): return name == "_+_" || name == "_-_" ? .timestamp : nil
    case (.duration, .timestamp): return name == "_+_" ? .timestamp : nil
    case (.timestamp, .timestamp): return name == "_-_" ? .duration : nil
    case (.duration, .duration): return name == "_+_" || name == "_-_" ? .duration : nil
    default: return nil
    }
  }

  static func agree(_ left: CELType, _ right: CELType) -> Bool {
    switch (left, right) {
    case (.dyn, _), (_, .dyn): true
    case (.list(let left), .list(let right)): agree(left, right)
    case (.map(let leftKey, let left), .map(let rightKey, let right)): agree(leftKey, rightKey) && agree(left, right)
    case (.null, .timestamp), (.null, .duration), (.null, .object), (.null, .optional): true
    case (.timestamp, .null), (.duration, .null), (.object, .null), (.optional, .null): true
    default: left == right
    }
  }

  static func hint(_ name: String, _ operands: [CELType]) -> String? {
    guard operands.count == 2, operands.allSatisfy(\.isNumber) else { return nil }
    return "both sides need the same type: write `double(…)` around the whole number"
  }
}

/// Finds what the type parameters of a declaration stand for.
struct Unifier {
  private var bindings: [String: CELType] = [:]

  mutating func unify(_ declared: CELType, _ found: CELType) -> Bool {
    switch (declared, found) {
    case (.parameter(let name), _):
      guard let bound = bindings[name], bound != .dyn else {
        bindings[name] = found
        return true
      }
      return OperatorTypes.agree(bound, found)
    case (.dyn, _), (_, .dyn): return true
    case (.list(let declared), .list(let found)): return unify(declared, found)
    case (.map(let declaredKey, let declaredValue), .map(let foundKey, let foundValue)):
      return unify(declaredKey, foundKey) && unify(declaredValue, foundValue)
    default: return declared == found
    }
  }

  func resolve(_ type: CELType) -> CELType {
    switch type {
    case .parameter(let name): bindings[name] ?? .dyn
    case .list(let element): .list(resolve(element))
    case .map(let key, let value): .map(resolve(key), resolve(value))
    default: type
    }
  }
}
