public import CEL

extension PlainEvaluator {
  /// Whether every name, form and function of an expression is known here, and comprehensions stand at most two deep,
  /// which takes a moment and not minutes.
  public func reaches(_ expression: Expression) -> Bool { reaches(expression, Set(variables.keys), comprehensions: 2) }

  private func reaches(_ expression: Expression, _ names: Set<String>, comprehensions: Int) -> Bool {
    switch expression.kind {
    case .literal(let literal):
      switch literal {
      case .bool, .int, .string: return true
      default: return false
      }
    case .identifier(let name): return names.contains(name)
    case .select(_, _, _, true), .index(_, _, true), .structure: return false
    case .list(let elements) where elements.contains(where: \.isOptional): return false
    case .map(let entries) where entries.contains(where: \.isOptional): return false
    case .call(let name, _, let target, let arguments):
      guard Self.functions[name] == arguments.count + (target == nil ? 0 : 1) else { return false }
    case .comprehension(let comprehension):
      guard comprehensions > 0, comprehension.variables.count == 1 else { return false }
      switch comprehension.macro {
      case .all, .exists, .existsOne, .filter, .bind: break
      case .map where comprehension.condition == nil: break
      default: return false
      }
      let inner = names.union(comprehension.variables)
      return reaches(comprehension.range, names, comprehensions: comprehensions)
        && [comprehension.condition, comprehension.transform].allSatisfy { part in
          part.map { reaches($0, inner, comprehensions: comprehensions - 1) } ?? true
        }
    default: break
    }
    return expression.children.allSatisfy { reaches($0, names, comprehensions: comprehensions) }
  }

  /// Functions of numbers, texts, lists and maps, with the number of what they take.
  private static let functions = [
    "_==_": 2, "_!=_": 2, "_<_": 2, "_<=_": 2, "_>_": 2, "_>=_": 2, "_+_": 2, "_-_": 2, "_*_": 2, "_/_": 2, "_%_": 2,
    "-_": 1, "!_": 1, "@in": 2, "size": 1, "startsWith": 2, "distinct": 1, "split": 2,
  ]
}
