import DocumentWriting
import Foundation
import HTTPTypes
import Testing

@testable import WebApp

@Suite("Projects that are begun, and evidence that is attached")
struct BeginningTests {
  @Test("an empty folder offers to begin, and the first project is called after its name")
  func first() async throws {
    try await TestSite.with([:]) { site in
      let shown = try await site.page(.projects)
      #expect(shown.contains("<h1>Begin a project</h1>"))
      let fields = [
        ("project.name", "Selat \"Look\" ../Out"), ("project.lifecycle_stage", "design"), ("project.kind", "isr"),
        ("scope.applies_force", "false"), ("scope.third_party", "unknown"),
      ]
      let answer = try await site.submit("/projects", fields)
      #expect(answer.status == 303)
      #expect(answer.headers[.location] == "/project/questions?file=selat-look-out.yaml")
      let text = try site.text(of: "selat-look-out.yaml")
      #expect(text.contains("lifecycle_stage: design") && text.contains("applies_force: false"))
      let questions = try await site.page(.questions("selat-look-out.yaml"))
      #expect(questions.contains("best to answer next"))
      // The second of the same name does not take the place of the first.
      let second = try await site.submit("/projects", fields).headers[.location]
      #expect(second == "/project/questions?file=selat-look-out-2.yaml")
      #expect(try site.text(of: "selat-look-out.yaml") == text)
    }
  }

  @Test("what is no answer is said, and what was typed stays", arguments: [("", "isr"), ("A name", "<b>")])
  func refused(name: String, kind: String) async throws {
    try await TestSite.with([:]) { site in
      let answer = try await site.submit("/projects", [("project.name", name), ("project.kind", kind)])
      #expect(answer.status == 422)
      #expect(answer.body.contains("The project is not begun"))
      #expect(!answer.body.contains("<b>"))
      #expect(answer.body.contains("name=\"project.name\" value=\"\(name)\""))
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path()).isEmpty)
    }
  }

  @Test(
    "names of files that are sent become plain ones",
    arguments: [
      ("../x.pdf", "x.pdf"), ("C:\\plans\\Trial report (1).pdf", "Trial-report-1-.pdf"), ("naïve.txt", "naïve.txt"),
      ("a\u{202E}b.txt", "a-b.txt"), ("no ending", "no-ending"),
    ])
  func names(given: String, expected: String) throws {
    #expect(try EvidenceFileName(given) { _ in false }.text == expected)
    let other = try EvidenceFileName(given) { $0 == expected }.text
    #expect(other != expected && other.contains("-2"))
  }

  @Test(
    "hidden files and programs are no evidence",
    arguments: [".bashrc", "dir/.x", "run.EXE", "a.sh", "x.js", "---", ".."])
  func noNames(given: String) {
    #expect(throws: EvidenceForm.Refusal.self) { try EvidenceFileName(given) { _ in false } }
  }

  private static let start = "answerable: project/1\n"

  private static func upload(_ name: String, _ content: String) -> [TestSite.Part] {
    [
      .init("project", "p.yaml"), .init("title", "Trial of January"), .init("supports", "project.name"),
      .init("file", content, file: name), .init("present", ""), .init("uri", ""), .init("made_on", ""),
      .init("expires_on", "2027-01-01"),
    ]
  }

  @Test("a file that is sent is put beside the project with its digest, and nothing is overwritten")
  func attached() async throws {
    try await TestSite.with(["p.yaml": Self.start]) { site in
      for content in ["one", "two"] {
        let answer = try await site.upload("/project/evidence", Self.upload("../trial.txt", content))
        #expect(answer.status == 303, "\(answer.body)")
      }
      #expect(try site.text(of: "evidence/trial.txt") == "one")
      #expect(try site.text(of: "evidence/trial-2.txt") == "two")
      let text = try site.text(of: "p.yaml")
      #expect(text.contains("file: evidence/trial.txt") && text.contains("expires_on: 2027-01-01"))
      #expect(text.contains("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"))
      let shown = try await site.page(.project("p.yaml"))
      #expect(shown.contains("current, the file has the digest given"))
    }
  }

  @Test("evidence that is none leaves no file behind")
  func refusedEvidence() async throws {
    try await TestSite.with(["p.yaml": Self.start, "there.txt": "x"]) { site in
      let cases: [(String, String, says: String)] = [
        ("title", "", "say in a few words"), ("supports", "no.such", "no.such"),
        ("made_on", "tomorrow", "Not attached"), ("present", "there.txt", "one of the three"),
      ]
      for (name, value, says) in cases {
        let parts = Self.upload("trial.txt", "x").map { $0.name == name ? TestSite.Part(name, value) : $0 }
        let answer = try await site.upload("/project/evidence", parts)
        #expect(answer.status == 422, "\(name)")
        #expect(answer.body.contains(says), "\(name)")
      }
      #expect(!FileManager.default.fileExists(atPath: site.folder.appending(path: "evidence").path()))
      #expect(try site.text(of: "p.yaml") == Self.start)
    }
  }

  @Test(
    "a file that is there, or an address, is named without sending it", arguments: ["there.txt", "../p.yaml", "no.txt"])
  func present(name: String) async throws {
    try await TestSite.with(["p.yaml": Self.start, "there.txt": "one"]) { site in
      let fields = [
        ("project", "p.yaml"), ("title", "A title"), ("supports", "project.name"), ("present", name), ("uri", ""),
      ]
      let answer = try await site.submit("/project/evidence", fields)
      #expect(answer.status == (name == "there.txt" ? 303 : 422))
      let hasDigest = try site.text(of: "p.yaml").contains("7692c3ad3540bb80")
      #expect(hasDigest == (name == "there.txt"))
    }
  }

  @Test("a file that is too large is not read")
  func tooLarge() async throws {
    try await TestSite.with(["p.yaml": Self.start]) { site in
      let content = String(repeating: "x", count: SubmittedForm.uploadLimit)
      let answer = try await site.upload("/project/evidence", Self.upload("big.txt", content))
      #expect(answer.status == 413)
      #expect(try site.text(of: "p.yaml") == Self.start)
    }
  }
}
