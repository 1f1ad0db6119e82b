internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import FoundationEssentials
internal import LocalFiles
internal import LocatedYAML
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

  init(_ words: CheckWords) throws {
    day = try Self.day(words.date)
    stage = try Self.stage(words.stage)
    passed = try words.passOn.map { try Self.decision($0) }
    reviews = try Self.reviews(words)
    evidenceFolders = try EvidenceFiles.folders(words.evidenceFrom)
    warnBefore = try DayCount.days(words.warnBefore, of: "--warn-before")
    projects = words.projects
    if projects.filter({ $0 == "-" }).count > 1 {
      throw Failure(.usage, "`-` is given twice: standard input can be read only once")
    }
    packs = words.pack
    baseline = words.baseline
    pins = try PackPin.read(words.requirePack)
    if baseline != nil, !passed.isEmpty {
      throw Failure(.usage, "`--baseline` and `--pass-on` exclude each other: each says what may pass")
    }
    reports = try Self.reports(words)
    isQuiet = words.quiet
    isVerbose = words.verbose
    marking = words.marking
    selection = try Self.selection(words)
    if let marking, !marking.contains(where: { !$0.isWhitespace }) {
      throw Failure(.usage, "`--marking` says nothing: give the marking's words, or leave it out")
    }
    if selection != nil, !reports.contains(where: \.format.takesSelection) {
      let names = ReportFormat.all.filter(\.takesSelection).map(\.name).joined(separator: ", ")
      throw Failure(.usage, "`--only-decision` and `--only-stage` are for \(names): the other formats tell of all")
    }
    if isQuiet, isVerbose { throw Failure(.usage, "`--quiet` and `--verbose` exclude each other") }
    try checkOutputs(words)
  }

  private static func selection(_ words: CheckWords) throws -> Selection? {
    if words.onlyDecision.isEmpty, words.onlyStage.isEmpty { return nil }
    let decisions = try words.onlyDecision.map { text in
      try known(text, Gate.Decision.allCases.map(\.rawValue), "decision") { Gate.Decision(rawValue: $0) }
    }
    let stages = try words.onlyStage.map { text in
      try known(text, LifecycleStage.allCases.map(\.name), "stage") { LifecycleStage(name: $0) }
    }
    return Selection(decisions: Set(decisions), stages: Set(stages))
  }

  private static func reviews(_ words: CheckWords) throws -> ReviewSource {
    if words.review.count > 1 {
      throw Failure(.usage, "`--review` is given twice: put all entries in one record")
    }
    let given = [!words.review.isEmpty, words.reviewFrom != nil, words.noReview].filter { $0 }
    if given.count > 1 {
      throw Failure(.usage, "`--review`, `--review-from` and `--no-review` exclude each other")
    }
    if !words.review.isEmpty, words.projects.count > 1 || LocalFile.kind(words.projects[0]) == .folder {
      throw Failure(.usage, "`--review` is for a single project: use `--review-from FOLDER`")
    }
    if let folder = words.reviewFrom, LocalFile.kind(folder) != .folder {
      throw Failure(.missingInput, "there is no folder `\(folder)`: no review record was looked for")
    }
    if words.reviewFrom != nil, words.projects.contains("-") {
      throw Failure(
        .usage,
        "`--review-from` finds records by the names of projects, and standard input has none: name the record with "
          + "`--review`")
    }
    return ReviewSource(file: words.review.first, folder: words.reviewFrom, isIgnored: words.noReview)
  }

  private static func reports(_ words: CheckWords) throws -> [(format: ReportFormat, file: String?)] {
    var reports = [(try format(words.format), words.output == "-" ? nil : words.output)]
    for text in words.report {
      guard let cut = text.firstIndex(of: "="), cut != text.startIndex, text.index(after: cut) != text.endIndex else {
        throw Failure(.usage, "`--report \(text)`: write a format and a file, such as `json=gate.json`")
      }
      reports.append((try format(String(text[..<cut])), String(text[text.index(after: cut)...])))
    }
    return reports
  }

  /// Says which reports were not written although something is there, which would pass for one of this run.
  func tellOfEarlierReports() {
    for file in reports.compactMap(\.file) where LocalFile.kind(file) == .file {
      Console.complain("`\(file)` was not written: what is there is no report of this run")
    }
  }

  /// No report may take the place of an input or of another report.
  private func checkOutputs(_ words: CheckWords) throws {
    let files = reports.compactMap(\.file)
    guard !files.isEmpty else { return }
    let inputs = Set(try inputFiles(words).compactMap { LocalFile.resolved($0) }.map { ExactPath($0) })
    var seen: Set<ExactPath> = []
    for file in files {
      if let found = LocalFile.resolved(file), inputs.contains(ExactPath(found)) {
        throw Failure(.usage, "`\(file)` is an input: write the report to another file")
      }
      if ProjectPaths.isRecord(file) || ProjectPaths.isRecord(LocalFile.canonical(file)) {
        throw Failure(.usage, "`\(file)` is the name of a review record: write the report to another file")
      }
      if Self.holdsAnswers(file) {
        throw Failure(
          .usage, "`\(file)` begins like a file of answers, entries or rules: write the report to another file")
      }
      if !seen.insert(ExactPath(LocalFile.canonical(file))).inserted {
        throw Failure(.usage, "two reports would go to `\(file)`: give each a file of its own")
      }
    }
  }

  /// Whether what is there is no report but something that people wrote by hand, as its header says.
  private static func holdsAnswers(_ file: String) -> Bool {
    guard LocalFile.kind(file) == .file, let start = try? ByteStream(file).next() else { return false }
    return start.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(100).contains { line in
      let words = line.filter { !" \t\"'{".utf8.contains($0) }
      return ["project/", "review/", "pack/", "foundation/", "pack-tests/"]
        .contains { words.starts(with: "answerable:\($0)".utf8) }
    }
  }

  /// Which report would take the place of evidence of a project, in words; nil where none would. What a project names is
  /// known only once it was read, and not wholly where it has errors: then no file is replaced whose name stands in its
  /// text.
  func reportOverEvidence(of project: Project, at path: String, hasErrors: Bool) -> String? {
    let files = reports.compactMap(\.file)
    guard !files.isEmpty else { return nil }
    let evidence = Set(EvidenceFiles.paths(of: project, at: path).map { ExactPath($0) })
    for file in files {
      if evidence.contains(ExactPath(LocalFile.canonical(file))) { return "`\(file)` is evidence of `\(path)`" }
      guard hasErrors, LocalFile.kind(file) == .file else { continue }
      let names = [file, LocalFile.canonical(file)].map { PathText.split($0).name }
      if names.contains(where: { Self.isNamed($0, in: project.document.file.bytes) }) {
        return "`\(file)` is named in `\(path)`, whose errors hide whether it is evidence"
      }
    }
    return nil
  }

  /// Whether a name stands in a text by itself, and not as a part of a longer one.
  private static func isNamed(_ name: String, in text: [UInt8]) -> Bool {
    let name = Array(name.utf8)
    func isPart(_ byte: UInt8?) -> Bool {
      guard let byte else { return false }
      return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || [UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)
    }
    return text.indices.contains { start in
      guard text[start] == name.first, text[start...].starts(with: name) else { return false }
      let end = start + name.count
      return !isPart(start > 0 ? text[start - 1] : nil) && !isPart(end < text.count ? text[end] : nil)
    }
  }

  /// All that is read: what is named, what is in folders that are named, and review records.
  private func inputFiles(_ words: CheckWords) throws -> [String] {
    func expanded(_ path: String) throws -> [String] {
      if path == "-" { return ["/dev/stdin"] }
      return LocalFile.kind(path) == .folder ? try LocalFile.files(in: path) : [path]
    }
    let projects = try words.projects.flatMap { try expanded($0) }
    let single = [words.reviewFrom, words.baseline].compactMap { $0 }
    let others = try (words.pack + words.review + single).flatMap { try expanded($0) }
    return projects + others + (try projects.flatMap { try reviews.records(for: $0) })
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
