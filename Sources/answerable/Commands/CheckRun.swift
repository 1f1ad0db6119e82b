internal import ArgumentParser
internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles
internal import Reports

/// One run over all projects, in the order given.
final class CheckRun {
  private struct Report {
    let format: ReportFormat
    let file: OutputFile
    let options: ReportFormat.Options
    /// Projects written one by one.
    var count = 0
  }

  private let options: CheckOptions
  private let tools: CheckTools.Promise
  private var reports: [Report] = []
  /// For formats that need all assessments at once.
  private var kept: [Assessment] = []
  private var status: ExitStatus?
  private var count = 0
  /// How many of them formats for reading do not tell of.
  private var leftOut = 0
  /// Whether something named could not be assessed.
  private var isIncomplete = false
  /// What was found in folders, where records are in a folder of their own.
  private var searched: [ProjectPaths.Named] = []
  /// The projects without a review record in the reviewers' folder: how many, and the first of them.
  private var unreviewed: (count: Int, names: [String]) = (0, [])
  /// Which report would take the place of evidence.
  private var clash: String?
  private var progress = Progress()
  private var baseline: Baseline?
  private var comparisons = BaselineComparisons()

  /// Loads the packs. Throws a `Failure` where they have errors.
  init(_ options: CheckOptions) throws {
    self.options = options
    tools = try CheckTools.Promise(options)
    baseline = try options.baseline.map { try BaselineFile.read($0) }
  }

  /// Assesses and reports. Throws a `Failure` or a `FileProblem` where nothing more can be done; then no report file is
  /// left half-written, and those that were there before are as they were.
  func run() throws -> ExitStatus {
    defer { for report in reports { report.file.discard() } }
    for (format, file) in options.reports { reports.append(try open(format, file)) }
    for path in options.projects { try checkNamed(path) }
    progress.finish()
    tellOfUnreviewed()
    try tellOfStrayRecords()
    if let clash { throw Failure(.usage, "\(clash): write the report to another file") }
    for left in baseline?.unused ?? [] {
      Console.complain("`\(left.title)` is in the baseline, and was not assessed now")
    }
    if count == 0 {
      // There is nothing to report on: what earlier runs reported stays.
      options.tellOfEarlierReports()
      guard let status else { throw Failure(.invalidInput, "there was no project description to assess") }
      return status
    }
    for report in reports where !report.format.isStreaming {
      var layout = report.options
      layout.isOneOfSeveral =
        options.projects.count > 1 || count > 1 || isIncomplete || options.selection != nil
      layout.isIncomplete = isIncomplete
      layout.baseline = comparisons
      try report.file.write(report.format.write(kept, options: layout))
    }
    for report in reports { try report.file.finish() }
    if leftOut > 0 {
      Console.complain("\(leftOut) of \(count) projects are left out of what is shown; the exit code is that of all")
    }
    return status ?? .internalError
  }

  private func open(_ format: ReportFormat, _ path: String?) throws -> Report {
    var layout = ReportFormat.Options()
    layout.isQuiet = options.isQuiet
    layout.isVerbose = options.isVerbose
    layout.version = Answerable.version
    layout.marking = options.marking
    layout.selection = options.selection
    guard let path else {
      layout.decorator = Console.decorator(for: Console.standardOutput)
      layout.width = Console.width
      return Report(format: format, file: .standardOutput, options: layout)
    }
    return Report(format: format, file: try .replacing(path), options: layout)
  }

  private func note(_ next: ExitStatus) { status = status?.worse(next) ?? next }

  // MARK: Projects

  /// A problem with one project does not keep the others from being assessed.
  private func checkNamed(_ name: String) throws {
    do {
      let paths = try reading {
        try ProjectPaths.expand(name) { other in
          Console.complain("skipped `\(other)`: it is a link to a folder, or no file: name it to have it checked")
        }
      }
      for path in paths { try checkFound(path) }
      if options.reviews.looksBesideProjects {
        for record in ProjectPaths.strayRecords(paths.filter(\.isFound)) {
          leaveOut(Failure(.invalidInput, "`\(record)` belongs to no project beside it: its entries were not read"))
        }
      }
      if options.reviews.folder != nil { searched += paths.filter(\.isFound) }
    } catch let failure as Failure {
      leaveOut(failure)
    }
  }

  /// Whoever renames a project takes it away from its record: where a folder was searched, that is said. Records of other
  /// projects may be in the same folder, so that it changes nothing.
  private func tellOfStrayRecords() throws {
    guard let folder = options.reviews.folder, !searched.isEmpty else { return }
    for record in try reading({ try ProjectPaths.strayRecords(in: folder, of: searched) }) {
      Console.complain("`\(record)` belongs to none of the projects that were found: its entries were not read")
    }
  }

  /// A project that was renamed and changed is found by neither its name nor its digest.
  private func tellOfUnreviewed() {
    guard let folder = options.reviews.folder, unreviewed.count > 0 else { return }
    let names = unreviewed.names.map { "`\($0)`" }.joined(separator: ", ")
    let more = unreviewed.count - unreviewed.names.count
    Console.complain("there is no review record in `\(folder)` for \(names)\(more > 0 ? " and \(more) more" : "")")
  }

  private func checkFound(_ named: ProjectPaths.Named) throws {
    do {
      try check(named)
    } catch let failure as Failure {
      leaveOut(failure)
    }
  }

  private func leaveOut(_ failure: Failure) {
    isIncomplete = true
    Console.show(failure.diagnostics)
    Console.complain(failure.message)
    note(failure.status)
  }

  private func check(_ named: ProjectPaths.Named) throws {
    var (projects, others) = (0, 0)
    let source = try reading { try ProjectSource(named.path) }
    while true {
      let documents = try reading { try source.nextUnread(atMost: Self.documentsAtOnce) }
      if documents.isEmpty { break }
      let work = work
      for outcome in Parallel.map(documents, { work.outcome(of: $0, named) }) {
        switch outcome {
        case .checked(let checked?):
          projects += 1
          try take(checked, at: named.path)
        case .checked(nil): others += 1
        case .failed(let problem): try reading { throw problem }
        }
      }
    }
    if others > 0, projects > 0 { throw Failure.mixed(named.path) }
    if others > 0, !ProjectPaths.isRecord(named.path) {
      Console.complain("skipped `\(named.path)`: it is no project description")
    }
    if projects + others == 0 {
      let place = named.path == "-" ? "standard input" : "`\(named.path)`"
      throw Failure(
        .invalidInput,
        "there is no project description in \(place): begin with `answerable: project/1`, then your answers")
    }
  }

  /// Problems with reading are about one input; those with writing end the run.
  private func reading<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let problem as FileProblem {
      throw Failure(problem.kind == .missing ? .missingInput : .inputOutput, problem.suggesting)
    }
  }

  /// Enough to keep all processors busy, and few enough to hold.
  private static let documentsAtOnce = 32

  /// What is done with every document whatever comes before it.
  private var work: CheckWork {
    // What was there before belongs to what is written of a project, and is known only in their order.
    var formats = (baseline == nil ? reports : []).map { ($0.format, $0.options) }
    for index in formats.indices { formats[index].1.baseline = comparisons }
    return CheckWork(tools: tools, reviews: options.reviews, formats: formats, selection: options.selection)
  }

  private func take(_ checked: CheckWork.Checked, at path: String) throws {
    let assessment = checked.assessment
    if checked.hasStrayRecord {
      Console.complain("`\(path)` holds several projects: one with a review record stands in a file of its own")
      note(.invalidInput)
    }
    if options.reviews.folder != nil, assessment.record == nil {
      unreviewed.count += 1
      if unreviewed.count <= 5 { unreviewed.names.append(path) }
    }
    clash =
      clash ?? options.reportOverEvidence(of: assessment.project, at: path, hasErrors: assessment.hasErrors)
    try finish(assessment, checked.reports)
  }

  /// `written` has what was written already, by the place of the report.
  private func finish(_ assessment: Assessment, _ written: [[UInt8]?]) throws {
    count += 1
    progress.count(count)
    let decision = compare(assessment)
    if assessment.hasErrors || !assessment.isDecided {
      note(.invalidInput)
    } else {
      note(options.passed.contains(decision) ? .proceed : ExitStatus(decision))
    }
    let isSelected = options.selection?.holds(assessment) ?? true
    if !isSelected { leftOut += 1 }
    for (index, report) in reports.enumerated() where report.format.isStreaming {
      if !isSelected, report.format.takesSelection { continue }
      if report.count > 0 { try report.file.write(Array(report.format.separator.utf8)) }
      var layout = report.options
      layout.baseline = comparisons
      let known = written.indices.contains(index) ? written[index] : nil
      try report.file.write(known ?? report.format.write([assessment], options: layout))
      reports[index].count += 1
    }
    if reports.contains(where: { !$0.format.isStreaming }) { kept.append(assessment) }
  }
  /// What the exit code stands for: the decision, or what it comes to beside the baseline.
  private func compare(_ assessment: Assessment) -> Gate.Decision {
    guard let comparison = baseline?.compare(assessment) else { return assessment.gate.decision }
    comparisons[assessment] = comparison
    for refusal in comparison.refusals {
      Console.complain("`\(RecordedAssessment(assessment).title)`: nothing is forgiven: \(refusal)")
    }
    return comparison.exitDecision
  }
}
