internal import Diagnostics

/// Finds tiers that are never due, and stages at which a rule is due and none of its tiers is: there it would pass
/// whatever the answers are.
struct StageCheck {
  /// A tier's stages, and where they stand.
  struct Span {
    let from: LifecycleStage
    let until: LifecycleStage?
    let fromPlace: Location
    let untilPlace: Location?

    func covers(_ stage: LifecycleStage) -> Bool { from <= stage && stage <= until ?? .retirement }
  }

  private let dueFrom: LifecycleStage
  private let dueUntil: LifecycleStage?
  private(set) var diagnostics: [Diagnostic] = []

  /// `place` is that of the rule's id, `untilPlace` that of its `due_until`.
  init(
    _ tiers: [Span], dueFrom: LifecycleStage, dueUntil: LifecycleStage?, at place: Location,
    untilAt untilPlace: Location?
  ) {
    self.dueFrom = dueFrom
    self.dueUntil = dueUntil
    if let dueUntil, dueUntil < dueFrom {
      diagnostics.append(
        Messages.neverDue(
          "the rule is due until `\(dueUntil.name)`, before it is due from `\(dueFrom.name)`",
          remedy: "let `due_until` be `\(dueFrom.name)` or later", at: untilPlace ?? place))
      return
    }
    for tier in tiers { check(tier) }
    guard diagnostics.isEmpty, let first = tiers.map(\.from).min() else { return }
    if first > dueFrom {
      diagnostics.append(
        Messages.tiers(
          "the first tier begins after the rule is due", remedy: "let a tier begin at `\(dueFrom.name)`", at: place))
    }
    checkGaps(tiers, from: max(first, dueFrom), at: place)
  }

  private mutating func check(_ tier: Span) {
    if let until = tier.until, until < tier.from {
      diagnostics.append(
        Messages.tiers(
          "the tier ends before it begins", remedy: "let `until` be `\(tier.from.name)` or later",
          at: tier.fromPlace))
    }
    if let dueUntil, dueUntil < tier.from {
      diagnostics.append(
        Messages.tiers(
          "the tier begins after the rule's `due_until`", remedy: "let it begin at `\(dueUntil.name)` or earlier",
          at: tier.fromPlace))
    }
    if let until = tier.until, until < dueFrom {
      diagnostics.append(
        Messages.tiers(
          "the tier ends before the rule is due", remedy: "let `until` be `\(dueFrom.name)` or later",
          at: tier.untilPlace ?? tier.fromPlace))
    }
  }

  private mutating func checkGaps(_ tiers: [Span], from first: LifecycleStage, at place: Location) {
    let due = LifecycleStage.allCases.filter { first <= $0 && $0 <= dueUntil ?? .retirement }
    let open = due.filter { stage in !tiers.contains { $0.covers(stage) } }
    guard let stage = open.first else { return }
    let before = tiers.filter { $0.until.map { $0 < stage } ?? false }
    let last = before.max { ($0.until ?? .concept) < ($1.until ?? .concept) }
    let isEnd = open.last == due.last
    diagnostics.append(
      Messages.nothingDue(
        open.map(\.name), ruleEnd: isEnd ? last?.until?.name : nil, at: last?.untilPlace ?? place))
  }
}
