import SeededRandomness

/// Makes projects of every kind from a seed: nearly right ones, sparse ones, broken ones.
struct ProjectGenerator {
  /// How often an answer is left out or spoilt.
  struct Noise {
    var unanswered = 0.0
    var empty = 0.0
    var invalid = 0.0
  }

  let requirements: Requirements
  let day: Int
  var random: SplitMix64
  var answers: [String: Generated]
  var noise = Noise()
  /// The patterns that some rule looks for in a field (or in a key of its records, as `field/key`).
  let patternsByField: [String: [String]]

  init(_ requirements: Requirements, on day: Int, answers: [String: Generated] = [:], random: SplitMix64) {
    self.requirements = requirements
    self.day = day
    self.answers = answers
    self.random = random
    var patterns: [String: [String]] = [:]
    for rule in requirements.rules {
      for condition in [rule.appliesWhen] + rule.tiers.map(\.condition) {
        for leaf in condition.leaves where !leaf.patterns.isEmpty {
          let place = leaf.key.map { leaf.field + "/" + $0 } ?? leaf.field
          patterns[place, default: []] += leaf.patterns.filter { patterns[place]?.contains($0) != true }
        }
      }
    }
    patternsByField = patterns
  }

  /// Answers a share of all questions.
  mutating func fill(_ share: Double) {
    for field in requirements.fields where random.happens(share) { answers[field.name] = value(of: field) }
  }

  /// Answers some questions anew, or takes the answer away.
  mutating func mutate(_ times: Int) {
    for _ in 0..<times {
      guard let field = requirements.fields.randomElement(using: &random) else { return }
      answers[field.name] = random.happens(0.15) ? nil : value(of: field)
    }
  }

  mutating func value(of field: Requirements.Field) -> Generated {
    value(of: field.type, unit: field.unit, at: field.name)
  }

  mutating func value(of type: Requirements.FieldType, unit: String? = nil, at place: String) -> Generated {
    if random.happens(noise.unanswered) { return .raw(random.pick(Vocabulary.unanswered)) }
    if random.happens(noise.invalid) { return invalidValue(of: type, at: place) }
    switch type {
    case .boolean: return .boolean(random.happens(0.6))
    case .number: return numberValue(unit: unit)
    case .choice(let values): return .raw(random.pick(values))
    case .date: return dateValue(at: place)
    case .text:
      if random.happens(noise.empty) { return .raw(random.pick(Vocabulary.plainScalars)) }
      return .text(random.happens(noise.empty) ? random.pick(Vocabulary.empty) : textValue(at: place))
    case .list(.choice(let values)): return choicesValue(values)
    case .list(let item):
      if random.happens(noise.empty) { return .list([]) }
      return .list((0..<random.number(1...4)).map { _ in value(of: item, at: place) })
    case .record(let keys):
      var pairs: [(key: String, value: Generated)] = []
      for key in keys where !random.happens(noise.unanswered) {
        pairs.append((key.name, value(of: key.type, at: place + "/" + key.name)))
      }
      return .record(pairs)
    }
  }

  private mutating func choicesValue(_ values: [String]) -> Generated {
    if random.happens(noise.empty) { return .list([]) }
    if values.contains("none") && random.happens(0.15) { return .list([.raw("none")]) }
    let share = random.pick([0.3, 0.7, 0.95], or: 0.5)
    var chosen: [Generated] = []
    for value in values where random.happens(share) {
      if (value == "none" || value == "none_reasoned") && !random.happens(0.03) { continue }
      chosen.append(.raw(value))
    }
    if random.happens(noise.unanswered) { chosen.append(.raw(random.pick(Vocabulary.unanswered))) }
    if random.happens(noise.invalid) { chosen.append(.raw("no_such_value")) }
    return .list(chosen.shuffled(using: &random))
  }

  private mutating func numberValue(unit: String?) -> Generated {
    if random.happens(0.3), let parameter = requirements.parameters.values.sorted().randomElement(using: &random),
      unit != "%" || parameter < 100
    {
      return .number(parameter + random.pick([-0.5, 0, 0, 0.5], or: 0).clamped(above: -parameter))
    }
    let choices: [Double] =
      unit == "%"
      ? [0, 0.1, 0.5, 1, 4.9, 5, 5.1, 20, 50, 95, 99, 99.5, 100]
      : [0, 0.1, 0.2, 0.5, 1, 1.5, 2, 3, 10, 12, 24, 30, 60, 72, 168, 200, 365, 1825, 1_000_000]
    return .number(random.pick(choices, or: 1))
  }

  private mutating func dateValue(at place: String) -> Generated {
    if requirements.futureDates.contains(place) && random.happens(0.8) {
      return .day(day + random.pick([0, 1, 30, 365, 700, 731, 732], or: 1))
    }
    return .day(day - random.pick([0, 1, 30, 90, 179, 180, 181, 300, 364, 365, 366, 800], or: 1))
  }

  /// A text of the kind that the rules look for in this place.
  mutating func textValue(at place: String) -> String {
    if random.happens(0.05) { return random.pick(Vocabulary.plain) }
    let patterns = patternsByField[place] ?? []
    if random.happens(0.3), let pattern = patterns.randomElement(using: &random) { return textHit(by: pattern) }
    if patterns.contains("machine_hard") || place.hasSuffix("/holder") || place.hasSuffix("/deputy") {
      return random.pick(Vocabulary.goodNames)
    }
    if patterns.contains("sha256_hex") { return random.pick(Vocabulary.hashes) }
    if patterns.contains("force_words") { return random.pick(Vocabulary.purposes) }
    if patterns.contains("catch_all") { return random.pick(Vocabulary.objects) }
    if place == "contract.suppliers" { return random.pick(Vocabulary.suppliers) }
    return random.pick(Vocabulary.plain) + (random.happens(0.5) ? " \(random.number(1...9))" : "")
  }

  /// A text that the pattern hits, or is meant to hit.
  mutating func textHit(by pattern: String) -> String {
    let texts: [String]
    switch pattern {
    case "machine_hard", "machine_soft": texts = Vocabulary.machineNames
    case "vendor_hard", "vendor_soft": texts = Vocabulary.vendorNames
    case "faceless": texts = Vocabulary.facelessNames
    case "legal_post": texts = Vocabulary.legal
    case "sha256_hex": texts = Vocabulary.hashes + Vocabulary.brokenHashes
    case "catch_all": texts = Vocabulary.catchAll
    case "force_words": texts = Vocabulary.force
    case "targeting_words": texts = Vocabulary.targeting
    case "weapon_words": texts = Vocabulary.weapons
    case "person_target_words": texts = Vocabulary.personTargets
    case "people_words": texts = Vocabulary.people
    case "nuclear_words": texts = Vocabulary.nuclear
    case "cyber_attack_words": texts = Vocabulary.cyberAttack
    default: texts = Vocabulary.plain
    }
    return random.pick(texts)
  }

  private mutating func invalidValue(of type: Requirements.FieldType, at place: String) -> Generated {
    switch type {
    case .boolean: .raw(random.pick(["yes", "\"true\"", "1", "[true]", "\"\"", "on"]))
    case .number: .raw(random.pick(["-1", "\"5\"", ".inf", ".nan", "true", "five", "[1]", "\"\"", "1e400"]))
    case .choice: .raw(random.pick(["no_such_value", "true", "1", "[concept]", "\"\"", "{a: b}"]))
    case .date:
      .raw(
        random.pick([
          "2026-13-01", "1999-12-31", "2099-01-01", "2026-02-30", "20260101", "5", "\"\"", "\"2026-01-01 \"",
          "2026-1-1", "2026-01-01T00:00:00Z", "+2026-01-01",
        ]))
    case .text: random.happens(0.5) ? .text(random.pick(Vocabulary.lookalikes)) : .raw(random.pick(["[a]", "{a: b}"]))
    case .list: .raw(random.pick(["some text", "5", "{a: b}", "true", "none", "\"\""]))
    case .record: .raw(random.pick(["some text", "5", "[]", "{no_such_key: 1}"]))
    }
  }
}

extension Double {
  fileprivate func clamped(above lowest: Double) -> Double { Swift.max(self, lowest) }
}

extension Condition {
  /// Every leaf in the order written.
  var leaves: [Leaf] {
    switch self {
    case .always: []
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    case .not(let part): part.leaves
    case .leaf(let leaf): [leaf]
    }
  }
}
