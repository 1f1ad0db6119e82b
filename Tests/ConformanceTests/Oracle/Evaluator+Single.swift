extension Evaluator {
  func truth(of leaf: Condition.Leaf, single answer: ReadProject.Answer) throws -> Truth {
    switch leaf.op {
    case .present: return Truth(answer != .text(""))
    case .eq: return Truth(leaf.values.contains { equals(answer, $0) })
    case .ne: return Truth(!leaf.values.contains { equals(answer, $0) })
    case .isIn: return Truth(leaf.values.contains { equals(answer, $0) })
    default: break
    }
    switch answer {
    case .number(let value): return try truth(of: leaf, number: value)
    case .date(let date): return try truth(of: leaf, date: date)
    case .text(let text): return try truth(of: leaf, text: text)
    default: throw mismatch(leaf)
    }
  }

  private func truth(of leaf: Condition.Leaf, number: Double) throws -> Truth {
    switch leaf.op {
    case .lt: return Truth(number < (try comparison(leaf)))
    case .le: return Truth(number <= (try comparison(leaf)))
    case .gt: return Truth(number > (try comparison(leaf)))
    case .ge: return Truth(number >= (try comparison(leaf)))
    case .productLe, .productGe:
      guard let field2 = leaf.field2, case .number(let other)? = answers[field2], let name = leaf.parameter else {
        throw mismatch(leaf)
      }
      let product = number * other
      return Truth(leaf.op == .productLe ? product <= (try parameter(name)) : product >= (try parameter(name)))
    default: throw mismatch(leaf)
    }
  }

  private func truth(of leaf: Condition.Leaf, date: Int) throws -> Truth {
    switch leaf.op {
    case .inFuture: return Truth(date > day)
    case .ageLeDays:
      let limit = try comparison(leaf)
      return Truth(date <= day && Double(day - date) <= limit)
    case .notBefore: return Truth(date >= (try otherDate(leaf)))
    case .withinDaysOf:
      guard let name = leaf.parameter else { throw mismatch(leaf) }
      let start = try otherDate(leaf)
      let limit = try parameter(name)
      return Truth(date >= start && Double(date - start) <= limit)
    default: throw mismatch(leaf)
    }
  }

  private func otherDate(_ leaf: Condition.Leaf) throws -> Int {
    guard let field2 = leaf.field2, case .date(let other)? = answers[field2] else { throw mismatch(leaf) }
    return other
  }

  private func truth(of leaf: Condition.Leaf, text: String) throws -> Truth {
    switch leaf.op {
    case .matches: return Truth(try patterns.anyHits(leaf.patterns, text))
    case .noneMatch: return Truth(!(try patterns.anyHits(leaf.patterns, text)))
    case .differs:
      guard let field2 = leaf.field2, case .text(let other)? = answers[field2] else { throw mismatch(leaf) }
      return Truth(differ(text, other))
    default: throw mismatch(leaf)
    }
  }
}
