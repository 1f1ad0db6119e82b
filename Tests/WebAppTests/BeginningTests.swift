import DocumentWriting
import Foundation
import HTTPTypes
import Testing

@testable import WebApp

@Suite("Projects that are begun")
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

  @Test("projects of one name that are begun at the same time are all begun")
  func parallel() async throws {
    try await TestSite.with([:]) { site in
      try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<6 {
          group.addTask { try await site.submit("/projects", [("project.name", "Selat")]).headers[.location] }
        }
        var places: Set<String> = []
        for try await place in group { places.insert(try #require(place)) }
        #expect(places.count == 6)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path()).count == 6)
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
}
