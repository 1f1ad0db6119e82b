import Foundation
import TestSupport
import Testing

extension FaultTests {
  /// A pipe that several programs share does not wait where one of them has said so.
  @Suite("Where standard input and output do not wait")
  struct UnwaitingPipe {
    @Test(
      "a project is read to its end, and its report is written to its own",
      .enabled(if: TerminalTests.isWanted, "needs Python 3"), arguments: ["json", "html"])
    func check(format: String) throws {
      let scratch = try Scratch()
      try Data(try Folder.bytes("Examples/counter-drone-turret.yaml")).write(
        to: scratch.folder.appending(path: "t.yaml"))
      let words = ["check", "--no-review", "--verbose", "--date", "2026-03-01", "--format", format, "-"]
      let usual = try Program.run(
        words, in: scratch.folder, input: [UInt8](try Folder.bytes("Examples/counter-drone-turret.yaml")))
      let script = Folder.package.appending(path: "Tests/CommandLineTests/Cases/non_blocking.py").path()
      let command = (["answerable"] + words).joined(separator: " ")
      let result = try Program.run(
        shell: "\(TerminalTests.python) -B \(script) t.yaml \(command)", in: scratch.folder)
      #expect(result.status == 1)
      #expect(result.errors == usual.errors)
      #expect(result.output == usual.output)
      #expect(result.output.utf8.count > 65_536, "it must fill a pipe")
    }

    @Test("an interview waits for what is typed", .enabled(if: TerminalTests.isWanted, "needs Python 3"))
    func interview() throws {
      let scratch = try Scratch()
      let file = scratch.folder.appending(path: "p.yaml")
      try Data("answerable: project/1\n".utf8).write(to: file)
      try Data(":go project.name\nSelat Watch\n".utf8).write(to: scratch.folder.appending(path: "typed"))
      let script = Folder.package.appending(path: "Tests/CommandLineTests/Cases/non_blocking.py").path()
      let result = try Program.run(
        shell: "\(TerminalTests.python) -B \(script) typed answerable interview --date 2026-03-01 p.yaml",
        in: scratch.folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try String(contentsOf: file, encoding: .utf8) == "answerable: project/1\nproject:\n  name: Selat Watch\n")
    }
  }
}
