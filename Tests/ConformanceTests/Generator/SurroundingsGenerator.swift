import SeededRandomness

/// Makes evidence and review records: right ones, and ones that are wrong in one respect.
struct SurroundingsGenerator {
  private let requirements: Requirements
  private let day: Int
  private var random: SplitMix64

  init(_ requirements: Requirements, on day: Int, random: SplitMix64) {
    self.requirements = requirements
    self.day = day
    self.random = random
  }

  /// Evidence for every blocker, or for a few rules.
  mutating func evidence(isComplete: Bool) -> [Generated] {
    var items: [Generated] = []
    if isComplete {
      let blockers = requirements.rules.filter { $0.severity == "blocker" }.map(\.id)
      items.append(
        .record([
          ("supports", .list(blockers.map { .raw($0) })), ("title", .text("Assurance case")),
          ("uri", .text("https://records.example/case")),
        ]))
    }
    for number in 0..<random.pick([0, 1, 3, 8], or: 0) {
      var supports: [Generated] = []
      for _ in 0..<random.number(1...4) {
        guard let rule = requirements.rules.randomElement(using: &random) else { continue }
        supports.append(.raw(random.happens(0.5) ? rule.id : random.pick(rule.questions, or: rule.id)))
      }
      var item: [(key: String, value: Generated)] = [
        ("supports", .list(supports)), ("title", .text("Report \(number)")), ("made_on", .day(day - 90)),
      ]
      if random.happens(0.6) {
        item.append(("file", .text(random.pick(GeneratedCase.files))))
        item.append(("sha256", .text(random.pick(Vocabulary.hashes).lowercased().suffix(64).description)))
      } else {
        item.append(("uri", .text("https://records.example/\(number)")))
      }
      if random.happens(0.5) { item.append(("expires_on", .day(day + random.pick([-30, -1, 0, 1, 200], or: 1)))) }
      items.append(.record(item))
    }
    return items
  }

  mutating func review(subject: String, failing: [Requirements.Rule], answers: [String: Generated]) -> String {
    var claims: [Generated] = []
    var acceptances: [Generated] = []
    var disputes: [Generated] = []
    let justifiable = requirements.rules.filter { $0.naPolicy == "justify" }
    for _ in 0..<random.pick([0, 0, 1, 3], or: 0) {
      let rules = random.happens(0.85) ? justifiable : requirements.rules
      claims.append(claim(random.pick(rules, or: requirements.rules[0]), answers))
    }
    for rule in failing where random.happens(0.7) { acceptances.append(acceptance(rule, answers)) }
    for _ in 0..<random.pick([0, 0, 1, 20], or: 0) {
      acceptances.append(acceptance(random.pick(requirements.rules, or: requirements.rules[0]), answers))
    }
    for _ in 0..<random.pick([0, 0, 0, 1, 2, 3], or: 0) {
      let rule = random.pick(requirements.rules, or: requirements.rules[0])
      let answered = requirements.fields.filter { answers[$0.name] != nil }.map(\.name)
      let questions = rule.questions + rule.appliesWhen.fields.sorted()
      let field = random.happens(0.5) ? random.pick(questions) : random.pick(answered, or: "project.kind")
      var subjects: [(key: String, value: Generated)] = [("rule", .raw(rule.id)), ("field", .raw(field))]
      if random.happens(0.7) { subjects.remove(at: random.number(0...1)) }
      for subject in subjects {
        disputes.append(
          .record([
            subject, ("reason", .text("Trial records say otherwise")), ("raised_by", .text("Legal Adviser")),
            ("raised_on", .day(day - 3)),
          ]))
      }
    }
    var lines = ["answerable: review/1", "subject: {sha256: \(subject)}"]
    for (name, items) in [("not_applicable", claims), ("risk_acceptances", acceptances), ("disputes", disputes)] {
      guard !items.isEmpty else { continue }
      lines.append(name + ":")
      lines += items.map { "  - " + $0.flow }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func claim(_ rule: Requirements.Rule, _ answers: [String: Generated]) -> Generated {
    var entry = Generated.record([
      ("rule", .raw(rule.id)), ("justification", .text("No link to this topic at all")),
      ("claimed_by", .text("Depot Project Officer")), ("approved_by", .text("Director Reviews")),
      ("approver_rank", .raw(random.pick(["senior-official", "service-chief", "minister"]))),
      ("review_by", .day(day + random.pick([1, 300, 731], or: 1))),
    ])
    guard random.happens(0.5) else { return entry }
    switch random.number(0...9) {
    case 0:
      entry.set(
        "justification", to: .text(random.pick(["no link", "to be confirmed", "none needed", "a a a", "x y z"])))
    case 1: entry.set("claimed_by", to: badName())
    case 2: entry.set("approved_by", to: badName())
    case 3: entry.set("approved_by", to: .text(random.pick(["DEPOT  project officer", "Dr Depot Project Officer"])))
    case 4: entry.set("approver_rank", to: .raw(random.pick(requirements.ranks)))
    case 5: entry.set("review_by", to: .day(day + random.pick([-1, 0, 731, 732], or: 0)))
    case 6: entry.set("approved_by", to: answers["governance.assessor"] ?? .text("Ms. T. Nguyen"))
    case 7: entry.set("approved_by", to: answers["governance.developer_lead"] ?? .text("Lt Col A. Rahman"))
    case 8: entry.remove(random.pick(["justification", "claimed_by", "approved_by", "approver_rank", "review_by"]))
    default: entry.set("approved_by", to: .text(random.pick(Vocabulary.goodNames)))
    }
    return entry
  }

  private mutating func acceptance(_ rule: Requirements.Rule, _ answers: [String: Generated]) -> Generated {
    let accepted = day - random.pick([0, 1, 100, 365], or: 1)
    var entry = Generated.record([
      ("rule", .raw(rule.id)), ("reason", .text("Bounded by range procedures")),
      ("accepted_by", .text("Chief of Defence Reviews")),
      ("holder_type", .raw(random.pick(["named_person", "appointed_post"]))),
      ("rank", .raw(random.pick(["service-chief", "minister"]))), ("accepted_on", .day(accepted)),
      ("expires_on", .day(random.happens(0.5) ? accepted + 366 : day + 1)),
    ])
    guard random.happens(0.5) else { return entry }
    switch random.number(0...8) {
    case 0: entry.set("reason", to: .text(random.pick(Vocabulary.empty + ["tbd", "unknown", "Rаnge"])))
    case 1: entry.set("accepted_by", to: badName())
    case 2: entry.set("holder_type", to: .raw(random.pick(["committee", "organisation", "vendor", "software_agent"])))
    case 3: entry.set("rank", to: .raw(random.pick(requirements.ranks)))
    case 4: entry.set("expires_on", to: .day(random.pick([day, day - 1, accepted + 366, accepted + 367], or: day)))
    case 5: entry.set("accepted_on", to: .day(random.pick([day + 1, day, day - 367, 10_956, 10_957], or: day)))
    case 6:
      let field = random.pick(["governance.assessor", "governance.developer_lead"])
      entry.set("accepted_by", to: answers[field] ?? .text("Ms. T. Nguyen"))
    case 7: entry.remove(random.pick(["reason", "accepted_by", "holder_type", "rank", "accepted_on", "expires_on"]))
    default: entry.set("accepted_by", to: .text(random.pick(Vocabulary.goodNames)))
    }
    return entry
  }

  private mutating func badName() -> Generated {
    let names = Vocabulary.machineNames + Vocabulary.vendorNames + Vocabulary.facelessNames + Vocabulary.empty
    return .text(random.pick(names + Vocabulary.lookalikes + ["tbd", "unknown"]))
  }
}

extension Generated {
  mutating func remove(_ key: String) {
    guard case .record(let pairs) = self else { return }
    self = .record(pairs.filter { $0.key != key })
  }
}
