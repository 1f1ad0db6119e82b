internal import ArgumentParser

/// What policy owners do with packs.
struct Pack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Check, test, compare and document policy packs.",
    discussion: "Exit codes: those of the subcommands, each of which says its own.",
    subcommands: [PackLint.self, PackTest.self, PackDiff.self, PackDocs.self])
}
