internal import ArgumentParser
internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
internal import LocatedYAML
internal import PolicyComparison
internal import PolicyModel
internal import ProjectFiles

/// Says what changes from one set of policies to another, in words and in outcomes.
struct PackDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two versions of packs: what they say, and what becomes of projects.",
    usage: "answerable pack diff [<options>] <old> <new> [<project> ...]",
    discussion: """
      OLD and NEW are packs or folders of packs, taken as `pack lint` takes them; `built-in` stands for the packs in the \
      program. With projects, each is assessed against both on the same date, with the review record beside it.

      Exit codes: 0, or with --exit-code 1 where something changed; 65 a pack or a project is not valid.
      """)

  @Flag(help: "Exit with 1 where something changed.")
  var exitCode = false

  @Flag(help: "Leave out what only says something in another way.")
  var noWords = false

  @Option(help: ArgumentHelp("How to report: text, json.", valueName: "format"), completion: .list(["text", "json"]))
  var format = "text"

  @Option(
    help: ArgumentHelp("The date of the assessments; today (UTC) where it is left out.", valueName: "date"),
    completion: .nothing)
  var date: String?

  @Argument(help: ArgumentHelp("The packs as they were.", valueName: "old"), completion: .packs)
  var old: String

  @Argument(help: ArgumentHelp("The packs as they are to be.", valueName: "new"), completion: .packs)
  var new: String

  @Argument(
    help: ArgumentHelp("Project descriptions, or folders of them.", valueName: "project"), completion: .projects)
  var projects: [String] = []

  func run() throws {
    guard ["text", "json"].contains(format) else { throw Failure.notOffered(format, ["text", "json"], "format") }
    let day = try CheckOptions.day(date)
    let (before, after) = (try Self.policies(old), try Self.policies(new))
    let difference = PolicyDifference(from: before, to: after)
    var outcomes: [OutcomeDifference] = []
    var isInvalid = false
    for path in try projects.flatMap({ try ProjectPaths.expand($0) }) where !ProjectPaths.isRecord(path.path) {
      try compare(path, before, after, day, &outcomes, &isInvalid)
    }
    var report = ComparisonReport(
      difference, outcomes, hasWords: !noWords, decorator: Console.decorator(for: Console.standardOutput))
    try OutputFile.standardOutput.write(
      format == "json" ? ComparisonJSON.bytes(difference, outcomes) : report.bytes())
    if isInvalid { throw ExitCode(ExitStatus.invalidInput.rawValue) }
    let isChanged = !difference.changes.isEmpty || outcomes.contains { !$0.isEmpty }
    if exitCode, isChanged { throw ExitCode(ExitStatus.stop.rawValue) }
  }

  private static func policies(_ path: String) throws -> PolicySet {
    try PackSource(path == "built-in" ? [] : [path]).policies()
  }

  private func compare(
    _ named: ProjectPaths.Named, _ before: PolicySet, _ after: PolicySet, _ day: Int,
    _ outcomes: inout [OutcomeDifference], _ isInvalid: inout Bool
  ) throws {
    let source = try ProjectSource(named.path)
    while let item = try source.next() {
      let assessments = try [before, after].map { policies in
        try ProjectAssessor(policies: policies, day: day, stage: nil, reviews: ReviewSource())
          .assess(item, at: named.path).assessment
      }
      guard assessments[1].isDecided else {
        if !named.isFound { throw Failure(.invalidInput, "`\(named.path)` can't be read as a project") }
        continue
      }
      let errors = assessments.flatMap { $0.diagnostics.filter { $0.severity == .error } }
      Console.show(errors)
      isInvalid = isInvalid || !errors.isEmpty
      let name = item.isAlone ? named.path : "\(named.path), document \(item.document.value.number)"
      outcomes.append(OutcomeDifference(name, from: assessments[0], to: assessments[1]))
    }
  }
}
