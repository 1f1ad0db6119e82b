internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

extension ReportFormat {
  /// TAP version 14 (testanything.org): the gate is the first test of a project, then come errors of the input, then the
  /// rules, all of them. Several projects are subtests.
  static let tap = ReportFormat(
    name: "tap", summary: "Test Anything Protocol, version 14, for test harnesses.", isStreaming: false
  ) { assessments, options, out in
    let projects = assessments.map { ProjectFindings($0, options) }
    out.line("TAP version 14")
    guard projects.count != 1 || options.isOneOfSeveral else {
      for line in TAPReport(projects[0], version: options.version).lines { out.line(line) }
      return
    }
    out.line("1..\(projects.count + (options.isIncomplete ? 1 : 0))")
    for (index, project) in projects.enumerated() {
      out.line("# Subtest: \(TAPReport.description(project.heading))")
      for line in TAPReport(project, version: options.version).lines { out.line("    \(line)") }
      let status = "\(project.isGreen ? "" : "not ")ok \(index + 1)"
      out.line("\(status) - \(TAPReport.description("\(project.heading): \(project.assessment.decisionInWords)"))")
    }
    if options.isIncomplete { out.line("not ok \(projects.count + 1) - \(Messages.incomplete().statement)") }
  }
}

/// The lines of one project.
private struct TAPReport {
  private(set) var lines: [String] = []
  private let project: ProjectFindings
  private var count = 0
  private let places = PlaceIndex()

  init(_ project: ProjectFindings, version: String) {
    self.project = project
    let errors = project.remarks.filter { $0.severity == .error }
    lines.append("1..\(1 + errors.count + project.rules.count)")
    writeGate(version)
    for error in errors { write(error) }
    for remark in project.faults where remark.severity == .warning { writeComment(remark) }
    for finding in project.rules { write(finding) }
  }

  /// A text in which nothing begins a directive: readers of version 13 know no escape for `#`.
  static func description(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in VisibleText.oneLine(text).unicodeScalars {
      if scalar == "\\" { out.append(scalar) }
      out.append(scalar == "#" ? "\u{FF03}" : scalar)
    }
    return String(out)
  }

  private mutating func point(_ isOK: Bool, _ description: String, directive: String? = nil) {
    count += 1
    let directive = directive.map { " # \(VisibleText.oneLine($0))" } ?? ""
    lines.append("\(isOK ? "" : "not ")ok \(count) - \(Self.description(description))\(directive)")
  }

  // MARK: Tests

  private mutating func writeGate(_ version: String) {
    let assessment = project.assessment
    point(project.isGreen, "gate: \(assessment.decisionInWords)")
    let identities = assessment.policies.packs.map { "\($0.id) \($0.version) sha256:\($0.sha256)" }
    block(
      [("message", project.gate.statement), ("project", project.heading), ("decision", project.decision)]
        + [("stage", project.stage), ("date", assessment.date)] + (project.marking.map { [("marking", $0)] } ?? [])
        + [("sha256", assessment.projectDigest), ("version", version)],
      lists: [("packs", identities), ("remarks", project.caveats)])
  }

  private mutating func write(_ error: Diagnostic) {
    point(false, "input: \(error.code)")
    block([("message", error.statement), ("severity", "error")] + place(error.location))
  }

  private mutating func writeComment(_ remark: Diagnostic) {
    let place = remark.location.map { location in
      let start = places.region(location).start
      return " (\(location.file.name):\(start.line):\(start.column))"
    }
    lines.append("# " + VisibleText.oneLine("\(remark.severity.rawValue): \(remark.statement)\(place ?? "")"))
  }

  private mutating func write(_ finding: RuleFinding) {
    let description = "\(finding.rule.id): \(finding.title)"
    switch finding.result.outcome {
    case .fail: point(false, description)
    case .unknown: point(false, "\(description) (undecided)")
    case .accepted: point(false, description, directive: "TODO \(finding.signature ?? finding.status)")
    case .notApplicable, .notYetDue:
      point(true, description, directive: "SKIP \(finding.status): \(finding.statement)")
    case .pass: point(true, finding.caveat.map { "\(description) (\($0))" } ?? description)
    }
    guard finding.needsAttention else { return }
    let statement = [("message", finding.statement), ("outcome", finding.result.outcome.rawValue)]
    let reason = finding.result.outcome == .unknown ? [("reason", "undecided")] : []
    block(
      statement + reason + [("severity", finding.rule.severity.name), ("pack", finding.rule.pack)]
        + place(finding.location) + [("requires", finding.requires), ("remedy", finding.remedy)],
      lists: [("clauses", finding.clauseTexts)])
  }

  // MARK: YAML

  private func place(_ location: Location?) -> [(String, String)] {
    guard let location else { return [] }
    let (start, end) = places.region(location)
    return [("file", location.file.name), ("start", "\(start.line):\(start.column)")]
      + [("end", "\(end.line):\(end.column)")]
  }

  /// A block of YAML, whose texts are written as JSON writes them: that is YAML too, and no text can end the block.
  private mutating func block(_ texts: [(String, String)], lists: [(String, [String])] = []) {
    lines.append("  ---")
    for (key, text) in texts { lines.append("  \(key): \(Self.quoted(text))") }
    for (key, items) in lists where !items.isEmpty {
      lines.append("  \(key):")
      for item in items { lines.append("    - \(Self.quoted(item))") }
    }
    lines.append("  ...")
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONWriter(isIndented: false)
    json.string(VisibleText.clean(text))
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
