internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

extension ReportFormat {
  /// Workflow commands over all projects, the gravest first: GitHub shows ten errors, ten warnings and ten notices of a
  /// step, and no more. So each project's decision comes before everything else, and what is left out stays in the log.
  static let github = ReportFormat(
    name: "github", summary: "Workflow commands, for GitHub Actions.", isStreaming: false
  ) { assessments, options, out in
    let places = PlaceIndex()
    let projects = assessments.map { ProjectFindings($0, options) }
    var commands = options.isIncomplete ? [WorkflowCommand(Messages.incomplete(), places)] : []
    commands += projects.sorted { $0.urgency < $1.urgency }.map { WorkflowCommand($0, places) }
    let remarks = projects.flatMap { options.isVerbose ? $0.remarks : $0.faults }
    commands += remarks.filter { $0.severity == .error || !options.isQuiet }.map { WorkflowCommand($0, places) }
    if !options.isQuiet {
      let findings = projects.flatMap { project in project.attention.map { (finding: $0, project: project) } }
      let order = findings.map(\.finding).gravityOrder
      commands += order.map { WorkflowCommand(findings[$0].finding, of: findings[$0].project, places) }
    }
    for level in WorkflowCommand.Level.allCases {
      for command in commands where command.level == level { out.line(command.written(places)) }
    }
  }
}

extension ProjectFindings {
  /// The least comes first.
  fileprivate var urgency: Int {
    guard assessment.isDecided else { return -1 }
    return Gate.Decision.allCases.firstIndex(of: assessment.gate.decision) ?? 0
  }
}

extension WorkflowCommand {
  fileprivate init(_ project: ProjectFindings, _ places: PlaceIndex) {
    let about = project.marking.map { ["marking: \($0)"] } ?? []
    let packs = project.assessment.policies.packs.map { "\($0.id) \($0.version)" }.joined(separator: ", ")
    self.init(
      project.gate, places, title: "\(project.assessment.decisionInWords): \(project.heading)",
      more: about + project.caveats + ["assessed on \(project.assessment.date) against \(packs)"])
  }

  fileprivate init(_ finding: RuleFinding, of project: ProjectFindings, _ places: PlaceIndex) {
    let related = finding.related.compactMap { note in
      note.location.map { location in
        let start = places.region(location).start
        return "\(location.file.name):\(start.line):\(start.column)"
      }
    }
    let clauses = finding.clauseTexts.joined(separator: "; ")
    self.init(
      level: Level(finding), title: "\(finding.rule.id) (\(finding.status), \(finding.rule.severity.name))",
      location: finding.location,
      lines: [finding.message] + (related.isEmpty ? [] : ["see also \(related.joined(separator: ", "))"]) + [
        "clauses: \(clauses)", "to mend: \(finding.remedy)",
      ]
        + ["project: \(project.heading)"])
  }
}

extension WorkflowCommand.Level {
  /// What blocks is an error, failed or undecided; what people have signed for is a notice.
  fileprivate init(_ finding: RuleFinding) {
    self =
      switch (finding.result.outcome, finding.rule.severity) {
      case (.fail, .blocker), (.fail, .major), (.unknown, .blocker): .error
      case (.fail, .moderate), (.unknown, .major), (.pass, _): .warning
      case (.fail, .advisory), (.unknown, _), (.accepted, _), (.notApplicable, _), (.notYetDue, _): .notice
      }
  }
}
