internal import ArgumentParser
internal import AssessmentEngine
internal import Diagnostics
internal import LocalFiles
internal import ProjectFiles
internal import Reports

/// Says what to answer next, and how it is written.
struct Next: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Say what to answer next, why, and how it is written.",
    usage: "answerable next <project> [<options>]",
    discussion: """
      The best question to answer next is the one that the gravest undecided rules hang on. What can change no outcome \
      is never among them.

      Exit codes: 0; 64 wrong usage, 65 the project is not valid, 66 it is missing, 74 it can't be read.
      """)

  @OptionGroup var subject: SingleProject

  @Option(help: ArgumentHelp("How many questions; 0 for all.", valueName: "count"), completion: .nothing)
  var count = 3

  @Option(help: ArgumentHelp("How to report: text or json.", valueName: "format"), completion: .list(["text", "json"]))
  var format = "text"

  func run() throws {
    guard ["text", "json"].contains(format) else { throw Failure.notOffered(format, ["text", "json"], "format") }
    guard count >= 0 else { throw Failure(.usage, "`--count \(count)`: give a number of questions, or 0 for all") }
    let day = try subject.day()
    let policies = try subject.policies()
    guard let (path, item) = try subject.read() else {
      throw Failure(.usage, "name the project: `answerable next turret.yaml`")
    }
    let assessor = ProjectAssessor(policies: policies, day: day, stage: nil, reviews: ReviewSource())
    let assessment = try assessor.assess(item, at: path).assessment
    Console.show(assessment.diagnostics.filter { $0.severity != .note })
    try subject.requireReadable(item.document.value, at: path)
    var options = ReportFormat.Options()
    options.decorator = Console.decorator(for: Console.standardOutput)
    options.width = Console.width
    let report = NextQuestionsReport(assessment, most: count == 0 ? .max : count)
    try OutputFile.standardOutput.write(format == "json" ? report.json() : Array(report.text(options).utf8))
    if assessment.hasErrors { throw ExitCode(ExitStatus.invalidInput.rawValue) }
  }
}
