import Foundation
import TestSupport
import Testing

/// The real program, run as a process.
enum Program {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Built beside the tests.
  static let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

  /// KiB of address space, of which most is the program's own code: nothing it reads may take more than the rest.
  private static let memory = 600_000
  /// Seconds, for a machine with much else to do.
  private static let patience = 60 * Sanitizer.slowness
  /// What `timeout` ends with where the patience ends.
  private static let isEndless: Int32 = 124

  /// What its processes get: nothing of the tests' own but what a sanitizer needs.
  static func environment(with more: [String: String]) -> [String: String] {
    ["PATH": "\(folder.path()):/usr/bin:/bin"].merging(Sanitizer.environment) { $1 }.merging(more) { $1 }
  }

  /// Runs the program with words of its own, within its limits of memory and time.
  static func run(
    _ words: [String], in folder: URL, input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Result {
    try run("exec timeout \(patience) answerable \"$@\"", words, in: folder, input: input, environment: environment)
  }

  /// Runs a line of shell that may name the program `answerable`.
  static func run(
    shell line: String, in folder: URL, input: [UInt8] = [], environment: [String: String] = [:],
    hasMemoryLimit: Bool = true
  ) throws -> Result {
    try run(line, [], in: folder, input: input, environment: environment, hasMemoryLimit: hasMemoryLimit)
  }

  private static func run(
    _ line: String, _ words: [String], in folder: URL, input: [UInt8], environment: [String: String],
    hasMemoryLimit: Bool = true
  ) throws -> Result {
    // Files rather than pipes: a process that writes much never waits for its reader.
    let scratch = try Scratch()
    let files = ["in", "out", "err"].map { scratch.folder.appending(path: $0) }
    for (file, bytes) in zip(files, [input, [], []]) { try Data(bytes).write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    let limit = hasMemoryLimit && !Sanitizer.isThere ? "ulimit -v \(memory); " : ""
    process.arguments = ["-c", limit + line, "answerable"] + words
    process.currentDirectoryURL = folder
    process.environment = Self.environment(with: environment)
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    #expect(status != isEndless, "it did not end within \(patience) seconds")
    return Result(
      status: status, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}

/// A folder that goes when its owner does.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "answerable-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
