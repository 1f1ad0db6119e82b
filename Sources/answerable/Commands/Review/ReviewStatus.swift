internal import ArgumentParser
internal import LocalFiles
internal import ProjectFiles
internal import Reports

/// Says of every entry what it is worth and until when.
struct ReviewStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show every entry with its effect or why it has none, what ends soon, and what could still be entered.",
    usage: "answerable review status <project> [<options>]",
    discussion: ReviewOptions.readCodes)

  @OptionGroup var options: ReviewOptions

  @Option(
    help: ArgumentHelp("Warn of entries that end within so many days, such as 30d.", valueName: "days"),
    completion: .spans)
  var warnBefore = "30d"

  @Option(help: ArgumentHelp("How to report: text or json.", valueName: "format"), completion: .list(["text", "json"]))
  var format = "text"

  func run() throws {
    guard ["text", "json"].contains(format) else { throw Failure.notOffered(format, ["text", "json"], "format") }
    let days = try DayCount.days(warnBefore, of: "--warn-before")
    let desk = try ReviewDesk(options)
    var layout = ReportFormat.Options()
    layout.decorator = Console.decorator(for: Console.standardOutput)
    layout.width = Console.width
    let report = ReviewStatusReport(desk.present, record: desk.record.path, warningDays: days, options: layout)
    try OutputFile.standardOutput.write(format == "json" ? report.json() : Array(report.text().utf8))
  }
}
