import DocumentWriting
import HTTPTypes
import Testing

@testable import WebApp

@Suite("What pages load")
struct AssetTests {
  @Test("is part of the program, and is not sent again while it is the same", arguments: Asset.all.map(\.address.text))
  func asset(_ path: String) async throws {
    try await TestSite.with([:]) { site in
      let answer = try await site.send(.get, path)
      #expect(answer.status == 200)
      #expect(!answer.body.isEmpty)
      let tag = try #require(answer.headers[.eTag])
      let again = try await site.send(.get, path, [.ifNoneMatch: tag])
      #expect(again.status == 304)
      #expect(again.body.isEmpty)
      #expect(again.headers[.eTag] == tag)
      #expect(try await site.send(.get, path, [.ifNoneMatch: "\"other\""]).status == 200)
    }
  }

  @Test("a problem is a page with a way back")
  func problem() async throws {
    try await TestSite.with([:]) { site in
      let answer = try await site.send(.get, "/nowhere")
      #expect(answer.status == 404)
      #expect(answer.body.contains("<a class=\"skip\" href=\"#main\">"))
      #expect(answer.body.contains(#"<a href="/">To the projects</a>"#))
    }
  }
}
