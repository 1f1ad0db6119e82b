internal import CEL
internal import Diagnostics

/// Finds requirements that no answer can satisfy, because what must hold of one field excludes itself.
///
/// It looks at the terms that must all hold, over all tiers of a rule that are due together at its last stage.
struct ContradictionCheck {
  private enum Bound { case below, above }

  /// What is still possible of a field.
  private struct Possible {
    var values: Set<String>?
    var excluded: Set<String> = []
    var least = -Double.infinity
    var most = Double.infinity
    var leastIsOpen = false
    var mostIsOpen = false

    var isEmpty: Bool {
      if let values, values.subtracting(excluded).isEmpty { return true }
      return least > most || least == most && (leastIsOpen || mostIsOpen)
    }
  }

  /// What is known of the fields before any rule speaks of them.
  struct Known {
    fileprivate let parameters: [String: Double]
    fileprivate let types: [String: AnswerType]

    init(_ foundation: Foundation) {
      parameters = foundation.parameterValues
      types = Dictionary(foundation.questions.map { ($0.id, $0.type) }) { first, _ in first }
    }
  }

  private let facts: Known
  private var possible: [String: Possible] = [:]

  init(_ facts: Known) {
    self.facts = facts
  }

  /// Adds a condition that must hold with those before; the error where that leaves nothing possible.
  mutating func add(_ condition: Condition) -> Diagnostic? {
    for term in Self.terms(condition.program.checked.parsed.root) {
      guard let (field, narrowed) = narrow(term), narrowed.isEmpty else { continue }
      return Messages.contradiction("the requirements of `\(field)` exclude each other", at: condition.location)
    }
    return nil
  }

  private static func terms(_ expression: Expression) -> [Expression] {
    if case .and(let terms) = expression.kind { return terms.flatMap { Self.terms($0) } }
    return [expression]
  }

  private mutating func narrow(_ term: Expression) -> (String, Possible)? {
    switch term.kind {
    case .select:
      return term.fieldName.flatMap { narrow($0, to: ["true"]) }
    case .call("!_", _, _, let operands):
      guard let field = operands[0].fieldName else { return nil }
      return narrow(field, to: ["false"])
    case .call("_==_", _, _, let sides):
      guard let field = sides[0].fieldName else { return nil }
      if let text = sides[1].literalText { return narrow(field, to: [text]) }
      if let number = sides[1].number(facts.parameters) {
        _ = narrow(field, .above, number, isOpen: false)
        return narrow(field, .below, number, isOpen: false)
      }
      return nil
    case .call("_!=_", _, _, let sides):
      guard let field = sides[0].fieldName, let text = sides[1].literalText else { return nil }
      var known = possible[field] ?? start(field)
      known.excluded.insert(text)
      possible[field] = known
      return (field, known)
    case .call("@in", _, _, let sides):
      guard let field = sides[0].fieldName, let texts = sides[1].literalTexts else { return nil }
      return narrow(field, to: texts)
    case .call(let name, _, nil, let sides) where ["_<_", "_<=_", "_>_", "_>=_"].contains(name):
      guard let field = sides[0].fieldName, let number = sides[1].number(facts.parameters) else { return nil }
      let isOpen = name == "_<_" || name == "_>_"
      return narrow(field, name.hasPrefix("_<") ? .below : .above, number, isOpen: isOpen)
    default: return nil
    }
  }

  private mutating func narrow(_ field: String, to values: Set<String>) -> (String, Possible)? {
    var known = possible[field] ?? start(field)
    known.values = known.values.map { $0.intersection(values) } ?? values
    possible[field] = known
    return (field, known)
  }

  private mutating func narrow(_ field: String, _ bound: Bound, _ number: Double, isOpen: Bool) -> (String, Possible)? {
    var known = possible[field] ?? start(field)
    switch bound {
    case .below where number < known.most || number == known.most && isOpen:
      (known.most, known.mostIsOpen) = (number, isOpen)
    case .above where number > known.least || number == known.least && isOpen:
      (known.least, known.leastIsOpen) = (number, isOpen)
    default: break
    }
    possible[field] = known
    return (field, known)
  }

  private func start(_ field: String) -> Possible {
    switch facts.types[field] {
    case .boolean: Possible(values: ["true", "false"])
    case .choice(let values): Possible(values: Set(values))
    default: Possible()
    }
  }
}
