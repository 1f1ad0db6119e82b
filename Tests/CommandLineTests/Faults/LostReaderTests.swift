import Foundation
import Reports
import TestSupport
import Testing

extension FaultTests {
  @Suite("Where nobody reads, or a stream is closed")
  struct LostReader {
    private static let gone =
      "answerable: can't write `standard output`: its reader went away before everything was written\n"

    /// A project that stops, three small ones in a file, and one of them alone.
    private static func projects(in scratch: Scratch) throws {
      try Data(try Folder.bytes("Examples/counter-drone-turret.yaml")).write(
        to: scratch.folder.appending(path: "t.yaml"))
      let small = (0..<3).map { "---\nanswerable: project/1\nproject: {name: P\($0), lifecycle_stage: concept}\n" }
      try Data(small.joined().utf8).write(to: scratch.folder.appending(path: "small.yaml"))
      try Data(small[0].utf8).write(to: scratch.folder.appending(path: "one.yaml"))
    }

    /// Runs the program with a standard output that nobody reads any more.
    private static func runUnread(_ words: [String], in folder: URL) throws -> Program.Result {
      let process = Process()
      process.executableURL = Program.folder.appending(path: "answerable")
      process.arguments = words
      process.currentDirectoryURL = folder
      let (output, errors) = (Pipe(), Pipe())
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      process.standardError = errors
      try output.fileHandleForReading.close()
      try process.run()
      try output.fileHandleForWriting.close()
      try errors.fileHandleForWriting.close()
      let said = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
      return Program.Result(status: status, output: "", errors: String(decoding: said, as: UTF8.self))
    }

    @Test("reports in any format, and all else that is written, end with one line", arguments: words)
    func unread(words: String) throws {
      let scratch = try Scratch()
      try Self.projects(in: scratch)
      let result = try Self.runUnread(words.split(separator: " ").map(String.init), in: scratch.folder)
      #expect(result.status == 74)
      #expect(result.errors == Self.gone)
    }

    private static let words =
      ReportFormat.all.map { "check --no-review --date 2026-03-01 --format \($0.name) small.yaml" } + [
        "explain P10", "explain hc-abort-beats-effect one.yaml --date 2026-03-01", "next one.yaml --date 2026-03-01",
        "pack docs", "pack docs --format html", "pack lint", "schema project", "manual", "init -",
        "diff one.yaml t.yaml --date 2026-03-01", "eval 1+1", "completions bash", "--version", "--help", "help check",
      ]

    @Test(
      "a stream of 500 projects ends where its reader does",
      arguments: ReportFormat.all.filter(\.isStreaming).map(\.name))
    func head(format: String) throws {
      let scratch = try Scratch()
      try Self.projects(in: scratch)
      let projects = "for _ in {1..500}; do echo ---; cat t.yaml; done"
      let check = "answerable check --no-review --date 2026-03-01 --format \(format) -"
      let result = try Program.run(
        shell: "{ \(projects); } 2> /dev/null | \(check) | head -c 10; exit ${PIPESTATUS[1]}", in: scratch.folder)
      #expect(result.status == 74)
      #expect(result.errors == Self.gone)
      #expect(result.output.utf8.count == 10)
    }

    @Test("what has no end is not read on for nobody")
    func endless() throws {
      let scratch = try Scratch()
      try Self.projects(in: scratch)
      let projects = "while echo ---; do cat t.yaml; done 2> /dev/null"
      let check = "timeout \(50 * Sanitizer.slowness) answerable check --format ndjson -"
      let line = "\(projects) | \(check) | head -n 1; exit ${PIPESTATUS[1]}"
      let result = try Program.run(shell: line, in: scratch.folder)
      #expect(result.status == 74)
      #expect(result.errors == Self.gone)
    }

    /// Where one of the standard streams is closed, its number goes to the next file that is opened.
    @Test("a closed stream is no way into a file", arguments: ["0", "1", "2", "0 1", "1 2", "0 1 2"])
    func closed(streams: String) throws {
      let scratch = try Scratch()
      try Self.projects(in: scratch)
      let check = "answerable check --no-review --date 2026-03-01 --report json=r.json t.yaml nothing.yaml"
      let report = scratch.folder.appending(path: "r.json")
      #expect(try Program.run(shell: check, in: scratch.folder).status == 66)
      let whole = try Data(contentsOf: report)

      let closings = streams.split(separator: " ").map { $0 == "0" ? "<&-" : "\($0)>&-" }.joined(separator: " ")
      let result = try Program.run(shell: "\(check) \(closings)", in: scratch.folder)
      // The text that nobody can be given is a failure; the report is there whole, as it was before.
      #expect(result.status == (streams.contains("1") ? 74 : 66))
      #expect(try Data(contentsOf: report) == whole)
      if !streams.contains("2"), streams.contains("1") {
        #expect(result.errors.contains("can't write `standard output`: bad file descriptor"))
      }
    }

    @Test("an interview that can't be seen writes nothing but answers")
    func unseen() throws {
      let scratch = try Scratch()
      let file = scratch.folder.appending(path: "p.yaml")
      try Data("answerable: project/1\n".utf8).write(to: file)
      let result = try Program.run(
        shell: "answerable interview --date 2026-03-01 p.yaml >&- 2>&-", in: scratch.folder,
        input: Array(":go project.name\nSelat Watch\n".utf8))
      #expect(result.status == 0)
      #expect(try String(contentsOf: file, encoding: .utf8) == "answerable: project/1\nproject:\n  name: Selat Watch\n")
    }
  }
}
