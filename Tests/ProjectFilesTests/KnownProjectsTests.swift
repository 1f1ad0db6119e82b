import AssessmentEngine
import AssessmentTestSupport
import Foundation
import PolicyModel
import ProjectFiles
import Synchronization
import Testing

/// What is remembered of projects must never be what they were.
@Suite("Projects that are known already")
struct KnownProjectsTests {
  private static let project = """
    answerable: project/1
    project: {name: Selat Lookout, lifecycle_stage: test}
    control: {abort_latency_s: 1.8}
    evidence:
      - supports: [control.abort_latency_s]
        title: Trial
        file: trial.txt
        sha256: 7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed
      - {supports: [control.abort_latency_s], title: Other, file: other.txt}

    """
  private static let record = "answerable: review/1\ndisputes: []\n"

  /// A folder with a project, and how often it was assessed.
  private final class World {
    let folder: URL
    let made = Made()
    let known: KnownProjects<String>
    var day: Int

    final class Made: Sendable {
      let count = Mutex(0)
    }

    init(most: Int = 10) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      day = try AssessmentTestSupport.World.day("2026-03-01")
      known = KnownProjects(
        recognition: ProjectRecognition(try #require(AssessmentTestSupport.World.policies)), most: most
      ) { [made] assessment in
        made.count.withLock { $0 += 1 }
        return
          "\(assessment.date) \(assessment.evidenceStandings.count(where: \.isCurrent)) \(assessment.record == nil)"
      }
      try write(KnownProjectsTests.project, to: "p.yaml")
      try write("one", to: "trial.txt")
      try write("two", to: "other.txt")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to file: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: file))
    }

    func remove(_ file: String) throws { try FileManager.default.removeItem(at: folder.appending(path: file)) }

    /// As if nobody had touched it for long.
    func age(_ file: String) throws {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
        ofItemAtPath: folder.appending(path: file).path())
    }

    /// The summary now, and whether the project was assessed for it.
    func look(at file: String = "p.yaml") throws -> (summary: String?, isNew: Bool) {
      let before = made.count.withLock { $0 }
      let assessor = ProjectAssessor(
        policies: try #require(AssessmentTestSupport.World.policies), day: day, stage: nil, reviews: ReviewSource())
      let summary = try known.summary(of: folder.appending(path: file).path(), assessor)
      return (summary, made.count.withLock { $0 } > before)
    }
  }

  @Test("what has not changed is assessed once")
  func once() throws {
    let world = try World()
    #expect(try world.look().isNew)
    try world.write(Self.project, to: "p.yaml")
    #expect(try !world.look().isNew)
  }

  @Test(
    "whatever an assessment depends on makes it anew when it changes, though size and time stay",
    arguments: [
      "project", "evidence", "evidence goes", "evidence comes", "evidence is empty", "evidence is a link out",
      "two are one", "record comes", "record", "record goes", "day",
    ])
  func anew(what: String) throws {
    let world = try World()
    if what == "evidence comes" { try world.remove("trial.txt") }
    if what == "record" || what == "record goes" { try world.write(Self.record, to: "p.review.yaml") }
    for file in ["p.yaml", "other.txt"] { try world.age(file) }
    let first = try world.look()
    #expect(try !world.look().isNew)
    switch what {
    case "project": try world.write(Self.project.replacing("1.8", with: "1.9"), to: "p.yaml")
    case "evidence": try world.write("eno", to: "trial.txt")
    case "evidence goes": try world.remove("other.txt")
    case "evidence comes": try world.write("one", to: "trial.txt")
    case "evidence is empty": try world.write("", to: "other.txt")
    case "evidence is a link out":
      try world.remove("other.txt")
      try FileManager.default.createSymbolicLink(
        atPath: world.folder.appending(path: "other.txt").path(), withDestinationPath: "/etc/passwd")
    case "two are one": try world.write("one", to: "other.txt")
    case "record comes": try world.write(Self.record, to: "p.review.yaml")
    case "record": try world.write(Self.record.replacing("[]", with: "[ ]"), to: "p.review.yaml")
    case "record goes": try world.remove("p.review.yaml")
    default: world.day += 1
    }
    for file in ["p.yaml", "other.txt"] { try? world.age(file) }
    let second = try world.look()
    #expect(second.isNew)
    let hasOtherSummary = !["project", "two are one", "record"].contains(what)
    #expect((first.summary != second.summary) == hasOtherSummary, "\(first) \(second)")
    #expect(try !world.look().isNew)
  }

  @Test("beyond the limit files are forgotten, and what is said stays right")
  func limit() throws {
    let world = try World(most: 2)
    for name in ["a.yaml", "b.yaml", "c.yaml"] { try world.write(Self.project, to: name) }
    for name in ["a.yaml", "b.yaml", "c.yaml", "a.yaml"] {
      let (summary, isNew) = try world.look(at: name)
      #expect(isNew && summary == "2026-03-01 2 true")
    }
  }

  @Test("what is clearly no project is none until it becomes one, and what can't be read is said each time")
  func others() throws {
    let world = try World()
    try world.write("answerable: pack/1\n", to: "x.yaml")
    #expect(try world.look(at: "x.yaml").summary == nil)
    #expect(try world.look(at: "x.yaml").summary == nil)
    try world.write("answerable: project/1\n", to: "x.yaml")
    #expect(try world.look(at: "x.yaml").summary != nil)
    try world.write("a: 1\n---\nb: 2\n", to: "y.yaml")
    try world.write("answerable: project/1\n---\nanswerable: project/1\n", to: "y.yaml")
    for _ in 0..<2 { #expect(throws: Failure.self) { try world.look(at: "y.yaml") } }
  }
}
