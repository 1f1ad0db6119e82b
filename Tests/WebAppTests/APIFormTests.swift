import Foundation
import HTTPTypes
import Testing

@testable import WebApp

@Suite("What is sent to the API, and how answers come back")
struct APIFormTests {
  private static let json: [HTTPField.Name: String] = [.contentType: "application/json"]

  @Test(
    "what is JSON is taken for it",
    arguments: [
      "{}", " [ ] ", "null", "-0.5e+10", "\"\\u00e9 \\/ \\\\\"", "{\"a\": [1, {\"b\": \"\"}, [[]]], \"c\": true}\n",
      "\u{FEFF}{\"a\": 1}", "[{}, {}]", "\"é\u{7F}\"",
    ])
  func json(text: String) throws {
    try JSONSyntax.check(Array(text.utf8))
  }

  @Test("however deep it is, it is only looked at")
  func deep() throws {
    let many = 200_000
    let text = String(repeating: "[", count: many) + String(repeating: "]", count: many)
    try JSONSyntax.check(Array(text.utf8))
    #expect(throws: JSONSyntax.Fault.self) { try JSONSyntax.check(Array(text.utf8.dropLast())) }
  }

  @Test(
    "what is YAML and no JSON is refused with its place",
    arguments: [
      ("", 1, 1), ("a: 1", 1, 1), ("{a: 1}", 1, 2), ("{'a': 1}", 1, 2), ("{\"a\": 1,}", 1, 9), ("[1,]", 1, 4),
      ("{\"a\": yes}", 1, 7), ("{\"a\": 01}", 1, 8), ("{\"a\": +1}", 1, 7), ("{\"a\": .5}", 1, 7),
      ("{\"a\": 1.}", 1, 9),
      ("{\"a\": 1} # b", 1, 10), ("{\"a\": 1}\n---\n{}", 2, 1), ("{\"a\": \"é\u{9}\"}", 1, 9),
      ("{\"a\": \"\\x41\"}", 1, 8),
      ("{\"a\": \"\\u00g0\"}", 1, 8), ("{\"a\" 1}", 1, 6), ("{\"a\": \"b", 1, 9), ("{\n  \"é\": &x 1}", 2, 8),
      ("[1 2]", 1, 4), ("{\"a\": NaN}", 1, 7), ("{\"a\": tru}", 1, 7), ("[1]]", 1, 4), ("-", 1, 2), ("{]", 1, 2),
      ("{\"a\":}", 1, 6), ("!!map {}", 1, 1),
    ])
  func noJSON(text: String, line: Int, column: Int) throws {
    let fault = try #require(throws: JSONSyntax.Fault.self) { try JSONSyntax.check(Array(text.utf8)) }
    #expect(fault.line == line && fault.column == column, "\(fault)")
  }

  @Test(
    "a body that says that it is JSON is held to it",
    arguments: ["answer: true", "{answer: true}", "{\"answer\": true,}"])
  func strict(body: String) async throws {
    try await TestSite.with(["p.yaml": "answerable: project/1\n"]) { site in
      let answer = try await site.send(
        .put, "/api/v1/projects/answers/scope.hadr?file=p.yaml", Self.json.merging([.ifMatch: "*"]) { $1 }, body: body)
      #expect(answer.status == 400)
      #expect(answer.body.contains("is no JSON: at line 1, column"))
      #expect(try site.text(of: "p.yaml") == "answerable: project/1\n")
      #expect(try await site.send(.post, "/api/v1/assessments", Self.json, body: body).status == 400)
    }
  }

  @Test("a body that is packed is not read as if it were not")
  func packed() async throws {
    try await TestSite.with([:]) { site in
      func status(_ coding: String) async throws -> Int {
        try await site.send(
          .post, "/api/v1/assessments", [.contentType: "application/yaml", .contentEncoding: coding],
          body: "answerable: project/1\n"
        ).status
      }
      let statuses = try await [status("gzip"), status("br, identity"), status("Identity")]
      #expect(statuses == [415, 415, 200])
      var types: [Int] = []
      for charset in ["utf-16", "iso-8859-1", "UTF-8", "\"utf-8\""] {
        types.append(
          try await site.send(
            .post, "/api/v1/assessments", [.contentType: "application/yaml; charset=\(charset)"],
            body: "answerable: project/1\n"
          ).status)
      }
      #expect(types == [415, 415, 200, 200])
    }
  }

  @Test("a key that stands twice is refused with its place")
  func duplicate() async throws {
    try await TestSite.with(["p.yaml": "answerable: project/1\n"]) { site in
      let answer = try await site.send(
        .put, "/api/v1/projects/answers/scope.hadr?file=p.yaml", Self.json.merging([.ifMatch: "*"]) { $1 },
        body: "{\"answer\": true,\n \"answer\": false}")
      #expect(answer.status == 422)
      #expect(answer.body.contains("\"code\":\"yaml.duplicate-key\"") && answer.body.contains("\"line\":2"))
    }
  }

  @Test(
    "what can't be read is said to be that, and why",
    arguments: [
      ("a: \"\u{0}\"\n", "can't be read: "), ("a: [\n", "can't be read: "),
      ("a: &a [1]\n" + (0..<200).map { "b\($0): *a\n" }.joined(), "more than 100 aliases"),
      (String(repeating: "[", count: 70), "stand inside each other"), ("- a\n", "no project description"),
    ])
  func unreadable(body: String, says: String) async throws {
    try await TestSite.with(["p.yaml": body]) { site in
      let sent = try await site.send(
        .post, "/api/v1/assessments", [.contentType: "application/yaml"], body: body)
      let named = try await site.send(.get, "/api/v1/projects/assessment?file=p.yaml")
      for answer in [sent, named] {
        #expect(answer.status == 422)
        let detail = try #require(answer.body.firstMatch(of: /"detail":"((?:[^"\\]|\\.)*)"/)?.1)
        #expect(detail.contains(says), "\(detail)")
      }
    }
  }

  @Test(
    "versions are read as the standard has them",
    arguments: [
      ("*", EntityTags.any), ("\"a\"", .listed(["a"])), ("\"a\", \"b,c\"", .listed(["a", "b,c"])),
      ("W/\"a\",\t\"b\"", .listed(["b"])), ("\"\"", .listed([""])), ("", nil), ("a", nil), ("\"a", nil),
      ("\"a\" \"b\"", nil), ("\"a\", *", nil), ("\"a\",", nil), ("w/\"a\"", nil), ("\"a b\"", nil),
    ])
  func tags(text: String, tags: EntityTags?) {
    #expect(EntityTags(text) == tags)
  }

  @Test("one of several versions is enough, a weak one is not, and what is none is refused")
  func versions() async throws {
    try await TestSite.with(["p.yaml": "answerable: project/1\n"]) { site in
      let path = "/api/v1/projects/answers/scope.hadr?file=p.yaml"
      let present = try #require(try await site.send(.get, path).headers[.eTag])
      func put(_ match: String, _ answer: String) async throws -> Int {
        try await site.send(.put, path, Self.json.merging([.ifMatch: match]) { $1 }, body: "{\"answer\": \(answer)}")
          .status
      }
      #expect(try await put("none", "true") == 400)
      #expect(try await put("\"x\", *", "true") == 400)
      #expect(try await put("W/\(present)", "true") == 412)
      #expect(try await put("\"x\", \"y\"", "true") == 412)
      #expect(try site.text(of: "p.yaml") == "answerable: project/1\n")
      #expect(try await put("\"x\", \(present)", "true") == 200)
      #expect(try await put("*", "false") == 200)
    }
  }

  @Test(
    "an answer is given in the type that its question asks for",
    arguments: [
      ("scope.hadr", "scope: {hadr: true}", "true"), ("scope.hadr", "scope: {hadr: \"true\"}", "\"true\""),
      ("control.abort_latency_s", "control: {abort_latency_s: 1.80}", "1.8"),
      ("control.abort_latency_s", "control: {abort_latency_s: 2}", "2"),
      ("control.abort_latency_s", "control: {abort_latency_s: 5e-7}", "5e-07"),
      ("control.abort_latency_s", "control: {abort_latency_s: soon}", "\"soon\""),
      ("project.name", "project: {name: 12}", "\"12\""), ("scope.hadr", "answerable: project/1", "null"),
    ])
  func types(question: String, project: String, written: String) async throws {
    try await TestSite.with(["p.yaml": project + "\n"]) { site in
      let answer = try await site.send(.get, "/api/v1/projects/answers/\(question)?file=p.yaml")
      #expect(answer.status == 200)
      #expect(answer.body.contains("\"answer\": \(written),"), "\(answer.body)")
      guard !answer.body.contains("\"invalid\"") else { return }
      // What comes back can be sent as it is.
      let again = try await site.send(
        .put, "/api/v1/projects/answers/\(question)?file=p.yaml", Self.json.merging([.ifMatch: "*"]) { $1 },
        body: "{\"answer\": \(written)}")
      #expect(again.status == 200)
      #expect(again.body.contains("\"answer\": \(written),"))
    }
  }
}
