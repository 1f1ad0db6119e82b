internal import ArgumentParser
internal import LocalFiles
internal import PolicyModel
internal import ProjectFiles
internal import WebApp

/// A web application on this machine, for whoever answers questions or reviews answers.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answer questions and review answers in a browser on this machine.",
    usage: "answerable serve <folder> [<options>]",
    discussion: """
      Exit codes: 0; 64 wrong usage, 65 a pack has errors, 66 the folder is missing, 70 our mistake, 74 it can't listen \
      there.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("A further pack: a file or a folder. The built-in packs are always there.", valueName: "path"),
    completion: .packs)
  var pack: [String] = []

  @Option(
    help: ArgumentHelp("The date of all assessments; today (UTC) where it is left out.", valueName: "date"),
    completion: .nothing)
  var date: String?

  @Option(
    help: ArgumentHelp(
      "Assess for the gate to this stage, where it is later than the declared one.", valueName: "stage"),
    completion: .stages)
  var stage: String?

  @Option(help: ArgumentHelp("The port; any that is free where it is 0.", valueName: "port"), completion: .nothing)
  var port = 8080

  @Argument(help: ArgumentHelp("A folder with projects, or one project.", valueName: "folder"), completion: .directory)
  var folder: String

  func run() async throws {
    let fixed = try date.map { try CheckOptions.day($0) }
    let site = Site(
      try ProjectFolder(folder), try Policies.loaded(pack), day: { fixed ?? CheckOptions.today },
      stage: try CheckOptions.stage(stage), version: Answerable.configuration.version, codes: Codes.all)
    try await WebServer(site, at: WebServer.Address(host: "127.0.0.1", port: port)).run { port in
      Console.write("answerable: http://127.0.0.1:\(port)/\n")
    }
  }
}
