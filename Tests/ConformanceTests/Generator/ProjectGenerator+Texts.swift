extension ProjectGenerator {
  mutating func aim(atText leaf: Condition.Leaf, _ isWanted: Bool) {
    let text: String
    switch (leaf.op, isWanted) {
    case (.present, true): text = textValue(at: leaf.field)
    case (.present, false): text = random.pick(Vocabulary.empty)
    case (.matches, true), (.noneMatch, false): text = textHit(by: random.pick(leaf.patterns), at: leaf.field)
    case (.differs, _):
      let isLegal = patternsByField[leaf.field]?.contains("legal_post") == true
      let name = random.pick(isLegal ? Vocabulary.legal : Vocabulary.goodNames)
      if let field2 = leaf.field2 { answers[field2] = .text(name) }
      text = isWanted ? random.pick(isLegal ? Vocabulary.legal : Vocabulary.goodNames) : sameName(as: name)
    default: text = harmlessText(at: leaf.field)
    }
    answers[leaf.field] = .text(text)
  }

  /// A text that none of the patterns of a place is meant to hit.
  private mutating func harmlessText(at place: String) -> String {
    let patterns = patternsByField[place] ?? []
    if patterns.contains("machine_hard") { return random.pick(Vocabulary.goodNames) }
    if patterns.contains("force_words") { return random.pick(Vocabulary.purposes) }
    if patterns.contains("catch_all") { return random.pick(Vocabulary.objects) }
    return random.pick(Vocabulary.plain)
  }

  /// A text that the pattern hits; where a legal post is asked for, often one that names it as well.
  private mutating func textHit(by pattern: String, at place: String) -> String {
    let isLegal = patternsByField[place]?.contains("legal_post") == true
    return (isLegal && random.happens(0.5) ? "Legal " : "") + textHit(by: pattern)
  }

  /// The same person, written in another way.
  private mutating func sameName(as name: String) -> String {
    switch random.number(0...4) {
    case 0: name.uppercased()
    case 1: "Col. " + name
    case 2: "  " + name.split(separator: " ").joined(separator: "\u{A0} ")
    case 3: name + ", Dr"
    default: name
    }
  }

  mutating func aim(atTexts leaf: Condition.Leaf, _ isWanted: Bool) {
    var items: [String] = []
    for number in 1...4 {
      items.append(harmlessText(at: leaf.field) + " in case " + String(repeating: "I", count: number))
    }
    if leaf.field == "contract.suppliers" { items = Vocabulary.suppliers.shuffled(using: &random) }
    if patternsByField[leaf.field]?.contains("machine_hard") == true {
      items = Array(Vocabulary.goodNames.shuffled(using: &random).prefix(4))
    }
    switch (leaf.op, isWanted) {
    case (.minItems, false):
      var needed = 1
      if case .number(let value)? = leaf.values.first { needed = Int(value) }
      items = Array(items.prefix(needed - 1))
      if let first = items.first { items.append(first.uppercased() + ".") }
      if random.happens(0.5) { items.append(random.pick(Vocabulary.empty)) }
    case (.noneMatch, false): items.insert(textHit(by: random.pick(leaf.patterns)), at: random.number(0...4))
    default: break
    }
    answers[leaf.field] = .texts(items)
  }

  mutating func aim(atRecords leaf: Condition.Leaf, _ isWanted: Bool, keys: [Requirements.RecordKey]) {
    if leaf.op == .minItems {
      let count = isWanted ? random.number(1...3) : 0
      answers[leaf.field] = .list((0..<count).map { _ in goodRecord(keys, at: leaf.field) })
      return
    }
    guard let key = leaf.key else { return }
    var records: [Generated] = []
    if case .list(let known)? = answers[leaf.field] { records = known }
    if records.isEmpty {
      let count = leaf.field == "accountability.assignments" ? requirements.stages.count : 2
      records = (0..<count).map { _ in goodRecord(keys, at: leaf.field) }
    }
    switch leaf.op {
    case .covers:
      records = requirements.stages.map { stage in
        var record = goodRecord(keys, at: leaf.field)
        record.set(key, to: .raw(stage))
        return record
      }
      if !isWanted {
        let needed = leaf.values.compactMap {
          if case .text(let stage) = $0 { requirements.stages.firstIndex(of: stage) } else { nil }
        }
        records.remove(at: random.pick(needed, or: 0))
      }
    case .minDistinct where !isWanted:
      for index in records.indices { records[index].set(key, to: .text(index.isMultiple(of: 2) ? "Dr Siti" : "SITI")) }
    case .noneContains where !isWanted:
      let supplier = random.pick(Vocabulary.suppliers)
      answers[leaf.field2 ?? ""] = .texts([supplier, random.pick(Vocabulary.suppliers)])
      change(&records, key, to: .text("Chief of " + supplier.uppercased() + " liaison"))
    case .noneContains: answers[leaf.field2 ?? ""] = .texts([random.pick(Vocabulary.suppliers)])
    case .noneMatch where !isWanted: change(&records, key, to: .text(textHit(by: random.pick(leaf.patterns))))
    case .each where !isWanted: change(&records, key, to: spoilt(leaf))
    default:
      for index in records.indices {
        guard case .record(let pairs) = goodRecord(keys, at: leaf.field) else { continue }
        for pair in pairs where pair.key == key || pair.key == leaf.key2 {
          records[index].set(pair.key, to: pair.value)
        }
      }
    }
    answers[leaf.field] = .list(records)
  }

  private mutating func change(_ records: inout [Generated], _ key: String, to value: Generated) {
    guard let index = records.indices.randomElement(using: &random) else { return }
    records[index].set(key, to: value)
  }

  private mutating func spoilt(_ leaf: Condition.Leaf) -> Generated {
    switch leaf.itemOp {
    case .eq: .boolean(false)
    case .isIn: .raw(random.pick(["vendor", "software_agent", "committee", "organisation"]))
    case .matches: .text(random.pick(Vocabulary.brokenHashes))
    default: .text(random.pick(Vocabulary.empty))
    }
  }

  /// A record as the rules want it.
  private mutating func goodRecord(_ keys: [Requirements.RecordKey], at place: String) -> Generated {
    let names = Vocabulary.goodNames.shuffled(using: &random)
    return .record(
      keys.map { key in
        switch (key.name, key.type) {
        case ("holder", _): (key.name, .text(names[0]))
        case ("deputy", _): (key.name, .text(names[1]))
        case ("holder_type", _): (key.name, .raw(random.pick(["named_person", "appointed_post"])))
        case ("integrity_hash", _): (key.name, .text(random.pick(Vocabulary.hashes)))
        case (_, .boolean): (key.name, .boolean(true))
        case (_, .date): (key.name, .day(day - random.number(0...100)))
        case (_, .choice(let values)): (key.name, .raw(random.pick(values)))
        default: (key.name, .text(random.pick(Vocabulary.plain)))
        }
      })
  }
}

extension Generated {
  mutating func set(_ key: String, to value: Generated) {
    guard case .record(var pairs) = self else { return }
    pairs.removeAll { $0.key == key }
    pairs.append((key, value))
    self = .record(pairs)
  }
}
