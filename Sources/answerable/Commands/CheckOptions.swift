internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import FoundationEssentials
internal import LocalFiles
internal import PolicyModel
internal import ProjectFiles
internal import Reports

/// What the words of a `check` command mean. Whatever is wrong with them ends the run before anything is read.
struct CheckOptions {
  /// Days since 1970.
  let day: Int
  let stage: LifecycleStage?
  let reviews: ReviewSource
  /// Folders beside those of the projects in which evidence may be.
  let evidenceFolders: [String]
  /// Days before the end of something in which it is warned of.
  let warnBefore: Int
  /// Decisions that count as 0.
  let passed: [Gate.Decision]
  /// As named, folders not yet searched.
  let projects: [String]
  let packs: [String]
  /// Formats and where each goes; standard output where the file is nil.
  let reports: [(format: ReportFormat, file: String?)]
  let isQuiet: Bool
  let isVerbose: Bool
  let baseline: String?
  let pins: [PackPin]
  /// The classification marking; nil where that of each project counts.
  let marking: String?
  /// The projects that formats for reading tell of; nil for all.
  let selection: Selection?

  init(_ command: Check) throws {
    day = try Self.day(command.date)
    stage = try Self.stage(command.stage)
    passed = try command.passOn.map { try Self.decision($0) }
    reviews = try Self.reviews(command)
    evidenceFolders = try EvidenceFiles.folders(command.evidenceFrom)
    warnBefore = try DayCount.days(command.warnBefore, of: "--warn-before")
    projects = command.projects
    if projects.filter({ $0 == "-" }).count > 1 {
      throw Failure(.usage, "`-` is given twice: standard input can be read only once")
    }
    packs = command.pack
    baseline = command.safeguards.baseline
    pins = try command.safeguards.pins()
    if baseline != nil, !passed.isEmpty {
      throw Failure(.usage, "`--baseline` and `--pass-on` exclude each other: each says what may pass")
    }
    reports = try Self.reports(command)
    isQuiet = command.quiet
    isVerbose = command.verbose
    marking = command.marking
    selection = try Self.selection(command)
    if let marking, !marking.contains(where: { !$0.isWhitespace }) {
      throw Failure(.usage, "`--marking` says nothing: give the marking's words, or leave it out")
    }
    if selection != nil, !reports.contains(where: \.format.takesSelection) {
      let names = ReportFormat.all.filter(\.takesSelection).map(\.name).joined(separator: ", ")
      throw Failure(.usage, "`--only-decision` and `--only-stage` are for \(names): the other formats tell of all")
    }
    if isQuiet, isVerbose { throw Failure(.usage, "`--quiet` and `--verbose` exclude each other") }
    try checkOutputs(command)
  }

  private static func selection(_ command: Check) throws -> Selection? {
    if command.onlyDecision.isEmpty, command.onlyStage.isEmpty { return nil }
    let decisions = try command.onlyDecision.map { text in
      try known(text, Gate.Decision.allCases.map(\.rawValue), "decision") { Gate.Decision(rawValue: $0) }
    }
    let stages = try command.onlyStage.map { text in
      try known(text, LifecycleStage.allCases.map(\.name), "stage") { LifecycleStage(name: $0) }
    }
    return Selection(decisions: Set(decisions), stages: Set(stages))
  }

  private static func reviews(_ command: Check) throws -> ReviewSource {
    if command.review.count > 1 {
      throw Failure(.usage, "`--review` is given twice: put all entries in one record")
    }
    let given = [!command.review.isEmpty, command.reviewFrom != nil, command.noReview].filter { $0 }
    if given.count > 1 {
      throw Failure(.usage, "`--review`, `--review-from` and `--no-review` exclude each other")
    }
    if !command.review.isEmpty, command.projects.count > 1 || LocalFile.kind(command.projects[0]) == .folder {
      throw Failure(.usage, "`--review` is for a single project: use `--review-from FOLDER`")
    }
    if let folder = command.reviewFrom, LocalFile.kind(folder) != .folder {
      throw Failure(.missingInput, "there is no folder `\(folder)`: no review record was looked for")
    }
    if command.reviewFrom != nil, command.projects.contains("-") {
      throw Failure(
        .usage,
        "`--review-from` finds records by the names of projects, and standard input has none: name the record with "
          + "`--review`")
    }
    return ReviewSource(file: command.review.first, folder: command.reviewFrom, isIgnored: command.noReview)
  }

  private static func reports(_ command: Check) throws -> [(format: ReportFormat, file: String?)] {
    var reports = [(try format(command.format), command.output == "-" ? nil : command.output)]
    for text in command.report {
      guard let cut = text.firstIndex(of: "="), cut != text.startIndex, text.index(after: cut) != text.endIndex else {
        throw Failure(.usage, "`--report \(text)`: write a format and a file, such as `json=gate.json`")
      }
      reports.append((try format(String(text[..<cut])), String(text[text.index(after: cut)...])))
    }
    return reports
  }

  /// No report may take the place of an input or of another report.
  private func checkOutputs(_ command: Check) throws {
    let files = reports.compactMap(\.file)
    guard !files.isEmpty else { return }
    let inputs = Set(inputFiles(command).compactMap { LocalFile.resolved($0) }.map { ExactPath($0) })
    var seen: Set<ExactPath> = []
    for file in files {
      if let found = LocalFile.resolved(file), inputs.contains(ExactPath(found)) {
        throw Failure(.usage, "`\(file)` is an input: write the report to another file")
      }
      if !seen.insert(ExactPath(LocalFile.canonical(file))).inserted {
        throw Failure(.usage, "two reports would go to `\(file)`: give each a file of its own")
      }
    }
  }

  /// The report that would take the place of evidence of a project; nil where none would. What a project names is known
  /// only once it was read.
  func reportOverEvidence(of project: Project, at path: String) -> String? {
    let files = reports.compactMap(\.file)
    guard !files.isEmpty else { return nil }
    let evidence = Set(EvidenceFiles.paths(of: project, at: path).map { ExactPath($0) })
    return files.first { evidence.contains(ExactPath(LocalFile.canonical($0))) }
  }

  /// All that is read: what is named, what is in folders that are named, and review records.
  private func inputFiles(_ command: Check) -> [String] {
    func expanded(_ path: String) -> [String] {
      // A folder that can't be listed is reported where it is read.
      LocalFile.kind(path) == .folder ? (try? LocalFile.files(in: path)) ?? [] : [path]
    }
    let projects = command.projects.flatMap { expanded($0) }
    let single = [command.reviewFrom, command.safeguards.baseline].compactMap { $0 }
    let others = (command.pack + command.review + single).flatMap { expanded($0) }
    return projects + others + projects.flatMap { reviews.records(for: $0) }
  }

  /// Days since 1970 of a date, or of today in UTC.
  static func day(_ text: String?) throws -> Int {
    guard let text else { return today }
    guard let date = CivilDate(text) else { throw Failure(.usage, "`\(text)` is no date such as 2026-03-01") }
    return date.day
  }

  /// Days since 1970, in UTC.
  static var today: Int { Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)) }

  static func stage(_ name: String?) throws -> LifecycleStage? {
    try named(name, LifecycleStage.allCases.map(\.name), "stage") { LifecycleStage(name: $0) }
  }

  private static func format(_ name: String) throws -> ReportFormat {
    try known(name, ReportFormat.all.map(\.name), "format") { ReportFormat.named($0) }
  }

  private static func decision(_ text: String) throws -> Gate.Decision {
    if text == "stop" { throw Failure(.usage, "`--pass-on stop`: a stop is never passed on") }
    return try known(text, ["conditional", "hold", "proceed"], "decision") { Gate.Decision(rawValue: $0) }
  }

  private static func named<Value>(
    _ text: String?, _ names: [String], _ what: String, _ make: (String) -> Value?
  ) throws -> Value? {
    guard let text else { return nil }
    return try known(text, names, what, make)
  }

  private static func known<Value>(
    _ text: String, _ names: [String], _ what: String, _ make: (String) -> Value?
  ) throws -> Value {
    if let value = make(text) { return value }
    throw Failure.notOffered(text, names, what)
  }
}
