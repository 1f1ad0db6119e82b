internal import ArgumentParser

@main
struct DeveloperTasks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "developer-tasks", abstract: "What a maintainer does more than once.",
    subcommands: [
      CELConformanceCommand.self, CELReferenceCommand.self, DocumentationCommand.self, ExampleDigestsCommand.self,
      FuzzCommand.self, PackVersionsCommand.self, ReleaseCommand.self, SanitizeCommand.self, UnicodeTablesCommand.self,
    ])
}
