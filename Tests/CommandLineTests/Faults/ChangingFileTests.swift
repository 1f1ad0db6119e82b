import Foundation
import TestSupport
import Testing

extension FaultTests {
  @Suite("Where a file changes while it is read")
  struct ChangingFile {
    enum Change: String, CaseIterable {
      case replaced, truncated, appended, rewritten
    }

    private static let changed = "`s.yaml` was written to while it was read"

    /// Many documents with room between them: too many bytes to be read before the first report is out.
    private static func stream(_ name: String) -> String {
      let room = String(repeating: "#" + String(repeating: " ", count: 1022) + "\n", count: 16)
      return (0..<60).map {
        "---\nanswerable: project/1\nproject: {name: \(name) \($0), lifecycle_stage: concept}\n\(room)"
      }.joined()
    }

    /// The program waits with its reports until somebody reads them: the file changes meanwhile.
    @Test("a long one is read as it was, or it is said that it changed", arguments: Change.allCases)
    func middle(change: Change) throws {
      let scratch = try Scratch()
      let (file, new) = (scratch.folder.appending(path: "s.yaml"), scratch.folder.appending(path: "new.yaml"))
      try Data(Self.stream("old").utf8).write(to: file)
      let process = Process()
      process.executableURL = Program.folder.appending(path: "answerable")
      process.arguments = ["check", "--no-review", "--date", "2026-03-01", "--format", "ndjson", "s.yaml"]
      process.currentDirectoryURL = scratch.folder
      let (output, errors) = (Pipe(), Pipe())
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      var reports = output.fileHandleForReading.availableData

      switch change {
      case .replaced:
        try Data(Self.stream("new").utf8).write(to: new)
        #expect(try Program.run(shell: "mv new.yaml s.yaml", in: scratch.folder).status == 0)
      case .truncated:
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: 500_000)
        try handle.close()
      case .appended, .rewritten:
        let handle = try FileHandle(forWritingTo: file)
        if change == .appended { try handle.seekToEnd() }
        try handle.write(contentsOf: Data(Self.stream("new").utf8))
        try handle.close()
      }
      reports += output.fileHandleForReading.readDataToEndOfFile()
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      if change == .replaced {
        let text = String(decoding: reports, as: UTF8.self)
        #expect(process.terminationStatus == 2, "\(said)")
        #expect(text.ranges(of: "\"name\":\"old ").count == 60)
        #expect(!text.contains("\"name\":\"new "))
        #expect(said.isEmpty)
      } else {
        #expect(process.terminationStatus == 74)
        #expect(said.contains(Self.changed), "\(said)")
      }
    }

    @Test("a short one is the old one, the new one, or none", arguments: [Change.replaced, .truncated, .appended])
    func loop(change: Change) throws {
      let scratch = try Scratch()
      let file = scratch.folder.appending(path: "p.yaml")
      let old = "answerable: project/1\nproject: {name: old, lifecycle_stage: concept, kind: isr}\n"
      let line = "use: {operating_environment: Coasts}\n"
      let new = change == .appended ? old + line : old.replacing("old", with: "new") + line
      let check = ["check", "--no-review", "--date", "2026-03-01", "--format", "json", "p.yaml"]
      let known = try [old, new].map { text in
        try Data(text.utf8).write(to: file)
        return try Program.run(check, in: scratch.folder).output
      }
      let writer = try Self.writer(change, old, new, in: scratch.folder)
      defer {
        kill(writer.processIdentifier, SIGKILL)
        writer.waitUntilExit()
      }
      for _ in 0..<20 {
        let result = try Program.run(check, in: scratch.folder)
        if known.contains(result.output) { continue }
        let isTold =
          result.errors.contains("was written to while it was read") || result.errors.contains("there is no project")
        #expect([65, 74].contains(result.status) && isTold, "\(result.status): \(result.errors)\(result.output)")
        #expect(change != .replaced, "a file that is exchanged is always one of the two")
      }
    }

    /// Another process that writes one after the other, without end.
    private static func writer(_ change: Change, _ old: String, _ new: String, in folder: URL) throws -> Process {
      for (name, text) in [("old", old), ("new", new)] { try Data(text.utf8).write(to: folder.appending(path: name)) }
      let turn =
        switch change {
        case .replaced: "cp old a; mv a p.yaml; cp new a; mv a p.yaml"
        case .appended: "cp old p.yaml; tail -n 1 new >> p.yaml"
        case .truncated, .rewritten: "cp old p.yaml; cp new p.yaml"
        }
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", "while true; do \(turn); done"]
      process.currentDirectoryURL = folder
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
  }
}
