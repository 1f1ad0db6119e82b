import Foundation

/// Commands of others on the same files, as far as they can be had: none of them does all of the same work.
struct Peers {
  private let commands: Commands
  private let scripts: String
  private let rules: Int
  private let folder: String?

  /// An engine that a program beside `rules.py` drives.
  private struct Engine {
    let name: String
    let script: String
  }

  private static let engines = [
    Engine(name: "Cedar (cedarpy)", script: "cedar.py"),
    Engine(name: "Rego (regopy)", script: "rego.py"),
    Engine(name: "CEL in Rust (common-expression-language)", script: "cel_rust.py"),
    Engine(name: "CEL in Python (cel-python)", script: "cel_python.py"),
  ]

  private enum Failure: Error, CustomStringConvertible {
    case failed([String])
    case differ([String])

    var description: String {
      switch self {
      case .failed(let words): "failed: \(words.joined(separator: " "))"
      case .differ(let found): "the engines do not find the same: \(found.joined(separator: " "))"
      }
    }
  }

  /// `rules` is how many rules an engine gets.
  init(_ commands: Commands, package: URL, rules: Int) {
    self.commands = commands
    self.rules = rules
    scripts = package.appending(path: "Benchmarks/Peers/").path()
    folder = ProcessInfo.processInfo.environment["ANSWERABLE_JUDGES"].map { $0 + "/bin/" }
  }

  func measure() throws {
    guard let folder else {
      return commands.page.line("No other program was measured: name a virtual environment in ANSWERABLE_JUDGES.")
    }
    commands.page.section(
      "Others",
      """
      The engines are asked from Python for \(rules) rules, each of which only asks whether one answer is true: none has places,
      unknowns, reasons, evidence or reviews to keep. Python and its YAML, on libyaml too, are in what they take; a row for each
      says how much that is. check-jsonschema looks at the shape alone.
      """)
    commands.table()
    let (example, stream) = (commands.inputs.example.path(), commands.inputs.stream.path())
    let load = "import sys, yaml; print(sum(1 for _ in yaml.load_all(open(sys.argv[1], 'rb'), yaml.CSafeLoader)))"
    try row("check-jsonschema", [folder + "check-jsonschema", "--schemafile", try schema()], over: [example])
    try row("PyYAML, read alone", [folder + "python3", "-c", load], over: [example, stream])
    var found: Set<String> = []
    for engine in Self.engines {
      let command = [folder + "python3", "-B", scripts + engine.script]
      found.insert(try output(of: command + [example, "\(rules)"]))
      try row(engine.name, command, over: [example, stream], ["\(rules)"])
    }
    if found.count > 1 { throw Failure.differ(found.sorted()) }
  }

  /// A cold process on the example, and one on the stream, where it is among the files.
  private func row(_ name: String, _ command: [String], over files: [String], _ more: [String] = []) throws {
    for (file, what) in zip(files, ["one project, cold", "\(commands.inputs.projects) projects"]) {
      let isStream = file == commands.inputs.stream.path()
      try commands.row(
        "\(name): \(what)", command + [file] + more, beside: [commands.raw, file], runs: isStream ? 1 : 5)
    }
  }

  private func schema() throws -> String {
    do { return try commands.inputs.schema(by: commands.answerable) } catch {
      throw Failure.failed([commands.answerable, "schema", "project"])
    }
  }

  private func output(of words: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure.failed(words) }
    return text
  }
}
