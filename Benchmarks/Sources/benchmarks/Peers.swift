import Foundation

/// Commands of others on the same files, as far as they can be had: none of them does all of the same work.
struct Peers {
  private let commands: Commands
  private let folder: String?

  private struct Peer {
    let name: String
    /// Of the virtual environment.
    let program: String
    let arguments: [String]
    let runs: Int
    let isStream: Bool
  }

  init(_ commands: Commands) {
    self.commands = commands
    folder = ProcessInfo.processInfo.environment["ANSWERABLE_JUDGES"].map { $0 + "/bin/" }
  }

  func measure() {
    guard let folder else {
      print("no other program was measured: name a virtual environment in ANSWERABLE_JUDGES")
      return
    }
    let example = commands.inputs.example.path()
    let stream = commands.inputs.stream.path()
    guard let schema = try? commands.inputs.schema(by: commands.answerable) else {
      print("no other program was measured: `answerable schema project` failed")
      return
    }
    let load = "import sys, yaml; print(sum(1 for _ in yaml.load_all(open(sys.argv[1], 'rb'), yaml.CSafeLoader)))"
    let peers = [
      Peer(
        name: "check-jsonschema, shape alone: one project, cold", program: "check-jsonschema",
        arguments: ["--schemafile", schema, example], runs: 5, isStream: false),
      Peer(
        name: "PyYAML on libyaml, read alone: one project, cold", program: "python3", arguments: ["-c", load, example],
        runs: 5, isStream: false),
      Peer(
        name: "PyYAML on libyaml, read alone: \(commands.inputs.projects) projects", program: "python3",
        arguments: ["-c", load, stream], runs: 1, isStream: true),
    ]
    for peer in peers {
      guard FileManager.default.isExecutableFile(atPath: folder + peer.program) else {
        print("| \(peer.name): `\(peer.program)` is not there | | | | | |")
        continue
      }
      commands.row(
        peer.name, [folder + peer.program] + peer.arguments, beside: [commands.raw, peer.isStream ? stream : example],
        runs: peer.runs)
    }
  }
}
