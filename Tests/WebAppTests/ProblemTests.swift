import Foundation
import HTTPTypes
import ProjectFiles
import Testing

@testable import WebApp

@Suite("Problems with files")
struct ProblemTests {
  @Test(
    "what may be tried again, what can be mended and what is our mistake are told apart",
    arguments: [
      (Failure(.missingInput, "x"), Problem.Kind.notFound), (Failure(.usage, "x"), .badRequest),
      (Failure(.invalidInput, "x"), .unacceptable), (Failure(.invalidInput, "x", isConflict: true), .conflict),
      (Failure(.inputOutput, "x", isConflict: true), .conflict), (Failure(.inputOutput, "x"), .fault),
      (Failure(.internalError, "x"), .fault),
    ])
  func kinds(failure: Failure, kind: Problem.Kind) {
    #expect(Problem(thrown: failure).kind == kind)
  }

  @Test(
    "what can't be read has no open questions, and no answers",
    arguments: ["project: {name: X\n", "answerable: project/1\nscope: {isr: true}\nscope: {isr: false}\n  x"],
    ["answers/scope.isr", "questions", "assessment"])
  func unreadable(text: String, address: String) async throws {
    try await TestSite.with(["p.yaml": text]) { site in
      let answer = try await site.send(.get, "/api/v1/projects/\(address)?file=p.yaml")
      #expect(answer.status == 422)
      #expect(answer.body.contains("`p.yaml` can't be read: "), "\(answer.body)")
      #expect(answer.body.contains("\"severity\":\"error\""), "\(answer.body)")
    }
  }

  @Test("connections are as many as files can be open, and too few of them are no server")
  func fewFiles() throws {
    #expect(try WebServer.connections(openFiles: nil) == 256)
    #expect(try WebServer.connections(openFiles: 1_000_000) == 256)
    #expect(try WebServer.connections(openFiles: 100) == 52)
    let failure = try #require(throws: Failure.self) { try WebServer.connections(openFiles: 63) }
    #expect(failure.status == .inputOutput)
    #expect(failure.message.contains("only 63 files") && failure.message.contains("needs 64"))
  }

  @Test("a file that is larger than any that is read is said to be that", arguments: ["/project", "/review"])
  func large(page: String) async throws {
    try await TestSite.with(["p.yaml": String(repeating: "#", count: 16_777_217)]) { site in
      #expect(try await site.send(.get, "\(page)?file=p.yaml").status == 413)
      let answer = try await site.send(.get, "/api/v1/projects/assessment?file=p.yaml")
      #expect(answer.status == 413)
      #expect(answer.body.contains("`p.yaml` is larger than 16777216 bytes"))
    }
  }
}
