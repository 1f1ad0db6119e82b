import DocumentWriting
import Foundation
import HTTPTypes
import Testing

@testable import WebApp

@Suite("Evidence that is attached")
struct EvidenceTests {
  @Test(
    "names of files that are sent become plain ones",
    arguments: [
      ("../x.pdf", "x.pdf"), ("C:\\plans\\Trial report (1).pdf", "Trial-report-1-.pdf"), ("naïve.txt", "naïve.txt"),
      ("a\u{202E}b.txt", "a-b.txt"), ("no ending", "no-ending"), ("plan. .", "plan"), ("x.pdf...", "x.pdf"),
      ("console.txt", "console.txt"), ("com10.txt", "com10.txt"),
      ("results.json", "results.json"), ("yaml", "yaml"),
    ])
  func names(given: String, expected: String) throws {
    #expect(try EvidenceFileName(given) { _ in false }.text == expected)
    let other = try EvidenceFileName(given) { $0 == expected }.text
    #expect(other != expected && other.contains("-2"))
  }

  @Test(
    "a long name is shortened to what every file system takes, with its ending",
    arguments: [
      String(repeating: "語", count: 100) + ".pdf", String(repeating: "a", count: 250) + ".pdf",
      "a." + String(repeating: "語", count: 90), "e\(String(repeating: "\u{301}", count: 60)).pdf",
    ])
  func longName(given: String) throws {
    let name = try EvidenceFileName(given) { !$0.contains("-999") }.text
    #expect(name.utf8.count <= 200)
    #expect(name.hasSuffix(".pdf") == given.hasSuffix(".pdf"))
  }

  @Test(
    "hidden files, programs, devices, project descriptions and review records are no evidence",
    arguments: [
      ".bashrc", "dir/.x", "run.EXE", "a.sh", "x.js", "---", "..", "x.exe.", "x.exe . ", "p.review.yaml",
      "P.Review.YML", "p.review.json.", "CON", "nul.txt", "Com1.trial.pdf", "lpt³", "C:\\aux.pdf", "b.yaml", "B.YML.",
    ])
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

  @Test("files of one name that are sent at the same time are all kept")
  func parallel() async throws {
    try await TestSite.with(["p.yaml": Self.start]) { site in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<8 {
          group.addTask {
            try await site.upload("/project/evidence", Self.upload("trial.txt", "content \(number)")).status
          }
        }
        for try await status in group { #expect(status == 303) }
      }
      let folder = site.folder.appending(path: "evidence").path()
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.count == 8)
      let text = try site.text(of: "p.yaml")
      for name in names { #expect(text.contains("file: evidence/\(name)\n")) }
    }
  }

  @Test("where the project can't be written no file is left behind, and what was typed stays on the page")
  func unwritable() async throws {
    // Its name leaves no room for the one that a file has while it is written.
    let name = String(repeating: "p", count: 250) + ".yaml"
    try await TestSite.with([name: Self.start]) { site in
      let parts = Self.upload("trial.txt", "x").map { $0.name == "project" ? TestSite.Part("project", name) : $0 }
      let answer = try await site.upload("/project/evidence", parts)
      #expect(answer.status == 500)
      for text in [
        "Not attached", "can't write", "value=\"Trial of January\"", "value=\"project.name\" checked",
        "value=\"2027-01-01\"", "Choose the file once more",
      ] { #expect(answer.body.contains(text), "\(text)") }
      #expect(!answer.body.contains(site.folder.path()))
      let folder = site.folder.appending(path: "evidence").path()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test(
    "what was typed stays on the page, whatever became of the project",
    arguments: ["project: [\n", "a: 1\n---\nb: 2\n"])
  func brokenMeanwhile(text: String) async throws {
    try await TestSite.with(["p.yaml": text]) { site in
      let answer = try await site.upload("/project/evidence", Self.upload("trial.txt", "x"))
      #expect(answer.status == 422)
      #expect(answer.body.contains("Trial of January") && answer.body.contains("2027-01-01"))
      #expect(try site.text(of: "p.yaml") == text)
    }
  }

  @Test(
    "an address says where something is kept, or is refused",
    arguments: [
      ("urn:registry:2026-0417", nil), ("Registry of the ministry, 2026/17", nil), ("tbd", "does not count"),
      ("javascript:alert(1)", "nothing is kept"), (" DATA:text/plain,x", "nothing is kept"),
      ("https://a.example/\u{202E}gpj", "not seen"), ("a\nb", "not seen"),
      (String(repeating: "a", count: 2049), "at most 2048"),
    ])
  func address(given: String, says: String?) async throws {
    try await TestSite.with(["p.yaml": Self.start]) { site in
      let fields = [("project", "p.yaml"), ("title", "A title"), ("supports", "project.name"), ("uri", given)]
      let answer = try await site.submit("/project/evidence", fields)
      #expect(answer.status == (says == nil ? 303 : 422), "\(answer.body)")
      if let says { #expect(answer.body.contains(says)) }
      #expect(try site.text(of: "p.yaml").contains("uri:") == (says == nil))
    }
  }

  @Test(
    "a file that is there, or an address, is named without sending it",
    arguments: ["there.txt", "../p.yaml", "no.txt", "p.yaml", "link.txt", "empty.txt"])
  func present(name: String) async throws {
    try await TestSite.with(["p.yaml": Self.start, "there.txt": "one", "empty.txt": ""]) { site in
      try FileManager.default.createSymbolicLink(
        atPath: site.folder.appending(path: "link.txt").path(), withDestinationPath: "p.yaml")
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
