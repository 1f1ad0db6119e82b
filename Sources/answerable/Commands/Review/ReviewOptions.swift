internal import ArgumentParser
internal import Diagnostics
internal import LocatedYAML
internal import PolicyModel

/// What all commands about a review record have in common.
struct ReviewOptions: ParsableArguments {
  @OptionGroup var subject: SingleProject

  @Option(
    help: ArgumentHelp("The review record, instead of NAME.review.yaml beside the project.", valueName: "file"))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Assess for the gate to this stage, where it is later than the declared one.", valueName: "stage"))
  var stage: String?

  var reviews: ReviewSource { ReviewSource(file: record) }

  func assessedStage() throws -> LifecycleStage? { try CheckOptions.stage(stage) }

  /// The project's one document. A record binds to a file, so standard input is none.
  func readProject() throws -> (path: String, item: ProjectSource.Item) {
    if subject.project == "-" {
      throw Failure(.usage, "a review record binds to a file: name the project's file instead of `-`")
    }
    guard let (path, item) = try subject.read() else { throw Failure(.usage, "name the project's file") }
    try subject.requireReadable(item.document.value, at: path)
    return (path, item)
  }
}
