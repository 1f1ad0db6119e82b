internal import ArgumentParser
internal import Foundation

/// Records the versions of packs after somebody changed one and raised its version.
struct PackVersionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack-versions",
    abstract: "Record new versions of packs, and see that no recorded version has changed.")

  @Argument(help: "The folder with the packs.")
  var folder = "Policies"

  @Flag(help: "Write nothing; fail where a version is not recorded.")
  var check = false

  func run() throws {
    let folder = URL(filePath: folder, directoryHint: .isDirectory)
    let versions = PackVersions(folder: folder)
    guard versions.problems.isEmpty else { throw Stop(message: versions.problems.joined(separator: "\n")) }
    guard !versions.new.isEmpty else { return }
    let names = versions.new.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    if check { throw Stop(message: "not recorded: \(names): run `swift run developer-tasks pack-versions`") }
    try Data(versions.text.utf8).write(to: PackVersions.file(in: folder), options: .atomic)
    print("recorded \(names)")
  }
}
