internal import ArgumentParser
internal import LocalFiles
internal import ProjectFiles

/// Begins a record that has no entries yet.
struct ReviewStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Begin a review record for a project. A file that is there is never overwritten.",
    usage: "answerable review start <project> [<options>]",
    discussion: ReviewOptions.exitCodes)

  @OptionGroup var options: ReviewOptions

  func run() throws {
    let project = options.project
    let path = try ReviewDesk.begin(project, options.readProject(), options.reviews)
    try OutputFile.standardOutput.write(Array("began `\(path)` for this version of `\(project)`\n".utf8))
  }
}
