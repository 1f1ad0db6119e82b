internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

extension ReportFormat {
  /// JUnit XML, as the schema of Apache Ant has it: a suite with the gate and the inputs of a project, then a suite for
  /// each pack, with a test case for each rule. Of several projects the names of suites carry the project's.
  static let junit = ReportFormat(name: "junit", summary: "JUnit XML, for build servers.", isStreaming: false) {
    assessments, options, out in
    var report = JUnitReport(options, namesProjects: assessments.count > 1 || options.isOneOfSeveral)
    for assessment in assessments { report.add(ProjectFindings(assessment, options)) }
    out.write(report.write())
  }
}

/// What a test case came to; nil stands for success.
private enum JUnitFault {
  case failure(type: String, message: String, text: String)
  case error(type: String, message: String, text: String)
  case skipped(message: String)
}

private struct JUnitReport {
  private struct Case {
    let name: String
    let fault: JUnitFault?
  }

  private struct Suite {
    let name: String
    let package: String
    /// The assessment's date: when the tests are run is nobody's business.
    let date: String
    let properties: [(name: String, value: String)]
    let cases: [Case]
    /// Shown beside the cases.
    let remarks: [String]
  }

  private let options: ReportFormat.Options
  private let namesProjects: Bool
  private var suites: [Suite] = []
  private let places = PlaceIndex()

  init(_ options: ReportFormat.Options, namesProjects: Bool) {
    self.options = options
    self.namesProjects = namesProjects
  }

  // MARK: Content

  mutating func add(_ project: ProjectFindings) {
    if options.isIncomplete, suites.isEmpty { addIncomplete(project) }
    let errors = project.remarks.filter { $0.severity == .error }
    let warnings = project.faults.filter { $0.severity == .warning }.map { "\($0.severity.rawValue): \(line($0))" }
    add("gate", project, [gate(project)] + errors.map { self.input($0) }, warnings + project.caveats)
    for pack in project.assessment.policies.packs {
      let findings = project.rules.filter { $0.rule.pack == pack.id }
      guard !findings.isEmpty else { continue }
      // A test case that passed has no room for what it rests on.
      let caveats = findings.compactMap { finding in finding.caveat.map { "\(finding.rule.id): \($0)" } }
      add(pack.id, project, findings.map { Case(name: "\($0.rule.id): \($0.title)", fault: fault($0)) }, caveats)
    }
  }

  private mutating func add(_ name: String, _ project: ProjectFindings, _ cases: [Case], _ remarks: [String]) {
    let name = namesProjects ? "\(project.heading): \(name)" : name
    suites.append(
      Suite(
        name: name, package: project.heading, date: project.assessment.date, properties: properties(project),
        cases: cases, remarks: remarks))
  }

  private mutating func addIncomplete(_ project: ProjectFindings) {
    let remark = Messages.incomplete()
    let fault = JUnitFault.error(type: remark.code, message: remark.statement, text: remark.statement)
    suites.append(
      Suite(
        name: "run", package: "answerable", date: project.assessment.date, properties: [],
        cases: [Case(name: "everything named was assessed", fault: fault)], remarks: []))
  }

  private func gate(_ project: ProjectFindings) -> Case {
    let message = project.gate.statement
    let text = ([project.gate.message] + project.gate.notes.map(\.message)).joined(separator: "\n")
    let fault: JUnitFault? =
      if project.isGreen {
        nil
      } else if project.assessment.isDecided {
        .failure(type: project.decision, message: message, text: text)
      } else {
        .error(type: project.decision, message: message, text: text)
      }
    return Case(name: "the gate says proceed", fault: fault)
  }

  private func input(_ error: Diagnostic) -> Case {
    let place = error.location.map { self.place($0) + " " } ?? ""
    return Case(
      name: "input: \(place)\(error.message) [\(error.code)]",
      fault: .error(type: error.code, message: error.statement, text: line(error)))
  }

  private func fault(_ finding: RuleFinding) -> JUnitFault? {
    switch finding.result.outcome {
    case .pass: nil
    case .fail: .failure(type: finding.rule.severity.name, message: finding.message, text: text(finding))
    case .unknown: .error(type: "unknown", message: finding.message, text: text(finding))
    case .accepted, .notApplicable, .notYetDue: .skipped(message: finding.message)
    }
  }

  private func text(_ finding: RuleFinding) -> String {
    let places = ([Note(finding.statement, at: finding.location)] + finding.related).map { note in
      "\(note.location.map { place($0) + " " } ?? "")\(note.message)"
    }
    let clauses = finding.clauseTexts.joined(separator: "; ")
    return (places + ["requires: \(finding.requires)", "clauses: \(clauses)", "to mend: \(finding.remedy)"])
      .joined(separator: "\n")
  }

  private func line(_ remark: Diagnostic) -> String {
    "\(remark.location.map { place($0) + " " } ?? "")\(remark.statement) [\(remark.code)]"
  }

  private func place(_ location: Location) -> String {
    let start = places.region(location).start
    return "\(location.file.name):\(start.line):\(start.column)"
  }

  private func properties(_ project: ProjectFindings) -> [(name: String, value: String)] {
    let assessment = project.assessment
    let packs = assessment.policies.packs.map {
      (name: "pack \($0.id)", value: "\($0.version) sha256:\($0.sha256)")
    }
    return (project.marking.map { [(name: "marking", value: $0)] } ?? []) + [
      (name: "project", value: project.heading), (name: "sha256", value: assessment.projectDigest),
      (name: "decision", value: project.decision), (name: "stage", value: project.stage),
      (name: "date", value: assessment.date), (name: "answerable", value: options.version),
    ] + packs
  }

  // MARK: Writing

  func write() -> [UInt8] {
    var xml = XMLWriter()
    xml.element("testsuites") { xml in
      for (index, suite) in suites.enumerated() { write(suite, index, &xml) }
    }
    return xml.bytes
  }

  private func write(_ suite: Suite, _ index: Int, _ xml: inout XMLWriter) {
    var (failures, errors, skipped) = (0, 0, 0)
    for each in suite.cases {
      switch each.fault {
      case .failure: failures += 1
      case .error: errors += 1
      case .skipped: skipped += 1
      case nil: break
      }
    }
    let attributes: [(name: StaticString, value: String)] = [
      ("name", suite.name), ("package", suite.package), ("id", String(index)),
      ("timestamp", "\(suite.date)T00:00:00"), ("hostname", "localhost"), ("tests", String(suite.cases.count)),
      ("failures", String(failures)), ("errors", String(errors)), ("skipped", String(skipped)), ("time", "0"),
    ]
    xml.element("testsuite", attributes) { xml in
      xml.element("properties") { xml in
        for (name, value) in suite.properties { xml.element("property", [("name", name), ("value", value)]) }
      }
      for each in suite.cases { write(each, of: suite, &xml) }
      xml.element("system-out", text: suite.remarks.joined(separator: "\n"))
      xml.element("system-err")
    }
  }

  private func write(_ each: Case, of suite: Suite, _ xml: inout XMLWriter) {
    // What stands before the last dot is taken for a package.
    let attributes: [(name: StaticString, value: String)] = [
      ("name", each.name), ("classname", suite.name.replacing(".", with: "_")), ("time", "0"),
    ]
    switch each.fault {
    case nil: xml.element("testcase", attributes)
    case .failure(let type, let message, let text):
      xml.element("testcase", attributes) { xml in
        xml.element("failure", [("type", type), ("message", message)], text: text)
      }
    case .error(let type, let message, let text):
      xml.element("testcase", attributes) { xml in
        xml.element("error", [("type", type), ("message", message)], text: text)
      }
    case .skipped(let message):
      xml.element("testcase", attributes) { xml in xml.element("skipped", [("message", message)]) }
    }
  }
}
