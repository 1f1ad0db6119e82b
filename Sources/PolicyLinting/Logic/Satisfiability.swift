internal import PolicyModel

/// Whether there are answers that make a formula true. It tries values out, with what is decided already pruning the
/// rest, and gives up in favour of `true` beyond a limit: what it calls impossible is impossible.
struct Satisfiability {
  private let reader: FormulaReader
  private static let mostSteps = 200_000

  init(_ reader: FormulaReader) {
    self.reader = reader
  }

  func isPossible(_ formula: Formula) -> Bool {
    var search = Search(formula, reader, mostSteps: Self.mostSteps)
    return search.run()
  }
}

private struct Search {
  private let formula: Formula
  private let subjects: [(subject: Subject, domain: [FactValue])]
  private var chosen: [Subject: FactValue] = [:]
  private var steps: Int

  init(_ formula: Formula, _ reader: FormulaReader, mostSteps: Int) {
    self.formula = formula
    steps = mostSteps
    var order: [Subject] = []
    var limits: [Subject: [Double]] = [:]
    for fact in formula.facts {
      if !order.contains(fact.subject) { order.append(fact.subject) }
      if case .isBelow(_, let limit, _) = fact { limits[fact.subject, default: []].append(limit) }
    }
    subjects = order.map { ($0, reader.domain(of: $0, limits[$0] ?? [])) }
  }

  mutating func run(_ depth: Int = 0) -> Bool {
    steps -= 1
    if steps < 0 { return true }
    if let decided = value(formula) { return decided }
    guard depth < subjects.count else { return true }
    let (subject, domain) = subjects[depth]
    for value in domain {
      chosen[subject] = value
      if run(depth + 1) { return true }
    }
    chosen[subject] = nil
    return false
  }

  /// The value as far as the values chosen decide it.
  private func value(_ formula: Formula) -> Bool? {
    switch formula {
    case .fact(let fact): return chosen[fact.subject].map { fact.holds(for: $0) }
    case .not(let part): return value(part).map { !$0 }
    case .and(let parts): return value(parts, deciding: false)
    case .or(let parts): return value(parts, deciding: true)
    }
  }

  private func value(_ parts: [Formula], deciding: Bool) -> Bool? {
    var isOpen = false
    for part in parts {
      switch value(part) {
      case deciding: return deciding
      case nil: isOpen = true
      default: break
      }
    }
    return isOpen ? nil : !deciding
  }
}
