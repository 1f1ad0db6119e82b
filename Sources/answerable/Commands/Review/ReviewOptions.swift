internal import ArgumentParser
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel
internal import ProjectFiles

/// What all commands about a review record have in common.
struct ReviewOptions: ParsableArguments {
  /// What the commands that write end with.
  static let exitCodes = """
    Exit codes: 0 done; 64 wrong usage, 65 refused or invalid input, and nothing was written, 66 missing input, \
    70 our mistake, 74 input or output failed, or somebody else wrote the record at the same time: try again.
    """

  /// What the command that only reads ends with.
  static let readCodes = """
    Exit codes: 0; 64 wrong usage, 65 invalid input, 66 missing input, 74 input or output failed.
    """

  @Argument(help: ArgumentHelp("The project's file.", valueName: "project"), completion: .projects)
  var project: String

  @Option(
    help: ArgumentHelp("A further pack: a file or a folder. The built-in packs are always there.", valueName: "path"),
    completion: .packs)
  var pack: [String] = []

  @Option(
    help: ArgumentHelp("The date of the assessment; today (UTC) where it is left out.", valueName: "date"),
    completion: .nothing)
  var date: String?

  @Option(
    help: ArgumentHelp("The review record, instead of NAME.review.yaml beside the project.", valueName: "file"),
    completion: .records)
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Assess for the gate to this stage, where it is later than the declared one.", valueName: "stage"),
    completion: .stages)
  var stage: String?

  var reviews: ReviewSource { ReviewSource(file: record) }

  func assessedStage() throws -> LifecycleStage? { try CheckOptions.stage(stage) }

  /// Days since 1970.
  func day() throws -> Int { try CheckOptions.day(date) }

  func policies() throws -> PolicySet { try Policies.loaded(pack) }

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
