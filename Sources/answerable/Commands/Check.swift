internal import ArgumentParser
internal import AssessmentEngine
internal import ProjectFiles
internal import Reports

/// The main job: assess projects, report, and say by the exit code what the gate decides.
struct Check: ParsableCommand {
  static let name = "check"
  static let configuration = CommandConfiguration(
    commandName: name, _superCommandName: "answerable",
    abstract: "Assess project descriptions.",
    discussion: """
      Exit codes: 0 proceed, 1 stop, 2 hold, 3 conditional; 64 wrong usage, 65 invalid input, 66 missing input, \
      70 our mistake, 74 input or output failed. Over several projects: the gravest.

      Of a folder the YAML and JSON files in it and below are assessed, but for hidden ones and those behind links to \
      folders: name them.

      \(GateSafeguards.discussion)
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A further pack: a file or a folder. The built-in packs are always assessed.", valueName: "path"),
    completion: .packs)
  var pack = CheckWords.usual.pack

  @Option(help: ArgumentHelp("The review record, for a single project.", valueName: "file"), completion: .records)
  var review = CheckWords.usual.review

  @Option(help: ArgumentHelp("Take review records from this folder only.", valueName: "folder"), completion: .directory)
  var reviewFrom: String?

  @Flag(help: "Ignore review records.")
  var noReview = CheckWords.usual.noReview

  @Option(
    help: ArgumentHelp(
      "The date of the assessment, such as 2026-03-01; today (UTC) where it is left out.", valueName: "date"),
    completion: .nothing)
  var date: String?

  @Option(
    help: ArgumentHelp(
      "Assess for the gate to this stage, where it is later than the declared one.", valueName: "stage"),
    completion: .stages)
  var stage: String?

  @Option(
    help: ArgumentHelp(
      "A folder in which evidence may be, beside that of its project. May be given several times.", valueName: "folder"),
    completion: .directory)
  var evidenceFrom = CheckWords.usual.evidenceFrom

  @Option(
    help: ArgumentHelp(
      "Warn of evidence, acceptances and claims that end within this time: days (30d) or weeks (4w); 0d never warns.",
      valueName: "time"), completion: .spans)
  var warnBefore = CheckWords.usual.warnBefore

  @Option(
    help: ArgumentHelp("How to report: \(ReportFormat.all.map(\.name).joined(separator: ", ")).", valueName: "format"),
    completion: .formats)
  var format = CheckWords.usual.format

  @Option(
    help: ArgumentHelp("Where to report to, instead of standard output.", valueName: "file"), completion: .anyFile)
  var output: String?

  @Option(
    help: ArgumentHelp("A further report: `json=gate.json`. May be given several times.", valueName: "format=file"),
    completion: .reports)
  var report = CheckWords.usual.report

  @Option(
    help: ArgumentHelp(
      "Tell only of projects with this decision, in formats for reading; the exit code is that of all.",
      valueName: "decision"), completion: .list(Gate.Decision.allCases.map(\.rawValue)))
  var onlyDecision = CheckWords.usual.onlyDecision

  @Option(
    help: ArgumentHelp(
      "Tell only of projects at this stage, in formats for reading; the exit code is that of all.", valueName: "stage"),
    completion: .stages)
  var onlyStage = CheckWords.usual.onlyStage

  @Option(
    help: ArgumentHelp(
      "The classification marking of the reports, in place of that of the projects.", valueName: "text"),
    completion: .nothing)
  var marking: String?

  @OptionGroup var safeguards: GateSafeguards

  @Option(
    help: ArgumentHelp("Exit with 0 on this decision too: conditional or hold.", valueName: "decision"),
    completion: .list(["conditional", "hold"]))
  var passOn = CheckWords.usual.passOn

  @Flag(name: .shortAndLong, help: "Only the decision.")
  var quiet = CheckWords.usual.quiet

  @Flag(name: .shortAndLong, help: "Everything, passed rules too.")
  var verbose = CheckWords.usual.verbose

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "project"), completion: .projects)
  var projects: [String]

  var words: CheckWords {
    var words = CheckWords()
    words.pack = pack
    words.review = review
    words.reviewFrom = reviewFrom
    words.noReview = noReview
    words.date = date
    words.stage = stage
    words.evidenceFrom = evidenceFrom
    words.warnBefore = warnBefore
    words.format = format
    words.output = output
    words.report = report
    words.onlyDecision = onlyDecision
    words.onlyStage = onlyStage
    words.marking = marking
    words.baseline = safeguards.baseline
    words.requirePack = safeguards.requirePack
    words.passOn = passOn
    words.quiet = quiet
    words.verbose = verbose
    words.projects = projects
    return words
  }

  func run() throws { throw ExitCode(try words.run().rawValue) }
}
