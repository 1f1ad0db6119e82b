internal import ArgumentParser
internal import Diagnostics
internal import LocalFiles
internal import LocatedYAML
internal import ProjectFiles

/// Begins a record that has no entries yet.
struct ReviewStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Begin a review record for a project. A file that is there is never overwritten.",
    usage: "answerable review start <project> [<options>]",
    discussion: ReviewOptions.exitCodes)

  @OptionGroup var options: ReviewOptions

  func run() throws {
    let (project, item) = (options.project, try options.readProject())
    if let path = try options.reviews.path(for: project), LocalFile.isTaken(path) {
      throw Failure(.invalidInput, "`\(path)` is there already: it was left as it is")
    }
    guard let path = options.reviews.newPath(for: project) else { return }
    let text = """
      # What the reviewers decided about one version of the project.
      #
      # `answerable review` adds entries and checks each. Keep this file where only reviewers can write: nothing in it is
      # signed, and it is as trustworthy as whoever can change it.
      answerable: review/1
      subject:
        sha256: \(item.digest)

      # Claims that a rule does not apply, although its condition says so.
      not_applicable: []

      # Failures that somebody of sufficient rank accepts for a time.
      risk_acceptances: []

      # Passes and answers that a reviewer doubts.
      disputes: []

      """
    try EditedFile.create(path, Array(text.utf8))
    try OutputFile.standardOutput.write(Array("began `\(path)` for this version of `\(project)`\n".utf8))
  }
}
