internal import ArgumentParser
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

/// What all commands about a review record have in common.
struct ReviewOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The project's file.", valueName: "project"))
  var project: String

  @Option(
    help: ArgumentHelp("A further pack: a file or a folder. The built-in packs are always there.", valueName: "path"))
  var pack: [String] = []

  @Option(help: ArgumentHelp("The date of the assessment; today (UTC) where it is left out.", valueName: "date"))
  var date: String?

  @Option(
    help: ArgumentHelp("The review record, instead of NAME.review.yaml beside the project.", valueName: "file"))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Assess for the gate to this stage, where it is later than the declared one.", valueName: "stage"))
  var stage: String?

  var reviews: ReviewSource { ReviewSource(file: record) }

  func assessedStage() throws -> LifecycleStage? { try CheckOptions.stage(stage) }

  /// Days since 1970.
  func day() throws -> Int { try CheckOptions.day(date) }

  func policies() throws -> PolicySet { try Policies.load(pack) }

  /// The project's one document. A record binds to a file, so standard input is none.
  func readProject() throws -> ProjectSource.Item {
    if project == "-" {
      throw Failure(.usage, "a review record binds to a file: name the project's file instead of `-`")
    }
    let item = try SingleProject.read(project)
    try SingleProject.requireReadable(item.document.value, at: project)
    return item
  }
}
