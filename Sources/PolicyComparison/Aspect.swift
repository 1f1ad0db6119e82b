internal import CEL
internal import LinearTimeRegex
internal import PolicyModel

/// Something that two states of a thing are compared in.
struct Aspect<Subject>: Sendable {
  let name: String
  /// Whether outcomes can hang on it.
  let isContent: Bool
  let value: @Sendable (Subject) -> String?
  let effect: @Sendable (_ old: Subject, _ new: Subject) -> Change.Effect

  /// Something that only says what it says.
  static func words(_ name: String, _ value: @escaping @Sendable (Subject) -> String?) -> Aspect {
    Aspect(name: name, isContent: false, value: value) { _, _ in .words }
  }

  /// Something that no outcome hangs on, and the weight of a rule does: the law and the commitments that it rests on.
  static func basis(_ name: String, _ value: @escaping @Sendable (Subject) -> String?) -> Aspect {
    Aspect(name: name, isContent: false, value: value) { _, _ in .basis }
  }

  /// Something that outcomes hang on.
  static func content(
    _ name: String, _ value: @escaping @Sendable (Subject) -> String?,
    effect: @escaping @Sendable (_ old: Subject, _ new: Subject) -> Change.Effect = { _, _ in .changed }
  ) -> Aspect {
    Aspect(name: name, isContent: true, value: value, effect: effect)
  }
}

extension Aspect where Subject == Rule {
  static func all(_ ranks: [String]) -> [Aspect] {
    [
      .words("title") { $0.title },
      .content("severity", { $0.severity.name }) { old, new in new.severity < old.severity ? .stricter : .looser },
      .content("due_from", { $0.dueFrom.name }) { old, new in new.dueFrom < old.dueFrom ? .stricter : .looser },
      .content("due_until", { $0.dueUntil?.name }) { old, new in
        new.dueUntil ?? .retirement > old.dueUntil ?? .retirement ? .stricter : .looser
      },
      .content("applies_when") { $0.appliesWhen?.program.checked.parsed.printed },
      .content("tiers") { rule in
        rule.tiers.map { tier in
          let until = tier.until.map { " until \($0.name)" } ?? ""
          return "from \(tier.from.name)\(until): \(tier.condition.program.checked.parsed.printed)"
        }.joined(separator: "\n")
      },
      .content("claim", { $0.allowsClaim ? "justify" : "never" }) { _, new in new.allowsClaim ? .looser : .stricter },
      .content("waiver", { rule in rule.waiver.map { ranks[$0] } ?? "never" }) { old, new in
        new.waiver ?? ranks.count > old.waiver ?? ranks.count ? .stricter : .looser
      },
      .words("requires") { $0.requires },
      .words("why") { $0.why },
      .words("applies_to") { $0.appliesTo },
      .basis("clauses") { $0.clauses.joined(separator: ", ") },
      .basis("grounds") { $0.grounds.map(\.rawValue).joined(separator: ", ") },
      .basis("crosswalk") { $0.crosswalk.joined(separator: ", ") },
      .words("evidence") { $0.evidence.joined(separator: "; ") },
      .words("remedy") { $0.remedy },
      .words("note") { $0.note },
      .words("until_because") { rule in
        let reasons = rule.tiers.compactMap(\.endReason)
        return reasons.isEmpty ? nil : reasons.joined(separator: "\n")
      },
    ]
  }
}

extension Aspect where Subject == Question {
  static let all: [Aspect] = [
    .words("ask") { $0.ask },
    .content("type") { $0.type.compared },
    .content("unit") { $0.unit },
    .content("minimum") { Value.double($0.minimum).written },
    .content("future") { $0.allowsFuture ? "true" : "false" },
    .content("short") { $0.isShort ? "true" : "false" },
    .words("why") { $0.why },
    .words("good_answer") { $0.goodAnswer },
    .words("known_by") { $0.knownBy },
    .words("example") { question in question.example.map { "\($0)" } },
  ]
}

extension AnswerType {
  /// All of it, values and keys too.
  fileprivate var compared: String {
    switch self {
    case .choice(let values): "enum of \(values.joined(separator: ", "))"
    case .choiceList(let values): "enum_list of \(values.joined(separator: ", "))"
    case .recordList(let keys):
      "record_list of " + keys.map { "\($0.name) (\($0.type.compared))" }.joined(separator: ", ")
    case .boolean: "boolean"
    case .number: "number"
    case .text: "text"
    case .date: "date"
    case .textList: "text_list"
    }
  }
}

extension Aspect where Subject == Parameter {
  static let all: [Aspect] = [
    .content("value", { Value.double($0.value).written }) { old, new in
      switch old.tighten {
      case .lower: new.value < old.value ? .stricter : .looser
      case .higher: new.value > old.value ? .stricter : .looser
      case .none: .changed
      }
    },
    .content("tighten") { $0.tighten.rawValue },
    .content("adjustable") { $0.isAdjustable ? "true" : "false" },
    .words("unit") { $0.unit },
    .words("meaning") { $0.meaning },
  ]
}

extension Aspect where Subject == TextPattern {
  static let all: [Aspect] = [
    .content("match") { $0.match.map(\.pattern).joined(separator: "\n") },
    .content("except") { $0.except.map(\.pattern).joined(separator: "\n") },
    .content("tighten") { $0.tighten.rawValue },
    .words("meaning") { $0.meaning },
  ]
}

extension Aspect where Subject == Clause {
  static let all: [Aspect] = [
    .words("text") { $0.text },
    .words("asks") { $0.asks },
    .basis("obliges") { $0.obliges ? "true" : "false" },
    .words("reason") { $0.reason },
  ]
}

extension Aspect where Subject == Framework {
  static let all: [Aspect] = [
    .words("title") { $0.title },
    .basis("ground") { $0.ground.rawValue },
    .words("standing") { $0.standing },
    .words("note") { $0.note },
  ]
}

extension Aspect where Subject == Citation {
  static let all: [Aspect] = [
    .words("title") { $0.title },
    .words("status") { $0.isVerified ? "verified" : "unverified" },
    .basis("basis") { $0.basis.rawValue },
    .words("source") { $0.source },
    .words("note") { $0.note },
  ]
}

extension Aspect where Subject == GlossaryTerm {
  static let all: [Aspect] = [
    .words("definition") { $0.definition },
    .words("also") { $0.otherForms.joined(separator: ", ") },
    .words("source") { $0.source },
  ]
}
