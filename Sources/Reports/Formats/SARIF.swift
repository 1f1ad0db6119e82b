internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel

extension ReportFormat {
  /// SARIF 2.1.0: what needs attention; where all is asked for every rule, passed ones too.
  ///
  /// All projects share one run. Code scanning takes the runs of one tool in a file for one analysis only where there is
  /// one of them, and a run for each project would need a category for each, whose alerts nobody would close when the
  /// project goes. What is of one project is told by the file that a result points to, and by its properties.
  static let sarif = ReportFormat(name: "sarif", summary: "SARIF 2.1.0, for code scanning.", isStreaming: false) {
    assessments, options, out in
    var report = SARIFReport(options)
    for assessment in assessments { report.add(ProjectFindings(assessment, options)) }
    out.line(report.run(over: assessments).write())
  }
}

private struct SARIFReport {
  private let options: ReportFormat.Options
  private var projects: [ProjectFindings] = []
  private var rules: [SARIFRun.Rule] = []
  private var known: Set<String> = []
  private var results: [SARIFRun.Result] = []
  private var fingerprints = Fingerprints()

  private static let codes =
    DiagnosticCode.ofAssessments + DiagnosticCode.ofFiles + DiagnosticCode.ofLists + DiagnosticCode.ofProjects
    + DiagnosticCode.ofReports + DiagnosticCode.ofReviews + DiagnosticCode.ofYAML

  init(_ options: ReportFormat.Options) {
    self.options = options
  }

  // MARK: Results

  mutating func add(_ project: ProjectFindings) {
    projects.append(project)
    if !project.isGreen || options.isVerbose {
      add(project.gate, of: project, kind: project.isGreen ? .pass : .fail)
    }
    for remark in options.isVerbose ? project.remarks : project.faults { add(remark, of: project) }
    for finding in options.isVerbose ? project.rules.gravestFirst : project.attention { add(finding, of: project) }
  }

  /// Every result gets a place: code scanning refuses those without one.
  private mutating func add(_ remark: Diagnostic, of project: ProjectFindings, kind: SARIFRun.Kind? = nil) {
    declare(remark.code) { SARIFRun.Rule(remark.code, explained: Self.codes) }
    var result = SARIFRun.Result(remark, kind: kind, at: project.assessment.beginning)
    result.fingerprint = fingerprints.fingerprint(of: remark, in: project)
    result.properties = shared(project)
    results.append(result)
  }

  private mutating func add(_ finding: RuleFinding, of project: ProjectFindings) {
    declare(finding.rule.id) { SARIFRun.Rule(finding, of: project) }
    let kind = finding.sarifKind
    var result = SARIFRun.Result(
      rule: finding.rule.id, kind: kind, level: kind == .fail ? finding.rule.severity.sarifLevel : "none",
      message: finding.message, location: finding.location)
    result.related = finding.related
    result.fingerprint = fingerprints.fingerprint(of: finding, in: project)
    result.justification = finding.signature
    result.properties = properties(finding) + shared(project)
    results.append(result)
  }

  private mutating func declare(_ id: String, _ rule: () -> SARIFRun.Rule) {
    if known.insert(id).inserted { rules.append(rule()) }
  }

  private func properties(_ finding: RuleFinding) -> [SARIFRun.Property] {
    var properties = [
      SARIFRun.Property("outcome", finding.result.outcome.rawValue),
      SARIFRun.Property("severity", finding.rule.severity.name),
      SARIFRun.Property("pack", finding.rule.pack),
      SARIFRun.Property("clauses", finding.clauses.map(\.id)),
      SARIFRun.Property("decides_gate", finding.isReason),
    ]
    if let reason = finding.result.notApplicable { properties.append(SARIFRun.Property("because", reason.rawValue)) }
    if !finding.result.unanswered.isEmpty {
      properties.append(SARIFRun.Property("unanswered", finding.result.unanswered))
    }
    if finding.result.isDeclaredOnly { properties.append(SARIFRun.Property("declared_only", true)) }
    properties.append(
      SARIFRun.Property("evidence") { json in
        json.object { json in
          json.member("items", finding.result.evidence.items)
          json.member("current", finding.result.evidence.current)
        }
      })
    return properties
  }

  /// What a result must say where it is shown without the others.
  private func shared(_ project: ProjectFindings) -> [SARIFRun.Property] {
    [SARIFRun.Property("project", project.heading), SARIFRun.Property("gate", project.assessment.decisionInWords)]
      + (project.marking.map { [SARIFRun.Property("marking", $0)] } ?? [])
  }

  // MARK: Run

  func run(over assessments: [Assessment]) -> SARIFRun {
    var run = SARIFRun(version: options.version, rules: rules, results: results)
    let incomplete = options.isIncomplete ? [Messages.incomplete()] : []
    var fingerprints = fingerprints
    for remark in incomplete {
      run.rules.append(SARIFRun.Rule(remark.code, explained: Self.codes))
      var result = SARIFRun.Result(remark, kind: .fail, at: assessments.first?.beginning)
      result.fingerprint = fingerprints.fingerprint(of: remark)
      run.results.append(result)
    }
    let decision = assessments.decision(isIncomplete: options.isIncomplete)
    let unsound = projects.filter { !$0.assessment.isDecided || $0.assessment.hasErrors }
    run.invocation = SARIFRun.Invocation(
      isSuccessful: unsound.isEmpty && !options.isIncomplete && !assessments.isEmpty,
      description: unsound.isEmpty && !options.isIncomplete ? decision.rawValue : "invalid or missing input",
      notifications: unsound.map { "\($0.heading): \($0.gate.statement)" } + incomplete.map(\.statement))
    run.digests = digests
    if let policies = assessments.first?.policies {
      run.taxonomy = SARIFRun.Taxonomy(policies.foundation)
      run.properties = properties(decision, assessments, policies)
    }
    return run
  }

  /// Projects and review records, each file once.
  private var digests: [(file: String, sha256: String)] {
    var seen: Set<String> = []
    return projects.flatMap { project in
      let assessment = project.assessment
      let record = assessment.record?.file.map { ($0.name, assessment.review?.digest ?? "") }
      return [(assessment.project.document.file.name, assessment.projectDigest)] + (record.map { [$0] } ?? [])
    }.filter { seen.insert($0.0).inserted }
  }

  private func properties(
    _ decision: Gate.Decision, _ assessments: [Assessment], _ policies: PolicySet
  ) -> [SARIFRun.Property] {
    let markings = Set(projects.map(\.marking))
    let marking = markings.count == 1 ? markings.first ?? nil : nil
    return (marking.map { [SARIFRun.Property("marking", $0)] } ?? []) + [
      SARIFRun.Property("decision", decision.rawValue),
      SARIFRun.Property("complete", !options.isIncomplete),
      SARIFRun.Property("date", assessments.first?.date ?? ""),
      SARIFRun.Property("policies") { json in json.object { json in json.identities(of: policies) } },
      SARIFRun.Property("loosened", policies.loosened.map { VisibleText.oneLine("\($0.pack): \($0.what)") }),
      SARIFRun.Property("projects") { [projects] json in
        json.array { json in for project in projects { Self.write(project, &json) } }
      },
    ]
  }

  private static func write(_ project: ProjectFindings, _ json: inout JSONWriter) {
    let assessment = project.assessment
    json.object { json in
      json.member("file", assessment.project.document.file.name)
      json.member("document", assessment.project.document.number)
      if let name = assessment.projectName { json.member("name", VisibleText.oneLine(name)) }
      if let marking = project.marking { json.member("marking", marking) }
      json.member("sha256", assessment.projectDigest)
      json.member("decision", project.decision)
      json.member("stage", project.stage)
      json.member("because", assessment.isDecided ? assessment.gate.because : [])
      json.key("summary")
      json.object { json in
        let summary = assessment.isDecided ? assessment.summary : OutcomeCounts()
        for outcome in Outcome.allCases { json.member(outcome.rawValue, summary[outcome]) }
      }
    }
  }
}

extension SARIFRun.Rule {
  fileprivate init(_ finding: RuleFinding, of project: ProjectFindings) {
    let rule = finding.rule
    let clauses = finding.clauseTexts.joined(separator: "; ")
    self.init(
      id: rule.id, shortDescription: finding.title, fullDescription: finding.requires,
      help: "\(finding.remedy) Clauses: \(clauses).", helpMarkdown: Self.help(finding),
      level: rule.severity.sarifLevel)
    let all = project.assessment.policies.foundation.instrument.clauses
    taxa = rule.clauses.compactMap { id in all.firstIndex { $0.id == id } }
    properties = [
      SARIFRun.Property("tags", [rule.pack, rule.severity.name] + rule.clauses),
      // A rule is decided by the answers alone, so what it says is never a guess.
      SARIFRun.Property("precision", "very-high"),
      SARIFRun.Property(
        "problem.severity", ["error": "error", "warning": "warning"][rule.severity.sarifLevel] ?? "recommendation"),
      SARIFRun.Property("pack", rule.pack), SARIFRun.Property("severity", rule.severity.name),
      SARIFRun.Property("clauses", rule.clauses), SARIFRun.Property("grounds", rule.grounds.map(\.rawValue)),
    ]
  }

  private static func help(_ finding: RuleFinding) -> String {
    let rule = finding.rule
    var parts = ["**To mend:** \(MarkdownText.escaped(finding.remedy))"]
    if let why = rule.why { parts.append("**Why:** \(MarkdownText.escaped(VisibleText.oneLine(why)))") }
    let clauses = finding.clauses.map { "- \($0.id): \(MarkdownText.escaped($0.text))" }
    parts.append((["**Clauses:**", ""] + clauses).joined(separator: "\n"))
    let evidence = rule.evidence.map { "- \(MarkdownText.escaped(VisibleText.oneLine($0)))" }
    parts.append((["**What would show it:**", ""] + evidence).joined(separator: "\n"))
    return parts.joined(separator: "\n\n")
  }
}

extension SARIFRun.Taxonomy {
  fileprivate init(_ foundation: Foundation) {
    let instrument = foundation.instrument
    self.init(
      name: foundation.id, fullName: instrument.title, version: foundation.version,
      description: "\(instrument.title), \(instrument.place), \(instrument.date)",
      taxa: instrument.clauses.map { ($0.id, $0.text, $0.asks ?? $0.reason) })
  }
}

extension ReviewRecord {
  /// The file that its entries stand in.
  fileprivate var file: SourceFile? {
    (claims.map(\.location) + acceptances.map(\.location) + disputes.map(\.location)).first?.file
  }
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .blocker, .major: "error"
    case .moderate: "warning"
    case .advisory: "note"
    }
  }
}

extension RuleFinding {
  fileprivate var sarifKind: SARIFRun.Kind {
    switch result.outcome {
    case .fail, .accepted: .fail
    case .unknown: .open
    case .notApplicable, .notYetDue: .notApplicable
    // A pass that the gate does not content itself with: people have to look.
    case .pass: isReason ? .review : .pass
    }
  }
}
