internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

extension ReportFormat {
  /// GitLab's Code Quality report: a list of issues as Code Climate describes them. An empty list reads as "nothing
  /// degraded", so a project whose gate is shut is an issue of its own, whatever its rules say.
  static let gitlab = ReportFormat(name: "gitlab", summary: "Code Quality, for GitLab.", isStreaming: false) {
    assessments, options, out in
    var report = CodeQualityReport(isVerbose: options.isVerbose)
    var json = JSONWriter(isIndented: true)
    json.array { json in
      if options.isIncomplete, let first = assessments.first { report.writeIncomplete(beside: first, &json) }
      for assessment in assessments { report.write(ProjectFindings(assessment, options), &json) }
    }
    out.line(json.bytes)
  }
}

private struct CodeQualityReport {
  /// An issue's severities, from the least.
  private enum Severity: String {
    case info, minor, major, critical, blocker
  }

  private let isVerbose: Bool
  private var fingerprints = Fingerprints()
  private let places = PlaceIndex()

  init(isVerbose: Bool) {
    self.isVerbose = isVerbose
  }

  mutating func write(_ project: ProjectFindings, _ json: inout JSONWriter) {
    if !project.isGreen {
      let decision = project.assessment.gate.decision
      let isConditional = project.assessment.isDecided && decision == .conditional
      write(project.gate, project, as: isConditional ? .major : .blocker, &json)
    }
    for remark in isVerbose ? project.remarks : project.faults {
      let severity: Severity =
        switch remark.severity {
        case .error: .critical
        case .warning: .minor
        case .note: .info
        }
      write(remark, project, as: severity, &json)
    }
    for finding in project.attention { write(finding, project, &json) }
  }

  mutating func writeIncomplete(beside assessment: Assessment, _ json: inout JSONWriter) {
    let remark = Messages.incomplete()
    write(
      remark.statement, check: remark.code, fingerprints.fingerprint(of: remark), as: .blocker,
      at: assessment.beginning,
      details: nil, &json)
  }

  private mutating func write(
    _ remark: Diagnostic, _ project: ProjectFindings, as severity: Severity, _ json: inout JSONWriter
  ) {
    write(
      remark.statement, check: remark.code, fingerprints.fingerprint(of: remark, in: project), as: severity,
      at: remark.location ?? project.assessment.beginning, details: details(project, []), &json)
  }

  private mutating func write(_ finding: RuleFinding, _ project: ProjectFindings, _ json: inout JSONWriter) {
    let clauses = finding.clauseTexts.joined(separator: "; ")
    let texts = [("To mend", finding.remedy), ("Requires", finding.requires), ("Clauses", clauses)]
    write(
      "\(finding.message) [\(finding.rule.clauses.joined(separator: ", "))]", check: finding.rule.id,
      fingerprints.fingerprint(of: finding, in: project), as: severity(finding), at: finding.location,
      details: details(project, texts + [("Pack", finding.rule.pack)]), &json)
  }

  /// The severity of the rule, failed or undecided; what people have signed for is there to be known.
  private func severity(_ finding: RuleFinding) -> Severity {
    switch (finding.result.outcome, finding.rule.severity) {
    case (.fail, .blocker), (.unknown, .blocker): .blocker
    case (.fail, .major), (.unknown, .major), (.pass, _): .major
    case (.fail, .moderate), (.unknown, .moderate): .minor
    case (.fail, .advisory), (.unknown, .advisory), (.accepted, _), (.notApplicable, _), (.notYetDue, _): .info
    }
  }

  private func details(_ project: ProjectFindings, _ texts: [(String, String)]) -> String {
    let about = [("Project", project.heading), ("Gate", project.assessment.decisionInWords)]
    let marking = project.marking.map { [("Marking", $0)] } ?? []
    return (texts + about + marking).map { "**\($0.0):** \(MarkdownText.escaped($0.1))" }.joined(separator: "\n\n")
  }

  private func write(
    _ description: String, check: String, _ fingerprint: String, as severity: Severity, at location: Location,
    details: String?, _ json: inout JSONWriter
  ) {
    let region = places.region(location)
    json.object { json in
      json.member("type", "issue")
      json.member("description", description)
      json.member("check_name", check)
      json.member("fingerprint", fingerprint)
      json.member("severity", severity.rawValue)
      json.key("location")
      json.object { json in
        json.member(
          "path", location.file.name.hasPrefix("./") ? String(location.file.name.dropFirst(2)) : location.file.name)
        json.key("positions")
        json.object { json in
          for (key, place) in [("begin", region.start), ("end", region.end)] {
            json.key(key)
            json.object { json in
              json.member("line", place.line)
              json.member("column", place.column)
            }
          }
        }
      }
      if let details {
        json.key("content")
        json.object { json in json.member("body", details) }
      }
    }
  }
}
