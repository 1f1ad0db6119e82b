internal import ArgumentParser
internal import Foundation

/// Refreshes the digests in Examples after somebody edited an example or its evidence.
struct ExampleDigestsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example-digests",
    abstract: "Rewrite the sha256 of evidence and of review records' subjects in the examples.")

  @Argument(help: "The folder with the projects and their review records.")
  var folder = "Examples"

  @Flag(help: "Write nothing; fail where a digest is stale.")
  var check = false

  func run() throws {
    let digests = ExampleDigests(folder: URL(filePath: folder, directoryHint: .isDirectory))
    guard digests.problems.isEmpty else { throw Stop(message: digests.problems.joined(separator: "\n")) }
    let names = digests.stale.keys.sorted()
    if check {
      guard names.isEmpty else {
        throw Stop(
          message: "stale digests in \(names.joined(separator: ", ")): run `swift run developer-tasks example-digests`")
      }
      return
    }
    for name in names {
      try Data(digests.stale[name] ?? []).write(to: digests.folder.appending(path: name), options: .atomic)
      print("refreshed \(name)")
    }
  }
}
