internal import ArgumentParser
internal import LocalFiles
internal import ProjectFiles
internal import Schemas

/// Writes the shape of a kind of file as a JSON Schema.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Write the shape of a kind of file as a JSON Schema, for editors.",
    discussion: """
      \(FileSchema.all.map { $0.name + ": " + $0.summary }.joined(separator: ". ")).

      With it an editor offers the questions, says why each is asked, and underlines what is misspelt. For the YAML \
      extension of an editor, write the schema to a file and put this line into the project description:

        # yaml-language-server: $schema=project.schema.json

      Exit codes: 0; 64 there is no such kind, 65 a pack is not valid, 66 it is missing.
      """)

  @Option(
    help: ArgumentHelp(
      "A further pack whose questions and rules belong to it. May be given several times.", valueName: "path"),
    completion: .packs)
  var pack: [String] = []

  @Argument(
    help: ArgumentHelp(FileSchema.all.map(\.name).joined(separator: ", ") + ".", valueName: "kind"),
    completion: .list(FileSchema.all.map(\.name)))
  var kind: String

  func run() throws {
    guard let schema = FileSchema.named(kind) else {
      throw Failure.notOffered(kind, FileSchema.all.map(\.name), "schema")
    }
    try OutputFile.standardOutput.write(schema.bytes(Policies.loaded(pack)))
  }
}
