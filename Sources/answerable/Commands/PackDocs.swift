internal import ArgumentParser
internal import LocalFiles
internal import PolicyModel
internal import PolicyReference
internal import ProjectFiles

/// Writes the reference of a set of policies, for legal advisers and reviewers.
struct PackDocs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Document packs: every clause, rule, question, parameter and source, and how they hang together.",
    discussion: """
      A folder with a foundation is documented as a whole; other packs together with the built-in ones. Without a path \
      the built-in packs are documented.

      \(ReferenceFormat.all.map { "\($0.name): \($0.summary)" }.joined(separator: "\n"))

      Exit codes: 0, or 65 where the packs can't be loaded.
      """)

  @Option(
    help: ArgumentHelp(
      "How to write it: \(ReferenceFormat.all.map(\.name).joined(separator: ", ")).", valueName: "format"),
    completion: .list(ReferenceFormat.all.map(\.name)))
  var format = "markdown"

  @Option(help: ArgumentHelp("Where to write to, instead of standard output.", valueName: "file"), completion: .anyFile)
  var output: String?

  @Argument(help: ArgumentHelp("Packs, or folders of them.", valueName: "path"), completion: .packs)
  var paths: [String] = []

  func run() throws {
    guard let format = ReferenceFormat.named(format) else {
      throw Failure.notOffered(format, ReferenceFormat.all.map(\.name), "format")
    }
    let source = try PackSource(paths)
    if let output, let file = LocalFile.resolved(output),
      source.inputs.contains(where: { LocalFile.resolved($0) == file })
    {
      throw Failure(.usage, "`\(output)` is an input: write the reference to another file")
    }
    let policies = try source.policies()
    let named = source.named.count == policies.packs.count ? nil : source.named
    let subject = ReferenceSubject(
      policies, named: named, writer: "answerable \(Answerable.version)")
    let file = try output.map { $0 == "-" ? .standardOutput : try OutputFile.replacing($0) } ?? .standardOutput
    defer { file.discard() }
    try file.write(format.write(subject))
    try file.finish()
  }
}
