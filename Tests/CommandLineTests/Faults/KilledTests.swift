import Foundation
import SeededRandomness
import TestSupport
import Testing

extension FaultTests {
  /// A disk that is cut off in the middle of a write can't be had here: what the kernel was given before a process died is there.
  @Suite("Where the process is killed")
  struct Killed {
    private static let begun = "answerable: project/1\n"
    private static func text(_ number: Int) -> String { "\(begun)project:\n  name: Lookout \(number)\n" }

    /// A file that is answered by one interview after the other, each of which is killed while it saves.
    private struct Target {
      let scratch: Scratch
      let folder: URL
      var file: URL { folder.appending(path: "p.yaml") }
      var said: URL { scratch.folder.appending(path: "said") }

      init() throws {
        scratch = try Scratch()
        folder = scratch.folder.appending(path: "projects")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(begun.utf8).write(to: file)
      }

      /// An interview that gives the project one name after the other, numbered on from the first.
      func interview(from first: Int, names: Int) throws -> Process {
        let answers = (first..<first + names).map { ":go project.name\nLookout \($0)\n" }.joined()
        let typed = scratch.folder.appending(path: "typed")
        try Data(answers.utf8).write(to: typed)
        try Data().write(to: said)
        let process = Process()
        process.executableURL = Program.folder.appending(path: "answerable")
        process.arguments = ["interview", "--date", "2026-03-01", file.path()]
        process.standardInput = try FileHandle(forReadingFrom: typed)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: said)
        try process.run()
        return process
      }

      /// How many answers it said that it saved.
      func acknowledged() throws -> Int {
        String(decoding: try Data(contentsOf: said), as: UTF8.self).ranges(of: "saved; gate").count
      }
    }

    /// 500 processes, in four rows that run at the same time.
    @Test("the file holds the last answer that was said to be saved, or the next one, whole", arguments: [1, 2, 3, 4])
    func interviews(seed: UInt64) throws {
      let target = try Target()
      var random = SplitMix64(seed: seed)
      var last = 0
      for _ in 0..<125 {
        let watch = try FolderWatch(target.folder)
        let process = try target.interview(from: last + 1, names: 50)
        // Each save begins with a file beside the one that it is to replace: from there to the answer takes a few thousandths
        // of a second.
        watch.wait(forNewFiles: Int.random(in: 1...3, using: &random))
        usleep(UInt32.random(in: 0...4_000, using: &random))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()

        let sure = last + (try target.acknowledged())
        let found = try String(contentsOf: target.file, encoding: .utf8)
        let held = [sure, sure + 1].first { found == ($0 == 0 ? Self.begun : Self.text($0)) }
        last = try #require(held, "\(sure) were saved, and the file holds: \(found)")
        let others = try FileManager.default.contentsOfDirectory(atPath: target.folder.path()).filter { $0 != "p.yaml" }
        #expect(others.count <= 1, "\(others)")
      }
      // The next answer takes along what is left.
      try target.interview(from: last + 1, names: 1).waitUntilExit()
      #expect(try FaultFolder.files(in: target.folder) == ["p.yaml": Data(Self.text(last + 1).utf8)])
    }
  }
}

/// Tells when files are made in a folder.
private final class FolderWatch {
  private let descriptor: Int32
  /// Milliseconds to wait for one.
  private static let patience = Int32(20_000 * Sanitizer.slowness)

  init(_ folder: URL) throws {
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    // SAFETY: the path is passed as a C string that lives for the call.
    let watch = unsafe inotify_add_watch(descriptor, folder.path(), UInt32(IN_CREATE))
    try #require(watch >= 0)
  }

  /// Waits until so many files were made.
  func wait(forNewFiles most: Int) {
    var seen = 0
    var events = [UInt8](repeating: 0, count: 4096)
    while seen < most {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      // SAFETY: the kernel writes to the one `pollfd` that the pointer leads to, which is valid for the call.
      guard unsafe poll(&waiting, 1, Self.patience) > 0 else { return }
      // SAFETY: the kernel writes at most as many bytes as the array has, during the call.
      let count = unsafe read(descriptor, &events, events.count)
      // Each event has four numbers of four bytes, the last of which is the length of the name behind them.
      var place = 0
      while place + 16 <= count {
        seen += 1
        place += 16 + events[place + 12..<place + 16].reversed().reduce(0) { $0 << 8 | Int($1) }
      }
    }
  }

  deinit { close(descriptor) }
}
