import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import developer_tasks

@Suite("Example digests")
struct ExampleDigestsTests {
  /// A folder with one project, its evidence and its review record; removed after the test.
  private static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "digests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "evidence"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("one\n", "evidence/one.txt", folder)
    try write("two\n", "evidence/two.csv", folder)
    try write(project, "craft.yaml", folder)
    try write(
      "# Record\nanswerable: review/1\nsubject: {sha256: '\(zeros)'} # of craft.yaml\n", "craft.review.yaml", folder)
    try body(folder)
  }

  private static let zeros = String(repeating: "0", count: 64)

  private static let project = """
    # A craft — with comments
    answerable: project/1
    evidence:
      - {title: One, file: evidence/one.txt, sha256: sha256:\(zeros)}   # kept
      - title: Two
        file: evidence/two.csv
        sha256: "\(zeros)"
      - {title: Elsewhere, uri: 'https://records.example/3'}

    """

  private static func write(_ text: String, _ name: String, _ folder: URL) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private static func text(_ name: String, _ folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private static func run(_ folder: URL, _ options: String...) throws {
    let command = try #require(
      try DeveloperTasks.parseAsRoot(["example-digests", folder.path()] + options) as? ExampleDigestsCommand)
    try command.run()
  }

  @Test("digests are rewritten, everything else stays as it was")
  func rewrites() throws {
    try Self.withFolder { folder in
      try Self.run(folder)
      let one = "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806"
      let two = "27dd8ed44a83ff94d557f9fd0412ed5a8cbca69ea04922d88c01184a07300a5a"
      let expected = Self.project.replacing("sha256:\(Self.zeros)", with: "sha256:\(one)")
        .replacing("\"\(Self.zeros)\"", with: "\"\(two)\"")
      #expect(try Self.text("craft.yaml", folder) == expected)
      let subject = ExampleDigests.sha256(Array(expected.utf8))
      #expect(
        try Self.text("craft.review.yaml", folder)
          == "# Record\nanswerable: review/1\nsubject: {sha256: '\(subject)'} # of craft.yaml\n")
      #expect(ExampleDigests(folder: folder).stale.isEmpty)
      try Self.run(folder, "--check")
    }
  }

  @Test("a check names what is stale and writes nothing")
  func checks() throws {
    try Self.withFolder { folder in
      let failure = #expect(throws: (any Error).self) { try Self.run(folder, "--check") }
      #expect(failure.map { "\($0)".contains("craft.review.yaml, craft.yaml") } == true)
      let text = try Self.text("craft.yaml", folder)
      #expect(text == Self.project)
    }
  }

  @Test("a change of evidence makes the project stale, and its review record with it")
  func follows() throws {
    try Self.withFolder { folder in
      try Self.run(folder)
      try Self.write("three\n", "evidence/two.csv", folder)
      #expect(ExampleDigests(folder: folder).stale.keys.sorted() == ["craft.review.yaml", "craft.yaml"])
    }
  }

  @Test("what no refreshing mends is said, and nothing is written")
  func problems() throws {
    try Self.withFolder { folder in
      try Self.write(
        "answerable: project/1\nevidence: [{file: evidence/none.txt, sha256: a}, {file: evidence/one.txt}]\n", "b.yaml",
        folder)
      try Self.write("a: [\n", "c.yaml", folder)
      try Self.write("subject: {}\n", "craft.review.yaml", folder)
      try Self.write("subject: {sha256: a}\n", "gone.review.yaml", folder)
      #expect(
        ExampleDigests(folder: folder).problems == [
          "b.yaml: there is no file evidence/none.txt", "b.yaml: the evidence evidence/one.txt has no sha256",
          "c.yaml is not one YAML document", "craft.review.yaml: the subject has no sha256",
          "gone.review.yaml: there is no project gone.yaml",
        ])
      #expect(throws: (any Error).self) { try Self.run(folder) }
      #expect(try Self.text("craft.yaml", folder) == Self.project)
    }
  }

  @Test("the examples' digests are current")
  func examples() {
    let digests = ExampleDigests(folder: Folder.package.appending(path: "Examples"))
    #expect(digests.problems == [])
    #expect(digests.stale.keys.sorted() == [])
  }
}
