internal import CEL
internal import PolicyModel

/// Reads conditions as formulas. What it does not understand becomes a fact that is free to hold or not, so that what
/// is found impossible is impossible.
struct FormulaReader {
  private let questions: [String: Question]
  private let parameters: [String: Double]

  init(_ policies: PolicySet) {
    questions = Dictionary(policies.schema.questions.map { ($0.id, $0) }) { first, _ in first }
    parameters = policies.foundation.parameterValues
  }

  func read(_ condition: Condition) -> Formula {
    read(condition.program.checked.parsed.root, condition.program.checked.parsed)
  }

  private func read(_ expression: Expression, _ parsed: ParsedExpression) -> Formula {
    switch expression.kind {
    case .and(let terms): return .and(terms.map { read($0, parsed) })
    case .or(let terms): return .or(terms.map { read($0, parsed) })
    case .conditional(let condition, let then, let otherwise):
      let asked = read(condition, parsed)
      return .or([
        .and([asked, read(then, parsed)]), .and([.not(asked), read(otherwise, parsed)]),
      ])
    case .literal(.bool(let flag)): return flag ? .always : .not(.always)
    case .call("!_", _, _, let operands): return .not(read(operands[0], parsed))
    case .call(let name, _, nil, let sides) where sides.count == 2:
      if let formula = comparison(name, sides[0], sides[1]) { return formula }
    case .call(let name, _, let target?, let arguments) where arguments.count == 1:
      if let formula = membership(name, of: target, arguments[0]) { return formula }
    case .select:
      if let field = expression.fieldName, questions[field]?.type == .boolean {
        return .fact(.isOneOf(field: field, values: ["true"]))
      }
    default: break
    }
    return .fact(.other(parsed.written(expression)))
  }

  private func comparison(_ name: String, _ left: Expression, _ right: Expression) -> Formula? {
    switch name {
    case "_==_": return equality(left, right)
    case "_!=_": return equality(left, right).map { .not($0) }
    case "@in":
      guard let field = left.fieldName, let values = right.literalTexts else { return nil }
      return .fact(.isOneOf(field: field, values: values))
    case "_<_", "_<=_", "_>_", "_>=_":
      if let field = numberField(left), let limit = right.number(parameters) { return bound(field, name, limit) }
      if let field = numberField(right), let limit = left.number(parameters) {
        return bound(field, mirrored(name), limit)
      }
      return nil
    default: return nil
    }
  }

  private func mirrored(_ name: String) -> String {
    ["_<_": "_>_", "_<=_": "_>=_", "_>_": "_<_", "_>=_": "_<=_"][name] ?? name
  }

  private func bound(_ field: String, _ name: String, _ limit: Double) -> Formula {
    switch name {
    case "_<_": .fact(.isBelow(field: field, limit: limit, orAtLimit: false))
    case "_<=_": .fact(.isBelow(field: field, limit: limit, orAtLimit: true))
    case "_>_": .not(.fact(.isBelow(field: field, limit: limit, orAtLimit: true)))
    default: .not(.fact(.isBelow(field: field, limit: limit, orAtLimit: false)))
    }
  }

  private func equality(_ left: Expression, _ right: Expression) -> Formula? {
    guard let field = left.fieldName else { return nil }
    switch questions[field]?.type {
    case .boolean?, .choice?:
      return right.literalText.map { .fact(.isOneOf(field: field, values: [$0])) }
    case .number?:
      return right.number(parameters).map { limit in
        .and([
          .fact(.isBelow(field: field, limit: limit, orAtLimit: true)),
          .not(.fact(.isBelow(field: field, limit: limit, orAtLimit: false))),
        ])
      }
    default: return nil
    }
  }

  private func membership(_ name: String, of target: Expression, _ argument: Expression) -> Formula? {
    guard let field = target.fieldName, let values = argument.literalTexts?.sorted() else { return nil }
    let type = questions[field]?.type
    if name == "claims" {
      switch type {
      case .boolean?, .choice?: return .fact(.isOneOf(field: field, values: Set(values)))
      case .choiceList?, .textList?: return .or(values.map { .fact(.holds(field: field, value: $0)) })
      default: return nil
      }
    }
    let held = values.map { Formula.fact(.holds(field: field, value: $0)) }
    switch name {
    case "containsAll": return .and(held)
    case "containsAny": return .or(held)
    case "excludes": return .and(held.map { .not($0) })
    default: return nil
    }
  }

  private func numberField(_ expression: Expression) -> String? {
    expression.fieldName.flatMap { questions[$0]?.type == .number ? $0 : nil }
  }

  /// The values that a subject of `formula` may take; for a number one value of every stretch that the limits divide.
  func domain(of subject: Subject, _ limits: [Double]) -> [FactValue] {
    switch subject {
    case .choice(let field):
      switch questions[field]?.type {
      case .choice(let values)?: return values.map { .text($0) }
      default: return [.text("true"), .text("false")]
      }
    case .number(let field):
      let least = questions[field]?.minimum ?? 0
      let most = questions[field]?.maximum ?? .greatestFiniteMagnitude
      let sorted = Set(limits).sorted()
      var samples = sorted
      for (low, high) in zip(sorted, sorted.dropFirst()) { samples.append(low + (high - low) / 2) }
      if let first = sorted.first, let last = sorted.last {
        samples.append(least < first ? least + (first - least) / 2 : first - 1)
        samples.append(last < most ? last + min(1, (most - last) / 2) : last + 1)
        samples.append(least)
      }
      return Set(samples).sorted().filter { $0 >= least && $0 <= most }.map { .number($0) }
    case .member, .other: return [.flag(true), .flag(false)]
    }
  }
}
