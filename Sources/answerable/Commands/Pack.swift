internal import ArgumentParser

/// What policy owners do with packs.
struct Pack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Check, test, compare and document policy packs.",
    subcommands: [PackLint.self, PackTest.self, PackDiff.self, PackDocs.self])
}
