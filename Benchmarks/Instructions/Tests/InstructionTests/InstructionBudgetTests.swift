import Foundation
import Testing

/// What a check costs, in instructions: a start with one project, and each further project of a stream.
///
/// Without valgrind it is left out, and says so; with `ANSWERABLE_REQUIRE_TOOLS=1` it fails then.
@Suite(
  "Instruction budgets", .serialized,
  .enabled(if: Callgrind.isWanted, "valgrind is not installed: nobody has looked whether the program became slower"))
struct InstructionBudgetTests {
  @Test("a cold start with one project")
  func coldStart() throws {
    try Budgets.expect("cold-start", try Callgrind.instructions(of: Inputs.examples(1)))
  }

  @Test("a check in plain words does without the parser of the command line", arguments: [["check"], Callgrind.usual])
  func plain(words: [String]) throws {
    let project = try Inputs.examples(1)
    let parsed = try Callgrind.instructions(of: project, words + ["--"])
    let unparsed = try Callgrind.instructions(of: project, words)
    #expect(unparsed < parsed - parsed / 10, "\(unparsed) instructions, and \(parsed) where it is parsed")
  }

  @Test("a further project of a stream")
  func eachProject() throws {
    // All examples were met before, so that what is worked out once is not counted.
    let (few, many) = (12, 42)
    let start = try Callgrind.instructions(of: Inputs.examples(few))
    let end = try Callgrind.instructions(of: Inputs.examples(many))
    try Budgets.expect("each-project", (end - start) / (many - few))
  }

  @Test("twice as many projects cost twice as much")
  func isLinear() throws {
    let counts = try [10, 40, 70].map { try Callgrind.instructions(of: Inputs.examples($0)) }
    let (first, second) = (counts[1] - counts[0], counts[2] - counts[1])
    #expect(abs(first - second) < first / 20, "30 projects cost \(first), the next 30 \(second)")
  }
}

/// The numbers beside this file.
private enum Budgets {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "budgets.txt")

  static func expect(_ name: String, _ found: Int) throws {
    var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    let place = lines.firstIndex { $0.hasPrefix(name + " ") }
    if ProcessInfo.processInfo.environment["RECORD_BUDGETS"] == "1" {
      if let place { lines[place] = "\(name) \(found)" } else { lines.append("\(name) \(found)") }
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
      Issue.record("recorded `\(name)`: read the difference, and run without RECORD_BUDGETS")
      return
    }
    let line = try #require(place.map { lines[$0] }, "there is no budget `\(name)`")
    let budget = try #require(Int(line.dropFirst(name.count + 1)))
    #expect(found <= budget + budget / 20, "`\(name)` takes \(found) instructions, \(budget) are recorded")
    #expect(found >= budget - budget / 5, "`\(name)` takes only \(found) instructions: record that, so that it stays")
  }
}

private enum Inputs {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../..")
    .standardized

  /// What is counted: what `developer-tasks release` builds, or what `ANSWERABLE` names.
  static let program =
    ProcessInfo.processInfo.environment["ANSWERABLE"].map { URL(filePath: $0) }
    ?? package.appending(path: ".build-static/release/answerable")

  /// A stream of so many projects, which are the examples in turn.
  static func examples(_ count: Int) throws -> String {
    let names = ["counter-drone-turret", "predictive-maintenance", "maritime-awareness-hadr"]
    let texts = try names.map {
      try String(contentsOf: package.appending(path: "Examples/\($0).yaml"), encoding: .utf8)
    }
    return (0..<count).map { "---\n" + texts[$0 % texts.count] }.joined()
  }
}

private enum Callgrind {
  static let isWanted =
    ProcessInfo.processInfo.environment["ANSWERABLE_REQUIRE_TOOLS"] == "1"
    || FileManager.default
      .isExecutableFile(atPath: "/usr/bin/valgrind")

  static let usual = ["check", "--no-review", "--date", "2026-03-01", "--format", "ndjson"]

  /// Instructions that checking a stream takes, from the start of the process to its end.
  static func instructions(of projects: String, _ words: [String] = usual) throws -> Int {
    let folder = FileManager.default.temporaryDirectory.appending(path: "answerable-budgets-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (program, stream) = (folder.appending(path: "answerable"), folder.appending(path: "stream.yaml"))
    try Data(projects.utf8).write(to: stream)
    // Some versions of valgrind can't read what Swift writes for debuggers.
    try run(["strip", "--strip-debug", "-o", program.path(), Inputs.program.path()])
    let text = try run(
      ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program.path()] + words + [stream.path()])
    let line = try #require(text.split(separator: "\n").last { $0.contains("Collected :") }, "\(text)")
    return try #require(Int(line.split(separator: " ").last ?? ""))
  }

  @discardableResult
  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // What a gate decides is no failure of the program.
    try #require((0...3).contains(process.terminationStatus), "\(text)")
    return text
  }
}
