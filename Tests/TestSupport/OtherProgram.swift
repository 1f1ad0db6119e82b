internal import Foundation
internal import Testing

/// A program that is no part of this one and judges what it writes.
///
/// Debian has some. Packages of Python that it does not have stand in a virtual environment, whose folder
/// `ANSWERABLE_JUDGES` names; without it they are looked for in the first `python3` on the path.
public struct OtherProgram: Sendable {
  private let command: [String]
  /// Exits with 0 where the program can be used.
  private let probe: [String]
  private let package: String
  /// How to get it.
  private let remedy: String

  /// A program of a Debian package.
  public init(debian package: String, command: [String], probe: [String]) {
    self.init(package: package, command: command, probe: probe, remedy: "apt-get install \(package)")
  }

  /// A script of this package's tests that reads with a package of Python which comes from PyPI.
  public init(python package: String, module: String, script: String, arguments: [String] = []) {
    self.init(
      package: package, command: Self.python + ["-B", Folder.package.appending(path: script).path()] + arguments,
      probe: Self.python + ["-B", "-c", "import \(module)"],
      remedy: "pip install \(package) in a virtual environment, and name its folder in ANSWERABLE_JUDGES")
  }

  private init(package: String, command: [String], probe: [String], remedy: String) {
    self.package = package
    self.command = command
    self.probe = probe
    self.remedy = remedy
  }

  private static let python =
    ProcessInfo.processInfo.environment["ANSWERABLE_JUDGES"].map { ["\($0)/bin/python3"] }
    ?? ["/usr/bin/env", "python3"]

  public static let html5lib = OtherProgram(
    debian: "python3-html5lib",
    command: [
      "/usr/bin/python3", Folder.package.appending(path: "Tests/TestSupport/check_page.py").path(),
    ], probe: ["/usr/bin/python3", "-c", "import html5lib"])

  /// The same for a page of the site, which may hold forms, and lead to other pages.
  public static let sitePage = OtherProgram(
    debian: html5lib.package, command: html5lib.command + ["site"], probe: html5lib.probe)

  public static let commonMark = OtherProgram(
    debian: "cmark-gfm",
    command: [
      "/usr/bin/cmark-gfm", "--unsafe", "-t", "xml", "-e", "table", "-e", "autolink", "-e", "strikethrough",
    ], probe: ["/usr/bin/cmark-gfm", "--version"])

  /// What it prints when it reads the text; nil, said loudly, where it is absent. With `ANSWERABLE_REQUIRE_TOOLS=1`
  /// its absence is a failure.
  public func output(reading text: String) throws -> String? { try output(reading: Array(text.utf8)) }

  /// The same for bytes.
  public func output(reading bytes: [UInt8]) throws -> String? {
    guard try Self.isThere(probe) else {
      NotChecked.report("\(package) is absent; \(remedy)")
      return nil
    }
    let (status, printed, errors) = try Self.run(command, bytes)
    #expect(status == 0, "\(command) failed: \(errors.suffix(2_000))")
    return status == 0 ? printed : nil
  }

  private static func isThere(_ probe: [String]) throws -> Bool {
    FileManager.default.isExecutableFile(atPath: probe[0]) ? try run(probe, []).status == 0 : false
  }

  private static func run(
    _ command: [String], _ input: [UInt8]
  ) throws -> (status: Int32, output: String, errors: String) {
    // Files rather than pipes: a process that writes much never waits for its reader.
    let folder = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appending(path: $0) }
    for (file, bytes) in zip(files, [input, [], []]) { try Data(bytes).write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let texts = try files.dropFirst().map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return (process.terminationStatus, texts[0], texts[1])
  }
}
