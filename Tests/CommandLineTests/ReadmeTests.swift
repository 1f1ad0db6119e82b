import Foundation
import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
  private static func readme() throws -> String {
    String(decoding: try Folder.bytes("README.md"), as: UTF8.self)
  }

  /// The one command in the block under a heading.
  private static func command(under heading: String) throws -> String {
    let section = try #require(try readme().components(separatedBy: "\n## \(heading)\n").dropFirst().first)
    let block = try #require(section.components(separatedBy: "```sh\n").dropFirst().first)
    let command = try #require(block.components(separatedBy: "\n```").first)
    #expect(!command.contains("\n"), "one line")
    return command
  }

  /// The program's own words in the command, which is all that needs no network.
  private static func words() throws -> [String] {
    let parts = try command(under: "Check a project").components(separatedBy: "swift run answerable ")
    return try #require(parts.last).components(separatedBy: " ")
  }

  @Test("the screen is what the first command prints")
  func screen() throws {
    let screen = try #require(try Self.readme().components(separatedBy: "\n```\n").dropFirst().first)
    let result = try Program.run(try Self.words(), in: Folder.package)
    #expect(result.output.hasPrefix(screen + "\n"))
    #expect(result.status == 1)
    #expect(result.errors.isEmpty)
  }

  @Test("both commands install what a fresh machine lacks")
  func setUp() throws {
    for heading in ["Check a project", "Test it"] {
      let command = try Self.command(under: heading)
      #expect(command.contains("apt-get install --yes libyaml-dev pkg-config && swift "), "\(heading)")
    }
    #expect(try Self.command(under: "Test it").hasSuffix("&& swift test"))
  }

  @Test("the line for pipelines runs as it stands")
  func pipeline() throws {
    let line = try #require(
      try Self.readme().components(separatedBy: "\n").first { $0.hasPrefix("- run: answerable ") })
    let scratch = try Scratch()
    let manager = FileManager.default
    for name in ["projects", "reviews"] {
      try manager.createDirectory(at: scratch.folder.appending(path: name), withIntermediateDirectories: false)
    }
    try manager.copyItem(
      at: Folder.package.appending(path: "Examples/counter-drone-turret.yaml"),
      to: scratch.folder.appending(path: "projects/turret.yaml"))
    let result = try Program.run(shell: String(line.dropFirst("- run: ".count)), in: scratch.folder)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("{\"schema\":\"answerable/assessment-1\""))
    let report = try Data(contentsOf: scratch.folder.appending(path: "gate.json"))
    #expect(String(decoding: report, as: UTF8.self).contains("\"decision\": \"stop\""))
  }

  @Test("every example that it names is there")
  func examples() throws {
    for word in try Self.words() where word.contains("/") {
      #expect(FileManager.default.fileExists(atPath: Folder.package.appending(path: word).path()), "\(word)")
    }
  }
}
