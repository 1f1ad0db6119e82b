/// Evaluates conditions on one set of answers.
struct Evaluator {
  let requirements: Requirements
  let patterns: PatternBook
  let answers: [String: ReadProject.Answer]
  let day: Int

  func truth(of condition: Condition) throws -> Truth {
    switch condition {
    case .always: .yes
    case .all(let parts): Truth.all(try parts.map(truth))
    case .any(let parts): Truth.any(try parts.map(truth))
    case .not(let part): try !truth(of: part)
    case .leaf(let leaf): try truth(of: leaf)
    }
  }

  private func truth(of leaf: Condition.Leaf) throws -> Truth {
    if leaf.op == .claims { return claims(leaf) }
    guard let answer = answers[leaf.field] else { return .unknown }
    if let field2 = leaf.field2, answers[field2] == nil { return .unknown }
    switch answer {
    case .texts(let items, let isOpen):
      return try truth(of: leaf, items: items, known: distinct(items).count, isOpen: isOpen)
    case .choices(let items, let isOpen):
      return try truth(of: leaf, items: items, known: items.count, isOpen: isOpen)
    case .records(let records, let isOpen):
      return try truth(of: leaf, records: records, isOpen: isOpen)
    case .boolean, .number, .text, .choice, .date:
      return try truth(of: leaf, single: answer)
    }
  }

  /// The number under `value`, `param` or `field2`, the last times the factor.
  func comparison(_ leaf: Condition.Leaf) throws -> Double {
    if let field2 = leaf.field2 {
      guard case .number(let value)? = answers[field2] else { throw mismatch(leaf) }
      return try value * (leaf.factor.map(parameter) ?? 1)
    }
    if let name = leaf.parameter { return try parameter(name) }
    guard case .number(let value)? = leaf.values.first else { throw mismatch(leaf) }
    return value
  }

  func parameter(_ name: String) throws -> Double {
    guard let value = requirements.parameters[name] else { throw UnexpectedShape(description: "parameter `\(name)`") }
    return value
  }

  func mismatch(_ leaf: Condition.Leaf) -> UnexpectedShape {
    UnexpectedShape(description: "\(leaf.op) does not fit \(leaf.field)")
  }

  /// Items with the same words as an earlier one do not count.
  private func distinct(_ items: [String]) -> Set<[String]> { Set(items.map(Texts.words)) }

  func equals(_ answer: ReadProject.Answer, _ literal: Condition.Literal) -> Bool {
    switch (answer, literal) {
    case (.boolean(let one), .boolean(let two)): one == two
    case (.number(let one), .number(let two)): one == two
    case (.choice(let one), .text(let two)), (.text(let one), .text(let two)): one == two
    default: false
    }
  }

  func differ(_ one: String, _ two: String) -> Bool { requirements.nameWords(one) != requirements.nameWords(two) }

  private func claims(_ leaf: Condition.Leaf) -> Truth {
    switch answers[leaf.field] {
    case nil: .no
    case .choices(let items, _)?: Truth(items.contains { leaf.values.contains(.text($0)) })
    case .texts(let items, _)?: Truth(items.contains { leaf.values.contains(.text($0)) })
    case let answer?: Truth(leaf.values.contains { equals(answer, $0) })
    }
  }
}
