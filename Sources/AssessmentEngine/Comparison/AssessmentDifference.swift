public import PolicyModel

/// What changed from one assessment of a project to another: outcomes, the gate, and what else is not the same.
///
/// It is worked out of two records alone. What is known beyond them, the reasons, is added by `ChangeInquiry` where both
/// sides can be assessed again.
public struct AssessmentDifference: Sendable {
  /// Where a change leads.
  public enum Direction: String, Sendable, CaseIterable {
    case worse, better
    /// Neither, or nobody can tell: a rule that applies no more was not mended, and neither was one that is gone.
    case otherwise
  }

  /// A rule whose outcome is another, or that came or went.
  public struct RuleChange: Sendable {
    /// Nil where the rule was not there.
    public let old: RecordedAssessment.RuleRecord?
    /// Nil where the rule is not there any more.
    public let new: RecordedAssessment.RuleRecord?
    public let direction: Direction
    /// Why, as far as it is known.
    public internal(set) var reasons: [ChangeReason] = []

    /// The record that counts: the new one where there is one.
    private var record: RecordedAssessment.RuleRecord? { new ?? old }
    public var rule: String { record?.id ?? "" }
    public var pack: String { record?.pack ?? "" }
    public var severity: Severity { record?.severity ?? .advisory }
    public var title: String? { new?.title ?? old?.title }
    /// Whether the outcome is another, and not only what it rests on.
    public var isOutcomeChanged: Bool { old?.outcome != new?.outcome }
  }

  public let old: RecordedAssessment
  public let new: RecordedAssessment
  /// Worse, better, otherwise; the gravest first; then in the order of the new rules, then those that are gone.
  public internal(set) var rules: [RuleChange]
  /// What else is not the same.
  public let circumstances: [ChangeReason.Part]
  /// Whether reasons were looked for by assessing again; else there are two records, and what they show.
  public internal(set) var isWorkedOut = false

  public init(from old: RecordedAssessment, to new: RecordedAssessment) {
    self.old = old
    self.new = new
    rules = Self.changes(old.rules, new.rules)
    circumstances = Self.circumstances(old, new)
    for index in rules.indices { rules[index].reasons = recordedReasons(rules[index]) }
  }

  /// Whether the decision and every outcome are as they were.
  public var isEmpty: Bool { old.decision == new.decision && rules.isEmpty }

  /// Whether anything got worse: a rule, or the decision.
  public var isWorse: Bool {
    rules.contains { $0.direction == .worse } || Self.isWorse(new.decision, than: old.decision)
  }

  /// No decision at all is the worst.
  private static func isWorse(_ new: Gate.Decision?, than old: Gate.Decision?) -> Bool {
    guard let old else { return false }
    return new.map { $0 < old } ?? true
  }

  public func changes(_ direction: Direction) -> [RuleChange] { rules.filter { $0.direction == direction } }

  /// - Complexity: linear in the number of rules, but for the sorting of changes.
  private static func changes(
    _ old: [RecordedAssessment.RuleRecord], _ new: [RecordedAssessment.RuleRecord]
  ) -> [RuleChange] {
    let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let after = Set(new.map(\.id))
    let pairs: [(RecordedAssessment.RuleRecord?, RecordedAssessment.RuleRecord?)] =
      new.map { (before[$0.id], $0) } + old.filter { !after.contains($0.id) }.map { ($0, nil) }
    let found = pairs.compactMap { old, new in
      direction(from: old, to: new).map { RuleChange(old: old, new: new, direction: $0) }
    }
    let order = Direction.allCases
    return found.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      let places = [first, second].map { order.firstIndex(of: $0.direction) ?? 0 }
      return (places[0], first.severity, left.offset) < (places[1], second.severity, right.offset)
    }.map(\.element)
  }

  /// Nil where nothing changed. A rule that comes or goes without applying changes nothing.
  static func direction(
    from old: RecordedAssessment.RuleRecord?, to new: RecordedAssessment.RuleRecord?
  ) -> Direction? {
    guard let new else { return old.map(\.outcome) ?? .notApplicable == .notApplicable ? nil : .otherwise }
    guard let old else {
      switch new.standing {
      case .failed, .undecided, .accepted, .claimed: return .worse
      case .notYetDue, .passed: return .otherwise
      case .notApplicable: return nil
      }
    }
    if new.standing == old.standing {
      let isUnsupported = new.standing == .passed && old.evidence.current > 0 && new.evidence.current == 0
      return isUnsupported ? .otherwise : nil
    }
    if new.standing < old.standing { return .worse }
    switch new.standing {
    case .undecided, .accepted, .passed: return .better
    case .failed, .claimed, .notYetDue, .notApplicable: return .otherwise
    }
  }

  private static func circumstances(
    _ old: RecordedAssessment, _ new: RecordedAssessment
  ) -> [ChangeReason.Part] {
    var parts: [ChangeReason.Part] = []
    if old.day != new.day { parts.append(.init(.date, old: old.date, new: new.date)) }
    if old.stage != new.stage { parts.append(.init(.stage, old: old.stage?.name, new: new.stage?.name)) }
    parts += packParts(old, new)
    if old.sha256 != new.sha256 {
      let digests = [old, new].map { "sha256 \($0.sha256.shortDigest)" }
      parts.append(.init(.project, old: digests[0], new: digests[1]))
    }
    if old.reviewDigest != new.reviewDigest {
      let digests = [old, new].map { $0.reviewDigest.map { "sha256 \($0.shortDigest)" } ?? "none" }
      parts.append(.init(.review, old: digests[0], new: digests[1]))
    }
    return parts
  }

  /// The packs and the foundation that are not the same on both sides.
  static func packParts(_ old: RecordedAssessment, _ new: RecordedAssessment) -> [ChangeReason.Part] {
    var parts: [ChangeReason.Part] = []
    if old.foundation != new.foundation {
      let isSame = old.foundation.id == new.foundation.id
      parts.append(
        .init(
          .foundation, subject: new.foundation.id, old: isSame ? old.foundation.described : old.foundation.withID,
          new: new.foundation.described))
    }
    let before = Dictionary(old.packs.map { ($0.id, $0) }) { first, _ in first }
    for pack in new.packs where before[pack.id] != pack {
      parts.append(.init(.pack, subject: pack.id, old: before[pack.id]?.described, new: pack.described))
    }
    for pack in old.packs where !new.packs.contains(where: { $0.id == pack.id }) {
      parts.append(.init(.pack, subject: pack.id, old: pack.described, new: nil))
    }
    return parts
  }

  /// What the two records show of a rule itself. Which of the circumstances is the reason no record tells.
  private func recordedReasons(_ change: RuleChange) -> [ChangeReason] {
    let before = change.old?.signatures ?? []
    let after = change.new?.signatures ?? []
    var parts = before.filter { !after.contains($0) }.map { ChangeReason.Part(.review, old: $0.described, new: nil) }
    parts += after.filter { !before.contains($0) }.map { ChangeReason.Part(.review, old: nil, new: $0.described) }
    if let old = change.old, let new = change.new, old.evidence != new.evidence {
      parts.append(.init(.evidence, old: old.evidence.described, new: new.evidence.described))
    }
    if change.old == nil || change.new == nil { parts += AssessmentDifference.packParts(old, new) }
    return parts.map { ChangeReason(.recorded, [$0]) }
  }
}

extension RecordedAssessment.Identity {
  /// `1.1.0 (sha256 92dcf5efacb6…)`.
  public var described: String { "\(version) (sha256 \(sha256.shortDigest))" }
  var withID: String { "\(id) \(described)" }
}

extension String {
  /// As much of a digest as tells it from others to the eye.
  var shortDigest: String { String(prefix(12)) + "…" }
}

extension EvidenceCount {
  /// `1 of 2 items current`.
  var described: String {
    items == 0 ? "no evidence" : "\(current) of \(items == 1 ? "1 item" : "\(items) items") current"
  }
}
