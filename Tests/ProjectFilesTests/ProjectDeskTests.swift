import AssessmentTestSupport
import Foundation
import LocalFiles
import PolicyModel
import ProjectFiles
import Questionnaire
import TestSupport
import Testing

@Suite("Answers saved into files")
struct ProjectDeskTests {
  private static func assessor() throws -> ProjectAssessor {
    ProjectAssessor(
      policies: try #require(World.policies), day: try World.day("2026-03-01"), stage: nil, reviews: ReviewSource())
  }

  private static func index(_ id: String) throws -> Int {
    let policies = try #require(World.policies)
    return try #require(policies.schema.index(of: id))
  }

  private static func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "project.yaml")
    try Data(text.utf8).write(to: file)
    try body(file.path())
  }

  private static let text = "answerable: project/1\nproject: {name: Selat Lookout}\ncontrol: {abort_latency_s: 1.8}\n"

  @Test("another answer of somebody else stays, the same question is a conflict")
  func conflict() throws {
    try Self.withFile(Self.text) { path in
      let assessor = try Self.assessor()
      let mine = try ProjectDesk(path, assessor)
      let name = try Self.index("project.name")
      let latency = try Self.index("control.abort_latency_s")
      let version = mine.version(of: latency)
      guard
        case .saved = try ProjectDesk.save(
          .answer(question: name, .text("Selat Watch")), to: path, replacing: mine.version(of: name), assessor),
        case .saved(let theirs, _) = try ProjectDesk.save(
          .answer(question: latency, .text("1.1")), to: path, replacing: version, assessor)
      else {
        Issue.record("not saved")
        return
      }
      let result = try ProjectDesk.save(
        .answer(question: latency, .text("2.5")), to: path, replacing: version, assessor)
      guard case .conflict(let present) = result else {
        Issue.record("their answer was lost")
        return
      }
      #expect(present.file.bytes == theirs.file.bytes)
      #expect(
        String(decoding: try LocalFile.contents(path), as: UTF8.self)
          == "answerable: project/1\nproject: {name: Selat Watch}\ncontrol: {abort_latency_s: 1.1}\n")
    }
  }

  @Test("a record that leads out of the folder, or is no file, is not read")
  func records() throws {
    try Self.withFile(Self.text) { path in
      let folder = String(path.dropLast("/project.yaml".count))
      let root = try #require(LocalFile.resolved(folder))
      let record = folder + "/project.review.yaml"
      try FileManager.default.createSymbolicLink(atPath: record, withDestinationPath: "/etc/passwd")
      #expect(throws: Failure.self) { try ReviewSource(inside: root).find(for: path) }
      try FileManager.default.removeItem(atPath: record)
      let status = unsafe mkfifo(record, 0o600)
      #expect(status == 0)
      #expect(throws: Failure.self) { try ReviewSource().find(for: path) }
    }
  }

  @Test("names from outside lead nowhere else", arguments: ["../project.yaml", "/etc/passwd", "a/../project.yaml", ""])
  func confined(name: String) throws {
    try Self.withFile(Self.text) { path in
      let folder = try ProjectFolder(String(path.dropLast("/project.yaml".count)))
      #expect(throws: Failure.self) { try folder.file(name) }
      #expect(try folder.candidates() == ["project.yaml"])
    }
  }
}
