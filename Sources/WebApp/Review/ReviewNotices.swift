internal import AssessmentEngine
internal import PolicyModel
internal import ProjectFiles

/// What a reviewer has just done, and what came of it.
struct ReviewNotice: Sendable {
  struct Change: Sendable {
    let rule: String
    let before: Outcome
    let after: Outcome
  }

  let lines: [String]
  var changes: [Change] = []
  /// The gate before and after; nil where no assessment was made anew.
  var gate: (before: Gate.Decision, after: Gate.Decision)?

  init(_ lines: [String]) { self.lines = lines }

  init(_ change: ReviewDesk.Change, from before: Assessment) {
    lines = change.lines
    changes = zip(before.results, change.next.results).filter { $0.outcome != $1.outcome }.map {
      Change(rule: $0.rule.id, before: $0.outcome, after: $1.outcome)
    }
    gate = (before.gate.decision, change.next.gate.decision)
  }
}

/// Keeps what reviewers have just done until the page that says so is asked for.
actor ReviewNotices {
  /// Beyond so many that nobody asked for, the oldest is forgotten: what was done stands in the record.
  private static let limit = 200

  private var notices: [(session: String, file: String, notice: ReviewNotice)] = []

  func put(_ notice: ReviewNotice, for session: String, on file: String) {
    notices.append((session, file, notice))
    if notices.count > Self.limit { notices.removeFirst() }
  }

  /// The last one of a visitor's session; it is told once.
  func take(for session: String, on file: String) -> ReviewNotice? {
    let found = notices.last { $0.session == session && $0.file == file }?.notice
    notices.removeAll { $0.session == session && $0.file == file }
    return found
  }
}
