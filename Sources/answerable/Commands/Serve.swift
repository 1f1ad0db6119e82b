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
      It listens on this machine alone. With `--listen` others can reach it, and need the access token of \
      `--token-file` then. There is no encryption: put a reverse proxy with TLS in front of it.

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

  @Option(
    help: ArgumentHelp("The address to listen on; 127.0.0.1 where it is left out.", valueName: "address"),
    completion: .nothing)
  var listen = "127.0.0.1"

  @Option(
    help: ArgumentHelp(
      "A name that others reach it by, behind a reverse proxy for example. May be given several times.",
      valueName: "name"), completion: .nothing)
  var hostName: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with the access token that everybody needs: 32 characters or more, and nobody else's to read.",
      valueName: "file"), completion: .anyFile)
  var tokenFile: String?

  @Argument(help: ArgumentHelp("A folder with projects, or one project.", valueName: "folder"), completion: .directory)
  var folder: String

  func run() async throws {
    let fixed = try date.map { try CheckOptions.day($0) }
    let address = try WebServer.Address(host: listen, port: port)
    let token = try tokenFile.map { try AccessToken(file: $0) }
    if !address.isLoopback, token == nil {
      throw Failure(
        .usage, "others could reach `\(listen)`: give an access token by `--token-file`, or leave `--listen` out")
    }
    // Where packs stand on this machine is not told to whoever asks.
    let policies = try Policies.loaded(pack) { path in path.split(separator: "/").last.map(String.init) ?? path }
    let site = Site(
      try ProjectFolder(folder), policies, day: { fixed ?? CheckOptions.today },
      stage: try CheckOptions.stage(stage), version: Answerable.version, codes: Codes.all,
      access: Access(hostNames: hostName, token: token))
    try await WebServer(site, at: address).run { port in
      Console.write("answerable: http://\(address.webHost):\(port)/\n")
    }
  }
}
