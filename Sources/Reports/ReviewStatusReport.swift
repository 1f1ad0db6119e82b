public import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

/// What each entry of a review record is worth, what ends soon, and what could still be entered.
public struct ReviewStatusReport: Sendable {
  private let assessment: Assessment
  private let recordPath: String
  /// Days before its end from which an entry is warned of.
  private let warningDays: Int
  private let options: ReportFormat.Options

  public init(_ assessment: Assessment, record path: String, warningDays: Int, options: ReportFormat.Options) {
    self.assessment = assessment
    recordPath = path
    self.warningDays = warningDays
    self.options = options
  }

  private func daysLeft(_ entry: ReviewEntry) -> Int? { entry.until.map { $0 - assessment.day } }

  /// Whether an entry has an effect, and will not have it for long.
  public func endsSoon(_ entry: ReviewEntry) -> Bool {
    entry.fault == nil && (daysLeft(entry).map { $0 <= warningDays } ?? false)
  }

  /// Until when an entry counts: `2026-08-31 (183 days left)`; nil where it has no end.
  public func until(_ entry: ReviewEntry) -> String? {
    entry.until.map { ReportLines.date($0) + left(entry) }
  }

  private func isStale(_ entry: ReviewEntry) -> Bool { entry.version != assessment.projectDigest }

  private var isRecordStale: Bool { assessment.record?.subject != assessment.projectDigest }

  // MARK: Text

  /// For a person at a terminal.
  public func text() -> String {
    var out = ReportLines(options)
    let stage = assessment.stage.map { "\($0.name) gate" } ?? "stage unanswered, assessed as at concept"
    out.add("\(recordPath), \(assessment.date): \(assessment.gate.decision.rawValue) (\(stage))")
    if isRecordStale {
      out.append(out.paint("The record was written for another version of the project file.", .bad))
      out.add("Look at what changed, then run `answerable review renew`.", indent: 2)
    }
    let entries = assessment.reviewEntries
    if entries.isEmpty { out.append("The record has no entries.") }
    for entry in entries { write(entry, &out) }
    write(assessment.openRules, &out)
    return out.lines.joined(separator: "\n") + "\n"
  }

  private func write(_ entry: ReviewEntry, _ out: inout ReportLines) {
    out.append("")
    let state =
      entry.fault != nil
      ? out.paint("no effect", .bad)
      : endsSoon(entry) ? out.paint("ends soon", .caution) : out.paint("in effect", .good)
    out.append("\(state)  \(entry.name)  \(DiagnosticRenderer.printable(entry.subject))")
    if let fault = entry.fault { out.add(fault, indent: 11, first: "  because  ") }
    out.add(entry.signatory ?? "nobody", indent: 11, first: "  by       ")
    if let confirmation = entry.confirmation {
      let on = confirmation.on.map { " on \(ReportLines.date($0))" } ?? ""
      out.add("\(confirmation.by ?? "nobody")\(on)", indent: 11, first: "  again by ")
    }
    if let reason = entry.reason { out.add(reason, indent: 11, first: "  why      ") }
    if let until = until(entry) { out.add(until, indent: 11, first: "  until    ") }
  }

  private func left(_ entry: ReviewEntry) -> String {
    guard let days = daysLeft(entry) else { return "" }
    return switch days {
    case 1: " (1 day left)"
    case 0...: " (\(days) days left)"
    default: " (\(-days) days ago)"
    }
  }

  private func write(_ open: [OpenRule], _ out: inout ReportLines) {
    guard !open.isEmpty else { return }
    out.heading("Could still be accepted or claimed (\(open.count))")
    out.append("")
    for each in open {
      let accepting = each.acceptanceRank.map { ["accepted by \($0) or above"] } ?? []
      let claiming =
        each.allowsClaim ? ["claimed" + (each.claimRank.map { ", approved by \($0) or above" } ?? "")] : []
      out.add(
        "\(each.outcome.rawValue) \(each.rule.severity.name)  \(each.rule.id): "
          + (accepting + claiming).joined(separator: "; "), indent: 4, first: "  ")
    }
  }

  // MARK: JSON

  /// For programs: one object.
  public func json() -> [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("schema", "answerable/review-status-1")
      json.member("date", assessment.date)
      json.member("record", recordPath)
      json.key("gate")
      json.object { json in
        json.member("decision", assessment.gate.decision.rawValue)
        json.member("stage", assessment.stage?.name ?? "")
      }
      json.member("current", !isRecordStale)
      json.key("entries")
      json.array { json in for entry in assessment.reviewEntries { write(entry, &json) } }
      json.key("open")
      json.array { json in for each in assessment.openRules { write(each, &json) } }
    }
    return json.bytes + [0x0A]
  }

  private func write(_ entry: ReviewEntry, _ json: inout JSONWriter) {
    json.object { json in
      json.member("entry", entry.name)
      json.member("subject", entry.subject)
      json.member("effective", entry.fault == nil)
      if let fault = entry.fault { json.member("reason", fault) }
      if let signatory = entry.signatory { json.member("by", signatory) }
      if let by = entry.confirmation?.by { json.member("confirmed_by", by) }
      if let until = entry.until { json.member("until", ReportLines.date(until)) }
      if let days = daysLeft(entry) { json.member("days_left", days) }
      json.member("ends_soon", endsSoon(entry))
      json.member("stale", isStale(entry))
    }
  }

  private func write(_ open: OpenRule, _ json: inout JSONWriter) {
    json.object { json in
      json.member("rule", open.rule.id)
      json.member("outcome", open.outcome.rawValue)
      if let rank = open.acceptanceRank { json.member("acceptance_rank", rank) }
      json.member("claim", open.allowsClaim)
      if let rank = open.claimRank { json.member("claim_rank", rank) }
    }
  }
}
