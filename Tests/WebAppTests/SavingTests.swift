import DocumentWriting
import Foundation
import HTTPTypes
import Testing

@testable import WebApp

@Suite("Answers that are sent by forms")
struct SavingTests {
  struct Given: CustomTestStringConvertible, Sendable {
    let question: String
    let fields: [(name: String, value: String)]
    let written: String

    init(_ question: String, _ fields: [(name: String, value: String)], _ written: String) {
      self.question = question
      self.fields = fields
      self.written = written
    }

    var testDescription: String { "\(question) \(fields)" }
  }

  private static let start = "answerable: project/1 # mine\n"

  static let given = [
    Given("scope.hadr", [("value", "true")], "hadr: true"),
    Given("scope.hadr", [("value", "unknown")], "hadr: unknown"),
    Given("control.abort_latency_s", [("value", " 1.5 ")], "abort_latency_s: 1.5"),
    Given("control.abort_latency_s", [("value", "")], "abort_latency_s: unknown"),
    Given("law.review_completed_on", [("value", "2026-01-10")], "review_completed_on: 2026-01-10"),
    Given("project.kind", [("value", "weapon")], "kind: weapon"),
    Given("project.name", [("value", "yes: \"no\"")], "name: 'yes: \"no\"'"),
    Given("use.intended_users", [("value", "one\r\n\r\n two \r\n")], "- two"),
    Given("use.intended_users", [("value", ""), ("none", "true")], "intended_users: []"),
    Given("use.intended_users", [("value", "")], "intended_users: unknown"),
    Given("scope.target_classes", [("none", "true")], "target_classes: []"),
    Given(
      "accountability.assignments",
      [("holder-0", "Lt A. Rahman"), ("holder_type-0", "named_person"), ("holder-1", ""), ("holder_type-1", "")],
      "holder: Lt A. Rahman"),
  ]

  @Test("every type of question is saved, and the page gone to has it", arguments: given)
  func saved(_ given: Given) async throws {
    try await TestSite.with(["p.yaml": Self.start]) { site in
      let answer = try await site.answer(given.question, given.fields)
      #expect(answer.status == 303, "\(answer.body)")
      let text = try site.text(of: "p.yaml")
      #expect(text.contains(given.written), "\(text)")
      #expect(text.hasPrefix(Self.start))
      let place = try #require(answer.headers[.location])
      #expect(place.hasSuffix("#\(given.question)"))
      let page = try await site.send(.get, String(place.prefix { $0 != "#" }))
      #expect(page.body.contains("id=\"q-\(given.question)\""))
      #expect(page.body.contains("role=\"status\" aria-live=\"polite\">saved; gate: hold"))
    }
  }

  @Test("a script gets the page itself, with what was done")
  func script() async throws {
    try await TestSite.with(["p.yaml": Self.start]) { site in
      let name = try #require(HTTPField.Name("X-Requested-With"))
      let answer = try await site.submit(
        "/project/answer", [("file", "p.yaml"), ("question", "scope.hadr"), ("version", "none"), ("value", "true")],
        [name: "answerable"])
      #expect(answer.status == 200)
      #expect(answer.body.contains(">saved; gate: hold</p>"))
      #expect(answer.body.contains("id=\"assessment\""))
    }
  }

  @Test("an entry is left out by its button, and the others stay as they are")
  func removedEntry() async throws {
    let file =
      Self.start + """
        accountability:
          assignments:
            - holder: One Person  # first
              holder_type: named_person
            - holder: Two Persons
              holder_type: named_person
        """
    try await TestSite.with(["p.yaml": file]) { site in
      let answer = try await site.answer(
        "accountability.assignments",
        [
          ("holder-0", "One Person"), ("holder_type-0", "named_person"), ("holder-1", "Two Persons"),
          ("holder_type-1", "named_person"), ("holder-2", ""), ("remove", "1"),
        ])
      #expect(answer.status == 303)
      let text = try site.text(of: "p.yaml")
      #expect(text.contains("- holder: One Person  # first"))
      #expect(!text.contains("Two Persons"))
    }
  }

  struct Wrong: CustomTestStringConvertible, Sendable {
    let question: String
    let fields: [(name: String, value: String)]
    let says: String
    let keeps: String
    var testDescription: String { question }
  }

  static let wrong = [
    Wrong(
      question: "control.abort_latency_s", fields: [("value", "1.5 s")], says: "the unit is s",
      keeps: "value=\"1.5 s\""),
    Wrong(
      question: "law.review_completed_on", fields: [("value", "10/01/2026")], says: "a date such as",
      keeps: "value=\"10/01/2026\""),
    Wrong(
      question: "project.kind", fields: [("value", "weapn")], says: "Did you mean `weapon`?",
      keeps: "value=\"weapn\" checked"),
    Wrong(
      question: "use.intended_users", fields: [("value", "someone"), ("none", "true")], says: "there are none",
      keeps: "\nsomeone</textarea>"),
  ]

  @Test("what is no answer is refused beside the field, keeps what was typed, and writes nothing", arguments: wrong)
  func refused(_ wrong: Wrong) async throws {
    try await TestSite.with(["p.yaml": Self.start]) { site in
      let answer = try await site.answer(wrong.question, wrong.fields)
      #expect(answer.status == 422)
      #expect(answer.body.contains(wrong.says), "\(wrong.says)")
      #expect(answer.body.contains(wrong.keeps), "\(wrong.keeps)")
      #expect(answer.body.contains("Your answer is not saved"))
      #expect(try site.text(of: "p.yaml") == Self.start)
    }
  }

  @Test("two who answer the same see both answers, and either can be kept")
  func conflict() async throws {
    try await TestSite.with(["p.yaml": Self.start + "project: {name: First}\n"]) { site in
      let old = try site.version(of: "project.name", in: "p.yaml")
      try site.write(Self.start + "project: {name: Theirs}\n", to: "p.yaml")
      let answer = try await site.answer("project.name", [("value", "Mine")], version: old)
      #expect(answer.status == 409)
      for text in ["Theirs", "Mine", "Write mine", "Keep theirs"] { #expect(answer.body.contains(text)) }
      #expect(try site.text(of: "p.yaml").contains("Theirs"))
      let version = try site.version(of: "project.name", in: "p.yaml")
      #expect(answer.body.contains("name=\"version\" value=\"\(version)\""))
      #expect(try await site.answer("project.name", [("value", "Mine")], version: version).status == 303)
      #expect(try site.text(of: "p.yaml").contains("name: Mine"))
    }
  }

  @Test("what others change in other places is taken in")
  func others() async throws {
    try await TestSite.with(["p.yaml": Self.start + "project: {name: First}\n"]) { site in
      let version = try site.version(of: "scope.hadr", in: "p.yaml")
      try site.write(Self.start + "project: {name: Theirs}\n", to: "p.yaml")
      #expect(try await site.answer("scope.hadr", [("value", "true")], version: version).status == 303)
      let text = try site.text(of: "p.yaml")
      #expect(text.contains("Theirs") && text.contains("hadr: true"))
    }
  }

  @Test("a file that an editor broke keeps its bytes, and the page what was typed")
  func brokenMeanwhile() async throws {
    try await TestSite.with(["p.yaml": Self.start]) { site in
      let broken = Self.start + "project: [\n"
      try site.write(broken, to: "p.yaml")
      let answer = try await site.answer("project.name", [("value", "Still here")], version: "none")
      #expect(answer.status == 422)
      #expect(answer.body.contains("\nStill here</textarea>"))
      #expect(answer.body.contains("p.yaml:3:"))
      #expect(try site.text(of: "p.yaml") == broken)
    }
  }

  @Test("an answer that counts for nothing is taken out")
  func idle() async throws {
    try await TestSite.withExample("counter-drone-turret") { site in
      let file = "counter-drone-turret.yaml"
      let page = try await site.page(.project(file))
      let form = try #require(page.ranges(of: "action=\"/project/answer/remove\"").first)
      let name = try #require(page[form.upperBound...].firstMatch(of: /name="question" value="([^"]*)"/)?.1)
      let question = String(name)
      let answer = try await site.submit(
        "/project/answer/remove",
        [("file", file), ("question", question), ("version", try site.version(of: question, in: file))])
      #expect(answer.status == 303)
      #expect(try site.version(of: question, in: file) == "none")
      let stale = try await site.submit(
        "/project/answer/remove", [("file", file), ("question", "project.name"), ("version", "stale")])
      #expect(stale.status == 409)
    }
  }

  @Test(
    "a list that may have more in it stays so when its form is sent as it is",
    arguments: [
      ("scope.target_classes", [("value", "mines_and_ordnance"), ("value", "unknown")]),
      ("control.target_types_allowed", [("value", "moored mine\r\nunknown")]),
      (
        "accountability.assignments",
        [
          ("stage-0", "concept"), ("role-0", "sponsor"), ("stage-1", ""), ("role-1", ""), ("stage-2", ""),
          ("role-2", ""),
        ]
      ),
    ])
  func open(question: String, fields: [(String, String)]) async throws {
    let text = """
      answerable: project/1
      scope: {target_classes: [mines_and_ordnance, unknown]}
      control:
        target_types_allowed: [moored mine, unknown]
      accountability:
        assignments:
          - {stage: concept, role: sponsor}
          - unknown

      """
    try await TestSite.with(["p.yaml": text]) { site in
      let answer = try await site.answer(question, fields.map { (name: $0.0, value: $0.1) })
      #expect(answer.status == 303)
      #expect(try site.text(of: "p.yaml") == text)
    }
  }

  @Test("a form without the token of its session changes nothing")
  func token() async throws {
    try await TestSite.with(["p.yaml": Self.start]) { site in
      let answer = try await site.send(
        .post, "/project/answer", [.contentType: "application/x-www-form-urlencoded"],
        body: "file=p.yaml&question=scope.hadr&version=none&value=%3Cb%3E+typed&token=x")
      #expect(answer.status == 403)
      #expect(answer.body.contains("What you typed") && answer.body.contains("&lt;b&gt; typed"))
      #expect(try site.text(of: "p.yaml") == Self.start)
    }
  }
}
