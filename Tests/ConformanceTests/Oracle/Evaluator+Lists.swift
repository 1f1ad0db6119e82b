extension Evaluator {
  /// A leaf on a list of texts or choices: what further items of an open list could change is unknown.
  func truth(of leaf: Condition.Leaf, items: [String], known: Int, isOpen: Bool) throws -> Truth {
    let otherwise: Truth = isOpen ? .unknown : .no
    func has(_ literal: Condition.Literal) -> Bool { items.contains { literal == .text($0) } }
    switch leaf.op {
    case .present: return known > 0 ? .yes : otherwise
    case .minItems: return Double(known) >= (try comparison(leaf)) ? .yes : otherwise
    case .containsAll: return leaf.values.allSatisfy(has) ? .yes : otherwise
    case .containsAny: return leaf.values.contains(where: has) ? .yes : otherwise
    case .excludes: return leaf.values.contains(where: has) ? .no : (isOpen ? .unknown : .yes)
    case .noneMatch:
      return noneHit(try items.map { try patterns.anyHits(leaf.patterns, $0) }, isOpen: isOpen)
    case .noneContains:
      return noneHit(try items.map { try contains($0, an: leaf) }, isOpen: try isOpen || isSecondOpen(leaf))
    default: throw mismatch(leaf)
    }
  }

  /// A leaf on a list of records.
  func truth(of leaf: Condition.Leaf, records: [[String: ReadProject.Answer]], isOpen: Bool) throws -> Truth {
    if leaf.op == .minItems {
      return Double(records.count) >= (try comparison(leaf)) ? .yes : (isOpen ? .unknown : .no)
    }
    if leaf.op == .present { return records.isEmpty ? (isOpen ? .unknown : .no) : .yes }
    guard let key = leaf.key else { throw mismatch(leaf) }
    let known = records.compactMap { $0[key] }
    let isIncomplete = isOpen || known.count < records.count
    switch leaf.op {
    case .covers:
      let all = leaf.values.allSatisfy { value in known.contains { equals($0, value) } }
      return all ? .yes : (isIncomplete ? .unknown : .no)
    case .minDistinct:
      let people = Set(try names(known, leaf).filter { !$0.isEmpty }.map(requirements.nameWords))
      return Double(people.count) >= (try comparison(leaf)) ? .yes : (isIncomplete ? .unknown : .no)
    case .noneMatch:
      return noneHit(try names(known, leaf).map { try patterns.anyHits(leaf.patterns, $0) }, isOpen: isIncomplete)
    case .noneContains:
      let hits = try names(known, leaf).map { try contains($0, an: leaf) }
      return noneHit(hits, isOpen: try isIncomplete || isSecondOpen(leaf))
    case .each:
      let parts = try records.map { try truth(of: leaf, record: $0, key: key) }
      return Truth.all(parts + (isOpen ? [.unknown] : []))
    default: throw mismatch(leaf)
    }
  }

  private func noneHit(_ hits: [Bool], isOpen: Bool) -> Truth {
    hits.contains(true) ? .no : (isOpen ? .unknown : .yes)
  }

  private func names(_ known: [ReadProject.Answer], _ leaf: Condition.Leaf) throws -> [String] {
    try known.map {
      guard case .text(let name) = $0 else { throw mismatch(leaf) }
      return name
    }
  }

  private func truth(of leaf: Condition.Leaf, record: [String: ReadProject.Answer], key: String) throws -> Truth {
    guard let answer = record[key] else { return .unknown }
    switch leaf.itemOp {
    case .present: return Truth(answer != .text(""))
    case .eq, .isIn: return Truth(leaf.values.contains { equals(answer, $0) })
    case .matches:
      guard case .text(let text) = answer else { throw mismatch(leaf) }
      return Truth(try patterns.anyHits(leaf.patterns, text))
    case .differs:
      guard let key2 = leaf.key2 else { throw mismatch(leaf) }
      guard let other = record[key2] else { return .unknown }
      guard case .text(let one) = answer, case .text(let two) = other else { throw mismatch(leaf) }
      return Truth(differ(one, two))
    default: throw mismatch(leaf)
    }
  }

  private func suppliers(_ leaf: Condition.Leaf) throws -> (items: [String], isOpen: Bool) {
    guard let field2 = leaf.field2, case .texts(let items, let isOpen)? = answers[field2] else { throw mismatch(leaf) }
    return (items, isOpen)
  }

  private func isSecondOpen(_ leaf: Condition.Leaf) throws -> Bool { try suppliers(leaf).isOpen }

  /// Whether the words of an item of the second list stand in a row in the text.
  private func contains(_ text: String, an leaf: Condition.Leaf) throws -> Bool {
    let words = Texts.words(text)
    return try suppliers(leaf).items.map(Texts.words).contains { item in
      guard !item.isEmpty, item.count <= words.count else { return false }
      return (0...(words.count - item.count)).contains { Array(words[$0..<($0 + item.count)]) == item }
    }
  }
}
