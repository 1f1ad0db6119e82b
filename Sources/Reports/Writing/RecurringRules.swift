internal import AssessmentEngine
internal import Sharing
internal import PolicyModel

/// What the results of rules that say nothing of a project but their outcome look like as JSON without white space: the
/// same in project after project, and so written once in a run.
final class RecurringRules: Sendable {
  /// Of all results that look alike, by what tells them apart.
  struct Lines {
    fileprivate struct Line {
      let rule: Rule
      let json: [UInt8]
    }

    fileprivate var known: [Int: Line] = [:]
    fileprivate var added: [Int: Line] = [:]

    /// The result as JSON: as it was written before, or as `write` makes it now.
    mutating func json(_ result: RuleResult, at place: Int, isComplete: Bool, _ write: () -> [UInt8]) -> [UInt8] {
      guard result.saysOnlyItsOutcome else { return write() }
      let key = result.look * 2 + (isComplete ? 1 : 0) + place * RuleResult.looks * 2
      if let line = known[key], line.rule === result.rule { return line.json }
      if let line = added[key], line.rule === result.rule { return line.json }
      let json = write()
      added[key] = Line(rule: result.rule, json: json)
      return json
    }
  }

  private let known = Mutex<[Int: Lines.Line]>([:])

  /// What was written so far.
  func recall() -> Lines { known.withLock { Lines(known: $0) } }

  /// Keeps what was written beside it.
  func remember(_ lines: consuming Lines) {
    let added = lines.added
    known.letGo { lines.known = [:] }
    guard !added.isEmpty else { return }
    known.withLock { $0.merge(added) { old, _ in old } }
  }
}

extension RuleResult {
  fileprivate var saysOnlyItsOutcome: Bool {
    unanswered.isEmpty && causes.isEmpty && evidence == EvidenceCount() && dispute == nil && acceptance == nil
      && claim == nil
  }

  /// How many such results of one rule look different.
  fileprivate static let looks = Outcome.allCases.count * (NotApplicableReason.allCases.count + 1) * 2

  fileprivate var look: Int {
    let reason = notApplicable.flatMap { NotApplicableReason.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let outcome = Outcome.allCases.firstIndex(of: outcome) ?? 0
    return (outcome * (NotApplicableReason.allCases.count + 1) + reason) * 2 + (isDeclaredOnly ? 1 : 0)
  }
}
