import Foundation
import TestSupport
import Testing

/// The server must cost nothing where nobody serves.
@Suite("The server in the program")
struct ColdStartTests {
  private static let program = Program.folder.appending(path: "answerable")

  @Test("it brings neither Foundation nor the tables of ICU")
  func libraries() throws {
    let result = try Program.run(shell: "exec ldd '\(Self.program.path())'", in: Program.folder)
    #expect(result.status == 0)
    #expect(result.output.contains("libc.so"))
    for name in ["libFoundation.so", "libFoundationInternationalization", "lib_FoundationICU", "libicu"] {
      #expect(!result.output.contains(name), "\(name)")
    }
  }

  private func threads(of process: Int32) throws -> [String] {
    let tasks = "/proc/\(process)/task"
    return try FileManager.default.contentsOfDirectory(atPath: tasks).compactMap {
      try? String(contentsOfFile: "\(tasks)/\($0)/comm", encoding: .utf8)
    }
  }

  @Test("its event loops run where it serves, and nowhere else")
  func eventLoops() throws {
    let server = try ServingProcess()
    #expect(try threads(of: server.identifier).contains { $0.hasPrefix("NIO") })
    let check = Process()
    check.executableURL = Self.program
    check.arguments = ["check", "--format", "ndjson", "-"]
    let (given, written) = (Pipe(), Pipe())
    check.standardInput = given
    check.standardOutput = written
    try check.run()
    // Two documents: the report on the first is there while the program waits for more.
    try given.fileHandleForWriting.write(contentsOf: Data("answerable: project/1\n---\na: 1\n---\nb: 2\n".utf8))
    #expect(!written.fileHandleForReading.availableData.isEmpty)
    #expect(try threads(of: check.processIdentifier).allSatisfy { !$0.hasPrefix("NIO") })
    try given.fileHandleForWriting.close()
    check.waitUntilExit()
  }
}
