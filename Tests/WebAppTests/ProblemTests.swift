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
