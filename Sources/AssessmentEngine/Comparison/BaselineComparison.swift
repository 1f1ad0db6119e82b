public import PolicyModel

/// An assessment held against an earlier one of the same project: what is new, worse, fixed and still open, and whether
/// it is no worse.
///
/// The decision of the gate stays what it is. All that a baseline can do is to let a `conditional` pass for which nothing
/// but majors are the reason, which were known already; and to keep a `proceed` back under which something got worse.
public struct BaselineComparison: Sendable {
  /// What became of a rule since.
  public enum Group: String, Sendable, CaseIterable {
    /// Open now, and not open then.
    case new
    /// Open then too, and worse now; or no more what it was although nothing is open.
    case worse
    /// Open then, and passed now.
    case fixed
    /// Open then; now it does not apply, is not due, or is gone. Nobody mended it.
    case noLongerAsked = "no_longer_asked"
    case stillOpen = "still_open"
  }

  public struct Entry: Sendable {
    /// Nil where the rule, or the project, is not in the baseline.
    public let old: RecordedAssessment.RuleRecord?
    /// Nil where the rule is gone.
    public let new: RecordedAssessment.RuleRecord?

    public var rule: String { (new ?? old)?.id ?? "" }
    public var severity: Severity { (new ?? old)?.severity ?? .advisory }
  }

  /// Nil where the project is not in the baseline: then everything is new.
  public let baseline: RecordedAssessment?
  /// Why nothing is forgiven, whatever the outcomes are.
  public let refusals: [String]
  /// By group, each with the gravest first.
  private let groups: [Group: [Entry]]
  /// What the exit code stands for.
  public let exitDecision: Gate.Decision

  public func entries(_ group: Group) -> [Entry] { groups[group] ?? [] }

  /// Whether a rule of any severity got worse.
  public var isRegression: Bool { !entries(.new).isEmpty || !entries(.worse).isEmpty }

  /// `baseline` is nil where there is none for the project; `refusals` are reasons to forgive nothing that the caller
  /// knows of, beside those that the two assessments show.
  /// Where it is contested which project the record is of, nothing passes unseen.
  public init(
    _ assessment: Assessment, to baseline: RecordedAssessment?, refusals: [String] = [], isContested: Bool = false
  ) {
    let now = RecordedAssessment(assessment)
    self.init(
      now, because: assessment.gate.because, to: baseline, refusals: refusals, isContested: isContested)
  }

  init(
    _ now: RecordedAssessment, because: [String], to baseline: RecordedAssessment?, refusals: [String] = [],
    isContested: Bool = false
  ) {
    self.baseline = baseline
    self.refusals = refusals + (baseline.map { Self.refusals($0, now) } ?? ["the project is not in the baseline"])
    let groups = Self.groups(baseline?.rules ?? [], now.rules)
    self.groups = groups
    let isRegression = [Group.new, .worse].contains { groups[$0]?.isEmpty == false }
    let isForgiven = self.refusals.isEmpty && !isRegression && Self.areKnownMajors(because, baseline, now)
    switch now.decision {
    case .stop: exitDecision = .stop
    case .hold, nil: exitDecision = .hold
    case .conditional: exitDecision = isForgiven ? .proceed : .conditional
    case .proceed: exitDecision = isRegression || isContested ? .conditional : .proceed
    }
  }

  /// Whether there is a reason, and each is a major that was there already, then no better than now.
  private static func areKnownMajors(
    _ because: [String], _ baseline: RecordedAssessment?, _ now: RecordedAssessment
  ) -> Bool {
    let before = Dictionary((baseline?.rules ?? []).map { ($0.id, $0) }) { first, _ in first }
    let after = Dictionary(now.rules.map { ($0.id, $0) }) { first, _ in first }
    return !because.isEmpty
      && because.allSatisfy { id in
        guard let old = before[id], let new = after[id] else { return false }
        return new.severity == .major && old.severity == .major && old.standing <= new.standing
      }
  }

  private static func groups(
    _ old: [RecordedAssessment.RuleRecord], _ new: [RecordedAssessment.RuleRecord]
  ) -> [Group: [Entry]] {
    let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let after = Set(new.map(\.id))
    var groups: [Group: [Entry]] = [:]
    let entries =
      new.map { Entry(old: before[$0.id], new: $0) }
      + old.filter { !after.contains($0.id) }.map { Entry(old: $0, new: nil) }
    for entry in entries {
      if let group = group(of: entry) { groups[group, default: []].append(entry) }
    }
    return groups.mapValues { entries in
      entries.enumerated().sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }.map(\.element)
    }
  }

  /// Nil where nothing is to be said.
  private static func group(of entry: Entry) -> Group? {
    let wasOpen = entry.old?.standing.isOpen ?? false
    guard let new = entry.new else { return wasOpen ? .noLongerAsked : nil }
    if AssessmentDifference.direction(from: entry.old, to: new) == .worse {
      return new.standing.isOpen && !wasOpen ? .new : .worse
    }
    guard wasOpen else { return nil }
    if new.standing.isOpen, let old = entry.old, fails(new, beyond: old) { return .worse }
    return new.standing.isOpen ? .stillOpen : new.standing == .passed ? .fixed : .noLongerAsked
  }

  /// Whether an answer is a cause that was none. What is required of one may name a date, and so differ from day to day.
  private static func fails(
    _ new: RecordedAssessment.RuleRecord, beyond old: RecordedAssessment.RuleRecord
  ) -> Bool {
    let known = Set(old.causes.map(\.field))
    return new.causes.contains { !known.contains($0.field) }
  }

  /// What makes a baseline say nothing that could be relied on.
  private static func refusals(_ old: RecordedAssessment, _ now: RecordedAssessment) -> [String] {
    var reasons: [String] = []
    if old.day > now.day {
      reasons.append("the baseline is of \(old.date), which is after the date of this assessment, \(now.date)")
    }
    if old.decision == nil { reasons.append("nothing could be read when the baseline was made") }
    if old.hasErrors { reasons.append("the input had errors when the baseline was made") }
    if old.decision != nil, old.stage != now.stage {
      let names = [old, now].map { $0.stage?.name ?? "unknown" }
      reasons.append("the baseline is of the stage \(names[0]), and this is the stage \(names[1])")
    }
    let parts = AssessmentDifference.packParts(old, now)
    if !parts.isEmpty {
      let list = parts.map { "\($0.title) was \($0.oldText), and is \($0.newText)" }.joined(separator: "; ")
      reasons.append("the baseline was made with other packs: \(list)")
    }
    return reasons
  }
}
