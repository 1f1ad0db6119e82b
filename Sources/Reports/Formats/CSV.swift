internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import LocatedYAML
internal import PolicyModel

extension ReportFormat {
  /// Comma-separated values (RFC 4180): a row for the decision on each project, for each thing that is remarked on, and
  /// for each rule, whatever its outcome. Each row says by itself what it belongs to, and a project that could not be
  /// assessed has its row too.
  static let csv = ReportFormat(
    name: "csv", summary: "Comma-separated values, a row for each rule, for spreadsheets.", isStreaming: false
  ) { assessments, options, out in
    var report = CSVReport(version: options.version)
    for assessment in assessments { report.write(ProjectFindings(assessment, options)) }
    if options.isIncomplete { report.writeIncomplete() }
    out.write(report.bytes)
  }
}

private struct CSVReport {
  /// The columns, in their order.
  private enum Column: String, CaseIterable {
    case marking, project, file, document, stage, decision, date, kind, id, pack, severity, outcome, because
    case decides_gate, title, message, requires, remedy, clauses, clause_texts, place_file, line, column, end_line
    case end_column, unanswered, evidence_items, evidence_current, declared_only, signed, pack_version, pack_sha256
    case project_sha256, answerable_version
  }

  private var csv = CSVWriter()
  private let version: String
  private let places = PlaceIndex()

  var bytes: [UInt8] { csv.bytes }

  init(version: String) {
    self.version = version
    csv.record(Column.allCases.map(\.rawValue))
  }

  mutating func write(_ project: ProjectFindings) {
    var gate = cells(of: project.gate, project)
    gate[.kind] = "gate"
    gate[.outcome] = project.decision
    write(gate)
    for remark in project.remarks { write(cells(of: remark, project)) }
    for finding in project.rules { write(cells(of: finding, project)) }
  }

  mutating func writeIncomplete() {
    let remark = Messages.incomplete()
    write([
      .decision: Gate.Decision.hold.rawValue, .kind: "run", .id: remark.code, .severity: remark.severity.rawValue,
      .outcome: remark.severity.rawValue, .message: remark.statement, .answerable_version: version,
    ])
  }

  private mutating func write(_ cells: [Column: String]) {
    csv.record(Column.allCases.map { cells[$0] ?? "" })
  }

  // MARK: Rows

  private func cells(of project: ProjectFindings) -> [Column: String] {
    let document = project.assessment.project.document
    return [
      .marking: project.marking ?? "", .project: project.assessment.projectName ?? "", .file: document.file.name,
      .document: String(document.number), .stage: project.stage, .decision: project.decision,
      .date: project.assessment.date, .project_sha256: project.assessment.projectDigest, .answerable_version: version,
    ]
  }

  private func cells(of remark: Diagnostic, _ project: ProjectFindings) -> [Column: String] {
    var cells = cells(of: project)
    cells[.kind] = "remark"
    cells[.id] = remark.code
    cells[.severity] = remark.severity.rawValue
    cells[.outcome] = remark.severity.rawValue
    cells[.message] = remark.statement
    return cells.merging(place(remark.location)) { $1 }
  }

  private func cells(of finding: RuleFinding, _ project: ProjectFindings) -> [Column: String] {
    var cells = cells(of: project)
    let (result, rule) = (finding.result, finding.rule)
    let pack = project.assessment.policies.packs.first { $0.id == rule.pack }
    cells[.kind] = "rule"
    cells[.id] = rule.id
    cells[.pack] = rule.pack
    cells[.severity] = rule.severity.name
    cells[.outcome] = result.outcome.rawValue
    cells[.because] = result.notApplicable?.rawValue
    cells[.decides_gate] = String(finding.isReason)
    cells[.title] = finding.title
    cells[.message] = finding.statement
    cells[.requires] = finding.requires
    cells[.remedy] = finding.remedy
    cells[.clauses] = rule.clauses.joined(separator: " ")
    cells[.clause_texts] = finding.clauseTexts.joined(separator: "; ")
    cells[.unanswered] = result.unanswered.joined(separator: " ")
    cells[.evidence_items] = String(result.evidence.items)
    cells[.evidence_current] = String(result.evidence.current)
    cells[.declared_only] = String(result.isDeclaredOnly)
    cells[.signed] = finding.signature
    cells[.pack_version] = pack?.version
    cells[.pack_sha256] = pack?.sha256
    return cells.merging(place(finding.location)) { $1 }
  }

  private func place(_ location: Location?) -> [Column: String] {
    guard let location else { return [:] }
    let (start, end) = places.region(location)
    return [
      .place_file: location.file.name, .line: String(start.line), .column: String(start.column),
      .end_line: String(end.line), .end_column: String(end.column),
    ]
  }
}
