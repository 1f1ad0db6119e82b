internal import ArgumentParser
internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
internal import PolicyModel
internal import ProjectFiles
internal import Reports

/// Says what changed from one assessment of projects to another, and why.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two assessments, or two versions of projects: what changed, and why.",
    usage: "answerable diff [<options>] <old> <new>",
    discussion: """
      OLD and NEW are each a file that `check --format json` or `ndjson` wrote, a project description, a folder of \
      projects, or - for standard input. Projects are assessed on the spot, with the review record beside them. One \
      project on each side is compared whatever its name; several are matched by file and document, then by name.

      Where both sides are projects, each reason is worked out: the project is assessed again with one thing exchanged at \
      a time. Of a file only what it records is known, and no more is said.

      Exit codes: 0, or with --exit-code 1 where something got worse or a new project may not go on as it is; 65 an input is not valid, 66 it is missing.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A further pack: a file or a folder. The built-in packs are always assessed.", valueName: "path"),
    completion: .packs)
  var pack: [String] = []

  @Option(
    help: ArgumentHelp("The date to assess projects on; today (UTC) where it is left out.", valueName: "date"),
    completion: .nothing)
  var date: String?

  @Option(
    help: ArgumentHelp(
      "How to report: \(DifferenceFormat.all.map(\.name).joined(separator: ", ")).", valueName: "format"),
    completion: .list(DifferenceFormat.all.map(\.name)))
  var format = "text"

  @Flag(help: "Exit with 1 where something got worse.")
  var exitCode = false

  @Argument(help: ArgumentHelp("The state before.", valueName: "old"), completion: .projects)
  var old: String

  @Argument(help: ArgumentHelp("The state after.", valueName: "new"), completion: .projects)
  var new: String

  func run() throws {
    let names = DifferenceFormat.all.map(\.name)
    guard let format = DifferenceFormat.named(format) else { throw Failure.notOffered(format, names, "format") }
    let day = try CheckOptions.day(date)
    if old == "-", new == "-" { throw Failure(.usage, "`-` is given twice: standard input can be read only once") }
    let assessor = ProjectAssessor(
      policies: try Policies.loaded(pack), day: day, stage: nil, reviews: ReviewSource())
    let (before, after) = (try ComparedSide(old, assessor), try ComparedSide(new, assessor))
    let differences = ProjectDifferences(from: before.records, to: after.records) { left, right in
      guard let old = before.assessments[left], let new = after.assessments[right] else {
        return AssessmentDifference(from: before.records[left], to: after.records[right])
      }
      return AssessmentDifference(from: old, to: new)
    }
    var layout = DifferenceFormat.Layout()
    layout.decorator = Console.decorator(for: Console.standardOutput)
    layout.width = Console.width
    try OutputFile.standardOutput.write(format.write(differences, layout))
    if before.hasErrors || after.hasErrors { throw ExitCode(ExitStatus.invalidInput.rawValue) }
    if exitCode, differences.isWorse { throw ExitCode(ExitStatus.stop.rawValue) }
  }
}
