public import CEL

extension Expression {
  /// What it is made of, without where it stands.
  public var form: String {
    switch kind {
    case .literal(let literal): return "\(literal)"
    case .identifier(let name): return name
    case .select(let operand, let field, _, let isOptional): return "(select\(isOptional) \(operand.form) \(field))"
    case .index(let operand, let index, let isOptional): return "(index\(isOptional) \(operand.form) \(index.form))"
    case .has(let operand, let field, _): return "(has \(operand.form) \(field))"
    case .and(let terms): return "(and \(terms.map(\.form).joined(separator: " ")))"
    case .or(let terms): return "(or \(terms.map(\.form).joined(separator: " ")))"
    case .conditional(let condition, let then, let otherwise):
      return "(if \(condition.form) \(then.form) \(otherwise.form))"
    case .list(let elements):
      return "(list \(elements.map { "\($0.isOptional)\($0.value.form)" }.joined(separator: " ")))"
    case .map(let entries):
      return "(map \(entries.map { "\($0.isOptional)\($0.key.form):\($0.value.form)" }.joined(separator: " ")))"
    case .structure(let type, let fields):
      return "(\(type) \(fields.map { "\($0.isOptional)\($0.name):\($0.value.form)" }.joined(separator: " ")))"
    case .call(let name, _, let target, let arguments):
      return "(\(name) \(target?.form ?? "-") \(arguments.map(\.form).joined(separator: " ")))"
    case .comprehension(let comprehension):
      let parts = [comprehension.condition, comprehension.transform].map { $0?.form ?? "-" }
      return "(\(comprehension.macro) \(comprehension.range.form) \(comprehension.variables) \(parts))"
    }
  }
}
