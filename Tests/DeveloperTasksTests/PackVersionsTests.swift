import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import developer_tasks

@Suite("Versions of packs")
struct PackVersionsTests {
  /// A copy of the packs, with their versions recorded; removed after the test.
  private static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "versions-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Folder.package.appending(path: "Policies"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try? FileManager.default.removeItem(at: PackVersions.file(in: folder))
    try run(folder)
    try body(folder)
  }

  private static func run(_ folder: URL, _ options: String...) throws {
    let command = try #require(
      try DeveloperTasks.parseAsRoot(["pack-versions", folder.path()] + options) as? PackVersionsCommand)
    try command.run()
  }

  private static func edit(_ name: String, _ folder: URL, _ old: String, _ new: String) throws {
    let url = folder.appending(path: name)
    let text = try String(contentsOf: url, encoding: .utf8)
    let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    #expect(parts.count == 2, "\(old)")
    try Data(parts.joined(separator: new).utf8).write(to: url)
  }

  private static func version(_ name: String, _ folder: URL) throws -> String {
    let recorded = PackVersions(folder: folder).recorded.last { $0.name == name }
    return try #require(recorded?.version)
  }

  /// The version, with one of its numbers raised and those behind it 0.
  private static func raised(_ version: String, _ place: Int) -> String {
    var numbers = version.split(separator: ".").compactMap { Int($0) }
    numbers[place] += 1
    for later in numbers.indices where later > place { numbers[later] = 0 }
    return numbers.map(String.init).joined(separator: ".")
  }

  @Test("what is recorded is complete, and recording again changes nothing")
  func records() throws {
    try Self.withFolder { folder in
      let versions = PackVersions(folder: folder)
      #expect(versions.problems == [] && versions.new == [])
      #expect(versions.recorded.count == 9)
      let before = try String(contentsOf: PackVersions.file(in: folder), encoding: .utf8)
      try Self.run(folder)
      try Self.run(folder, "--check")
      #expect(try String(contentsOf: PackVersions.file(in: folder), encoding: .utf8) == before)
    }
  }

  @Test("a change under a version that is recorded is refused, of words too")
  func refusesChange() throws {
    try Self.withFolder { folder in
      let version = try Self.version("cyber", folder)
      try Self.edit("cyber.yaml", folder, "title: ", "title:  ")
      let problem = "cyber has changed since version \(version) was recorded: raise its version"
      #expect(PackVersions(folder: folder).problems == [problem])
      #expect(throws: (any Error).self) { try Self.run(folder) }
      #expect(throws: (any Error).self) { try Self.run(folder, "--check") }
    }
  }

  @Test("a change of words is a patch; a check wants it recorded")
  func words() throws {
    try Self.withFolder { folder in
      let version = try Self.version("cyber", folder)
      let next = Self.raised(version, 2)
      try Self.edit("cyber.yaml", folder, "version: \(version)", "version: \(next)")
      try Self.edit("cyber.yaml", folder, "remedy: ", "remedy:  ")
      #expect(throws: (any Error).self) { try Self.run(folder, "--check") }
      try Self.run(folder)
      try Self.run(folder, "--check")
      #expect(try Self.version("cyber", folder) == next)
      let kept = PackVersions(folder: folder).recorded.filter { $0.name == "cyber" }
      #expect(kept.map(\.version) == [version, next])
      #expect(kept[0].content == kept[1].content && kept[0].file != kept[1].file)
    }
  }

  @Test("a change that outcomes can hang on is no patch")
  func content() throws {
    try Self.withFolder { folder in
      let version = try Self.version("cyber", folder)
      let patch = Self.raised(version, 2)
      try Self.edit("cyber.yaml", folder, "version: \(version)", "version: \(patch)")
      try Self.edit("cyber.yaml", folder, "severity: major", "severity: advisory")
      #expect(
        PackVersions(folder: folder).problems == [
          "cyber \(patch): outcomes can change since \(version), which is more than a patch"
        ])
      let major = Self.raised(version, 0)
      try Self.edit("cyber.yaml", folder, "version: \(patch)", "version: \(major)")
      try Self.run(folder)
      #expect(try Self.version("cyber", folder) == major)
    }
  }

  @Test("a version can't go back, and a change of what packs share is one of the foundation")
  func foundation() throws {
    try Self.withFolder { folder in
      try Self.edit("cyber.yaml", folder, "version: 1.", "version: 0.")
      try Self.edit("foundation/parameters.yaml", folder, "value: 0.5", "value: 0.4")
      let problems = PackVersions(folder: folder).problems
      #expect(problems.count == 2)
      #expect(problems.contains { $0.hasPrefix("admm-ai-2025 has changed since version") })
      #expect(problems.contains { $0.hasPrefix("cyber is version 0.") })
    }
  }

  @Test("a record or a pack that can't be read is said")
  func unreadable() throws {
    try Self.withFolder { folder in
      try Data("cyber 1.0.0\n".utf8).write(to: PackVersions.file(in: folder))
      #expect(PackVersions(folder: folder).problems == ["versions.txt: `cyber 1.0.0` is no version"])
      try Data("answerable: pack/1\n".utf8).write(to: folder.appending(path: "cyber.yaml"))
      #expect(PackVersions(folder: folder).problems.contains { $0.contains("needs `id`") })
    }
  }

  @Test("the versions of the packs here are recorded, and none has changed since")
  func packs() {
    let versions = PackVersions(folder: Folder.package.appending(path: "Policies"))
    #expect(versions.problems == [])
    #expect(versions.new.map(\.line) == [])
  }
}
