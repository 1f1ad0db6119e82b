internal import CEL
internal import PolicyModel

/// Reads conditions as formulas. What it does not understand becomes a fact that is free to hold or not, so that what
/// is found impossible is impossible.
struct FormulaReader {
  private let questions: [String: Question]
  private let parameters: [String: Double]

  init(_ policies: PolicySet) {
    questions = Dictionary(policies.schema.questions.map { ($0.id, $0) }) { first, _ in first }
    parameters = Dictionary(policies.foundation.parameters.map { ($0.name, $0.value) }) { first, _ in first }
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
      if let field = Self.field(expression), questions[field]?.type == .boolean {
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
      guard let field = Self.field(left), let values = values(of: right) else { return nil }
      return .fact(.isOneOf(field: field, values: values))
    case "_<_", "_<=_", "_>_", "_>=_":
      if let field = numberField(left), let limit = number(right) { return bound(field, name, limit) }
      if let field = numberField(right), let limit = number(left) { return bound(field, mirrored(name), limit) }
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
    guard let field = Self.field(left) else { return nil }
    switch questions[field]?.type {
    case .boolean?, .choice?:
      return Self.text(right).map { .fact(.isOneOf(field: field, values: [$0])) }
    case .number?:
      return number(right).map { limit in
        .and([
          .fact(.isBelow(field: field, limit: limit, orAtLimit: true)),
          .not(.fact(.isBelow(field: field, limit: limit, orAtLimit: false))),
        ])
      }
    default: return nil
    }
  }

  private func membership(_ name: String, of target: Expression, _ argument: Expression) -> Formula? {
    guard let field = Self.field(target), let values = values(of: argument)?.sorted() else { return nil }
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
    Self.field(expression).flatMap { questions[$0]?.type == .number ? $0 : nil }
  }

  private func values(of expression: Expression) -> Set<String>? {
    guard case .list(let elements) = expression.kind else { return nil }
    let texts = elements.compactMap { Self.text($0.value) }
    return texts.count == elements.count ? Set(texts) : nil
  }

  private func number(_ expression: Expression) -> Double? {
    switch expression.kind {
    case .literal(.double(let number)): number
    case .literal(.int(let number)): Double(number)
    default:
      Self.field(expression).flatMap { $0.hasPrefix("params.") ? parameters[String($0.dropFirst(7))] : nil }
    }
  }

  private static func text(_ expression: Expression) -> String? {
    switch expression.kind {
    case .literal(.string(let text)): text
    case .literal(.bool(let flag)): flag ? "true" : "false"
    default: nil
    }
  }

  private static func field(_ expression: Expression) -> String? {
    switch expression.kind {
    case .identifier(let name): name
    case .select(let operand, let field, _, _): Self.field(operand).map { "\($0).\(field)" }
    default: nil
    }
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
