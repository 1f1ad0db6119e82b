internal import Foundation
internal import Testing

/// A program that is no part of this one and judges what it writes.
public struct OtherProgram: Sendable {
  public let command: [String]
  /// Exits with 0 where the program can be used.
  public let probe: [String]
  /// How to get it.
  public let package: String

  public init(command: [String], probe: [String], package: String) {
    self.command = command
    self.probe = probe
    self.package = package
  }

  public static let html5lib = OtherProgram(
    command: [
      "/usr/bin/python3", Folder.package.appending(path: "Tests/TestSupport/check_page.py").path(),
    ],
    probe: ["/usr/bin/python3", "-c", "import html5lib"], package: "python3-html5lib")

  public static let commonMark = OtherProgram(
    command: [
      "/usr/bin/cmark-gfm", "--unsafe", "-t", "xml", "-e", "table", "-e", "autolink", "-e", "strikethrough",
    ],
    probe: ["/usr/bin/cmark-gfm", "--version"], package: "cmark-gfm")

  /// What it prints when it reads the text; nil, said loudly, where it is absent. With `ANSWERABLE_REQUIRE_TOOLS=1`
  /// its absence is a failure.
  public func output(reading text: String) throws -> String? {
    guard try Self.isThere(probe) else {
      let message = "NOT CHECKED: \(package) is absent; apt-get install \(package)"
      if ProcessInfo.processInfo.environment["ANSWERABLE_REQUIRE_TOOLS"] == "1" {
        Issue.record("\(message)")
      } else {
        print(message)
      }
      return nil
    }
    let printed = try Self.run(command, text)
    #expect(printed != nil, "\(command) failed")
    return printed
  }

  private static func isThere(_ probe: [String]) throws -> Bool {
    FileManager.default.isExecutableFile(atPath: probe[0]) ? try run(probe, "") != nil : false
  }

  /// Standard output; nil where the program fails.
  private static func run(_ command: [String], _ input: String) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, target) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(input.utf8).write(to: source)
    try Data().write(to: target)
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: target)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: try Data(contentsOf: target), as: UTF8.self) : nil
  }
}
