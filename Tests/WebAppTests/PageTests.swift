import DocumentWriting
import Foundation
import HTTPTypes
import PolicyModel
import Questionnaire
import TestSupport
import Testing

@testable import WebApp

@Suite("Pages over projects")
struct PageTests {
  /// Bytes of a page: more would be slow on a bad line.
  private static let most = 200_000

  @Test("every page of every example is strict HTML, and not too large", arguments: TestSite.examples)
  func pages(example: String) async throws {
    try await TestSite.withExample(example) { site in
      let file = "\(example).yaml"
      let groups = site.site.policies.packs.map(\.id) + [QuestionOverview.projectGroup]
      let paths: [SitePath] =
        [.projects, .project(file), .questions(file), .explanation(file, of: "hc-abort-beats-effect")]
        + groups.map { .questions(file, group: $0) }
      for path in paths {
        let page = try await site.page(path)
        #expect(page.utf8.count < Self.most, "\(path.text) has \(page.utf8.count) bytes")
        #expect(page.contains("<main id=\"main\""))
        let found = try OtherProgram.sitePage.output(reading: page)
        #expect(found ?? "" == "", "\(path.text)")
      }
      let gate = try await site.page(.project(file))
      #expect(gate.contains("<div id=\"gate\""))
    }
  }

  @Test("a decision is never shown without its stage")
  func stage() async throws {
    try await TestSite.withExample("counter-drone-turret") { site in
      for path in [SitePath.projects, .project("counter-drone-turret.yaml"), .questions("counter-drone-turret.yaml")] {
        let shown = try await site.page(path)
        #expect(shown.contains("stop (test gate)"))
      }
    }
  }

  private static let hostile = "<script>alert(1)</script> \" ' & \u{202E}evil"

  @Test("what somebody wrote becomes no markup, and is seen as it is")
  func hostile() async throws {
    let name = "\"<script>alert(1)</script> \\\" ' & \\u202Eevil\""
    let file = """
      answerable: project/1
      classification: \(name)
      project: {name: \(name), lifecycle_stage: design, kind: \(name)}
      use: {intended_purpose: \(name), intended_users: [\(name)]}
      evidence: [{supports: [project.name], title: \(name), uri: \(name)}]
      """
    try await TestSite.with(["p.yaml": file]) { site in
      let groups = site.site.policies.packs.map(\.id) + [QuestionOverview.projectGroup]
      for path in [SitePath.projects, .project("p.yaml")] + groups.map({ .questions("p.yaml", group: $0) }) {
        let page = try await site.page(path)
        #expect(!page.contains("<script>"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "\(path.text)")
        // Where it is edited it is what it is; everywhere else it reorders nothing.
        let around = page.replacing(/<textarea[^>]*>[^<]*<\/textarea>/, with: "")
        #expect(!around.unicodeScalars.contains("\u{202E}"), "\(path.text)")
        let found = try OtherProgram.sitePage.output(reading: page)
        #expect(found ?? "" == "", "\(path.text)")
      }
      let answer = try await site.answer("project.kind", [("value", Self.hostile)])
      #expect(answer.status == 422)
      #expect(!answer.body.contains("<script>"))
    }
  }

  @Test("names that lead elsewhere lead nowhere", arguments: ["../p.yaml", "/etc/passwd", ".p.yaml", "q.yaml", ""])
  func names(name: String) async throws {
    try await TestSite.with(["p.yaml": "answerable: project/1\n"]) { site in
      for path in [
        SitePath.project(name), .questions(name), .report(name), .version(name), .explanation(name, of: "P1"),
      ] {
        let status = try await site.send(.get, path.text).status
        #expect(status == 404 || status == 400, "\(path.text): \(status)")
      }
    }
  }

  @Test("a broken file says where and how to mend it, and its folder still shows the others")
  func broken() async throws {
    let files = [
      "p.yaml": "answerable: project/1\nproject:\n  name: \"x\n", "two.yaml": "project: {}\n---\nproject: {}\n",
    ]
    try await TestSite.with(files) { site in
      let page = try await site.page(.project("p.yaml"))
      #expect(page.contains("This file can't be edited here now"))
      #expect(page.contains("p.yaml:3:"))
      let list = try await site.page(.projects)
      #expect(list.contains("not assessed"))
      #expect(list.contains("can't be read") && list.contains("several projects"))
    }
  }

  @Test("the version tells changes of the file and of its record, and nothing else")
  func version() async throws {
    try await TestSite.withExample("counter-drone-turret") { site in
      let path = SitePath.version("counter-drone-turret.yaml")
      let first = try await site.page(path)
      #expect(try await site.page(path) == first)
      let shown = try await site.page(.project("counter-drone-turret.yaml"))
      #expect(shown.contains("data-version=\"\(first)\""))
      for file in ["counter-drone-turret.yaml", "counter-drone-turret.review.yaml"] {
        let before = try await site.page(path)
        try site.write(site.text(of: file) + "# changed\n", to: file)
        #expect(try await site.page(path) != before)
      }
    }
  }

  @Test("a rule, a clause, a term and a question are explained, and lead on to one another")
  func explanations() async throws {
    try await TestSite.withExample("counter-drone-turret") { site in
      let file = "counter-drone-turret.yaml"
      for name in ["hc-abort-beats-effect", "P7", "control.abort_latency_s", "human-control"] {
        let shown = try await site.page(.explanation(file, of: name))
        #expect(shown.contains("<h1>\(name)</h1>"))
      }
      let rule = try await site.page(.explanation(file, of: "hc-abort-beats-effect"))
      #expect(rule.contains("name=control.abort_latency_s\">control.abort_latency_s</a>"))
      let wrong = try await site.send(.get, SitePath.explanation(file, of: "hc-abort-beats-efect").text)
      #expect(wrong.status == 404)
      #expect(wrong.body.contains("did you mean `hc-abort-beats-effect`?"))
    }
  }
}
