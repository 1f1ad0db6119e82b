import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import Foundation
import LocalFiles
import LocatedYAML
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

  @Test(
    "what is shown once an answer is saved is what a reading of the file shows",
    arguments: [
      text, "\u{FEFF}\(text)", text.replacingOccurrences(of: "\n", with: "\r\n"),
      "# ours\n---\n\(text)nonsense: 1\ndata: {personal: maybe}\n", text + "evidence:\n- {supports: [x], title: A}\n",
    ])
  func shown(text: String) throws {
    try Self.withFile(text) { path in
      let assessor = try Self.assessor()
      let change = ProjectDesk.Change.answer(question: try Self.index("project.name"), .text("tbd é"))
      guard case .saved(let saved, _) = try ProjectDesk.save(change, to: path, replacing: nil, assessor) else {
        Issue.record("not saved")
        return
      }
      let bytes = try LocalFile.contents(path)
      #expect(saved.file.bytes == bytes && bytes != Array(text.utf8))
      let item = try ProjectSource.single(bytes, name: path)
      let read = try assessor.assess(item, at: path).assessment
      for shown in [saved.assessment, try ProjectDesk(path, assessor).assessment] {
        #expect(shown.projectDigest == read.projectDigest)
        #expect(DiagnosticRenderer().render(shown.diagnostics) == DiagnosticRenderer().render(read.diagnostics))
        #expect(shown.gate.decision == read.gate.decision)
        #expect(shown.results.map(\.outcome) == read.results.map(\.outcome))
        #expect(shown.project.answers.map { $0.node?.range } == read.project.answers.map { $0.node?.range })
      }
    }
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

  @Test("evidence is a file in the project's folder, by whichever name, or an address")
  func evidence() throws {
    try Self.withFile(Self.text) { path in
      let folder = URL(filePath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(
        at: folder.appending(path: "evidence"), withIntermediateDirectories: true)
      try Data("a trial".utf8).write(to: folder.appending(path: "evidence/abort trial.pdf"))
      try Data().write(to: folder.appending(path: "empty.pdf"))
      let full = folder.appending(path: "evidence/abort trial.pdf").path(percentEncoded: false)
      for name in ["evidence/abort trial.pdf", full] {
        let item = try NewEvidence(name, title: nil, supports: ["project.name"], of: path)
        #expect(item.file == "evidence/abort trial.pdf" && item.title == "abort trial.pdf" && item.uri == nil)
        #expect(item.sha256 == Digest.of(Array("a trial".utf8)))
      }
      // A project behind a link has its evidence beside the link.
      let link = folder.appending(path: "evidence/link.yaml").path()
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../project.yaml")
      #expect(try NewEvidence("abort trial.pdf", title: nil, supports: [], of: link).file == "abort trial.pdf")
      let address = try NewEvidence("https://registry.example/17", title: "Entry", supports: ["project.name"], of: path)
      #expect(address.uri == "https://registry.example/17" && address.file == nil && address.sha256 == nil)
      for (name, why) in [
        ("project.yaml", "a project is no evidence of itself"), ("empty.pdf", "`empty.pdf` is empty"),
        ("/etc/passwd", "not in the folder of the project"), ("evidence", "there is no file `evidence`"),
        ("trial.pdf", "there is no file `trial.pdf`"), ("c:", "there is no file `c:`"),
      ] {
        let failure = #expect(throws: Failure.self) {
          try NewEvidence(name, title: nil, supports: ["project.name"], of: path)
        }
        #expect(failure?.message.contains(why) == true, "\(failure?.message ?? name)")
      }
    }
  }

  @Test("an accent at the beginning of a name hides neither the project nor its record nor its evidence")
  func accent() throws {
    try Self.withFile(Self.text) { path in
      let root = String(path.dropLast("/project.yaml".count))
      let project = "\(root)/\u{301}q.yaml"
      for (file, text) in [(project, Self.text), ("\(root)/\u{301}q.review.yaml", ""), ("\(root)/trial.txt", "calm")] {
        try Data(text.utf8).write(to: URL(filePath: file))
      }
      #expect(try ReviewSource().records(for: project) == ["\(root)/\u{301}q.review.yaml"])
      #expect(try ProjectFolder(root).candidates() == ["project.yaml", "\u{301}q.yaml"])
      #expect(try ProjectFolder(root).newFile("\u{301}r.yaml") == "\(root)/\u{301}r.yaml")
      #expect(throws: Never.self) { try NewEvidence("trial.txt", title: nil, supports: ["project.name"], of: project) }
    }
  }

  @Test(
    "a name that ends in a sign which binds to the dot hides neither the project nor its record",
    arguments: ["\u{600}", "\u{6DD}", "\u{70F}", "\u{8E2}", "\u{D4E}", "\u{110BD}"])
  func bindingSign(sign: String) throws {
    try Self.withFile(Self.text) { path in
      let root = String(path.dropLast("/project.yaml".count))
      let (project, record) = ("\(root)/p\(sign).yaml", "\(root)/p\(sign).Review.YAML")
      for file in [project, record] { try Data(Self.text.utf8).write(to: URL(filePath: file)) }
      #expect(try ReviewSource().records(for: project) == [record])
      #expect(try ReviewSource(folder: root).records(for: project) == [record])
      #expect(ProjectPaths.isCandidate(project) && !ProjectPaths.isRecord(project) && ProjectPaths.isRecord(record))
      #expect(ProjectPaths.isPackTests("p\(sign).tests.yml"))
      let found = try ProjectPaths.expand(root)
      #expect(Set(found.map(\.path)) == [path, project, record])
      #expect(ProjectPaths.strayRecords(found) == [])
      #expect(ProjectPaths.strayRecords(found.filter { $0.path != project }) == [record])
      #expect(try ProjectFolder(root).candidates() == ["project.yaml", "p\(sign).yaml"])
    }
  }

  @Test("folders whose names only look the same have records of their own")
  func lookalikeFolders() throws {
    try Self.withFile(Self.text) { path in
      let folders = ["caf\u{E9}", "cafe\u{301}"].map { path.dropLast("project.yaml".count) + $0 }
      for folder in folders {
        try FileManager.default.createDirectory(atPath: String(folder), withIntermediateDirectories: true)
        try Data(Self.text.utf8).write(to: URL(filePath: "\(folder)/p.yaml"))
      }
      let record = "\(folders[0])/p.review.yaml"
      try Data("answerable: review/1\n".utf8).write(to: URL(filePath: record))
      for order in [[0, 1], [1, 0]] {
        let reviews = ReviewSource()
        let found = try order.map { try reviews.records(for: "\(folders[$0])/p.yaml") }
        #expect(found == order.map { $0 == 0 ? [record] : [] })
      }
    }
  }

  @Test("files of evidence whose names only look the same are judged each by its own bytes")
  func lookalikeEvidence() throws {
    let digest = Digest.of(Array("calm".utf8))
    let items = ["caf\u{E9}.txt", "cafe\u{301}.txt"].map {
      "\n- {title: \($0), supports: [project.name], file: \($0), sha256: \(digest)}"
    }
    try Self.withFile(Self.text) { path in
      let root = path.dropLast("project.yaml".count)
      try Data("calm".utf8).write(to: URL(filePath: root + "caf\u{E9}.txt"))
      try Data("wild".utf8).write(to: URL(filePath: root + "cafe\u{301}.txt"))
      let text = Self.text + "evidence:" + items.joined() + "\n"
      let item = try ProjectSource.single(Array(text.utf8), name: path)
      let assessor = try Self.assessor()
      let project = assessor.policies.readProject(item.document, on: assessor.day)
      #expect(EvidenceFiles(of: project.value, at: path).states == [.current, .hashDiffers])
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
