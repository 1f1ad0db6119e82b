import AssessmentTestSupport
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import WebApp

/// What reviewers do in a browser, asked without a socket.
@Suite("Reviews in the browser")
struct ReviewTests {
  private typealias Fields = [(name: String, value: String)]

  private static func turret() throws -> String { try example("counter-drone-turret") }

  private static func example(_ name: String) throws -> String {
    String(decoding: try Folder.bytes("Examples/\(name).yaml"), as: UTF8.self)
  }

  private static let acceptance: [String: String] = [
    "about": "ac-supplier-terms", "reason": "A new clause is due in June", "accepted_by": "Vice Chief of Defence",
    "holder_type": "appointed_post", "rank": "service-chief", "accepted_on": "2026-02-24", "expires_on": "2026-08-31",
  ]
  private static let claim: [String: String] = [
    "about": "co-ewg-considered",
    "justification": "Depot scheduling has no link to the subject of any working group",
    "claimed_by": "Depot Project Officer", "approved_by": "Director Logistics", "review_by": "2026-08-01",
  ]
  private static let dispute: [String: String] = [
    "about": "control.abort_latency_s", "reason": "The trial was run without load",
    "raised_by": "Ms. T. Nguyen", "raised_on": "2026-02-27",
  ]

  /// The hidden fields of the page as it is now.
  private func versions(_ site: TestSite) async throws -> Fields {
    let page = try await site.send(.get, "/review?file=t.yaml").body
    return try ["project", "record"].map { name in
      let found = try #require(page.firstMatch(of: try Regex("name=\"\(name)\" value=\"([0-9a-z]+)\"")))
      return (name, String(try #require(found.output[1].substring)))
    }
  }

  private func record(_ site: TestSite) throws -> String {
    try String(contentsOf: site.folder.appending(path: "t.review.yaml"), encoding: .utf8)
  }

  private func post(
    _ action: String, _ fields: [String: String], to site: TestSite, _ versions: Fields? = nil
  ) async throws -> TestSite.Answer {
    var shown = versions
    if shown == nil { shown = try await hidden(site, fields) }
    return try await site.submit(
      "/review/\(action)", [("file", "t.yaml")] + (shown ?? []) + fields.map { ($0.key, $0.value) })
  }

  /// Those of now: every page has them in its forms.
  private func hidden(_ site: TestSite, _ fields: [String: String]) async throws -> Fields {
    let about = fields["about"] ?? "gv-scope-declared"
    let action = about.contains("[") ? "withdraw" : "dispute"
    let isBegun = FileManager.default.fileExists(atPath: site.folder.appending(path: "t.review.yaml").path())
    guard isBegun else { return try await versions(site) }
    let page = try await site.send(.get, "/review/form?file=t.yaml&action=\(action)&about=\(encoded(about))").body
    return try ["project", "record"].map { name in
      let found = try #require(page.firstMatch(of: try Regex("name=\"\(name)\" value=\"([0-9a-z]+)\"")))
      return (name, String(try #require(found.output[1].substring)))
    }
  }

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
  }

  /// A site with a project whose record was begun: one with something to claim, or to accept.
  private func begun(for action: String = "accept", _ body: (TestSite) async throws -> Void) async throws {
    let name = action == "claim" ? "predictive-maintenance" : "counter-drone-turret"
    try await TestSite.with(["t.yaml": try Self.example(name)]) { site in
      let answer = try await post("start", [:], to: site)
      #expect(answer.status == 303)
      try await body(site)
    }
  }

  // MARK: Beginning

  @Test("a record is begun for the file as it is, and never over another")
  func begin() async throws {
    try await TestSite.with(["t.yaml": try Self.turret()]) { site in
      let page = try await site.send(.get, "/review?file=t.yaml")
      #expect(page.status == 200 && page.body.contains("There is no record yet"))
      let shown = try await versions(site)
      #expect(shown.map(\.value).last == "none")
      #expect(try await post("start", [:], to: site, shown).status == 303)
      let text = try record(site)
      #expect(text.contains(try #require(shown.first).value))
      let again = try await post("start", [:], to: site, shown)
      #expect(again.status == 409 && again.body.contains("changed since this page was shown"))
      #expect(try record(site) == text)
    }
  }

  // MARK: Entries

  @Test(
    "an entry is written, has an effect and is listed with it",
    arguments: [
      ("accept", acceptance, "risk_acceptances[0]"), ("claim", claim, "not_applicable[0]"),
      ("dispute", dispute, "disputes[0]"),
    ])
  func entry(action: String, fields: [String: String], name: String) async throws {
    try await begun(for: action) { site in
      let form = try await site.send(
        .get, "/review/form?file=t.yaml&action=\(action)&about=\(encoded(fields["about"] ?? ""))")
      #expect(form.status == 200)
      for key in fields.keys where key != "about" { #expect(form.body.contains("name=\"\(key)\""), "\(key)") }
      let answer = try await post(action, fields, to: site)
      #expect(answer.status == 303, "\(answer.body)")
      #expect(answer.headers[.location] == "/review?file=t.yaml#done")
      let text = try record(site)
      for (key, value) in fields where key != "about" { #expect(text.contains("\(key): \(value)"), "\(text)") }
      let page = try await site.send(.get, "/review?file=t.yaml").body
      let start = try #require(page.firstRange(of: "id=\"entry-\(name)\"")).upperBound
      #expect(page[start...].prefix(900).contains("in effect"))
    }
  }

  @Test(
    "what is wrong is said beside its field, what was typed is kept, and nothing is written",
    arguments: [
      ("accept", acceptance, "accepted_by", "GPT-5", "must name a person or a post"),
      ("accept", acceptance, "rank", "programme-head", "is below"),
      ("accept", acceptance, "rank", "", "is missing"),
      ("accept", acceptance, "expires_on", "2027-06-01", "runs for more than 366 days"),
      ("accept", acceptance, "accepted_on", "tomorrow", "is no date"),
      ("accept", acceptance, "reason", "tbd", "o reason is given"),
      ("claim", claim, "approved_by", "Depot Project Officer", "obody approves their own claim"),
      ("claim", claim, "justification", "Not needed", "fewer than"),
      ("dispute", dispute, "raised_on", "2026-03-02", "lies in the future"),
    ])
  func fault(
    action: String, fields: [String: String], key: String, typed: String, says: String
  ) async throws {
    try await begun(for: action) { site in
      let before = try record(site)
      var wrong = fields
      wrong[key] = typed
      let answer = try await post(action, wrong, to: site)
      #expect(answer.status == 422)
      let start = try #require(answer.body.firstRange(of: "id=\"field-\(key)-fault\"")).upperBound
      #expect(answer.body[start...].prefix(300).contains(says))
      #expect(answer.body.contains("href=\"#field-\(key)\""))
      for (other, value) in wrong where other != "about" && !value.isEmpty {
        let kept = value == "programme-head" ? nil : value
        if let kept { #expect(answer.body.contains(kept), "\(other)") }
      }
      #expect(try record(site) == before)
    }
  }

  @Test(
    "where there is nothing to enter, it is said why",
    arguments: [
      ("accept", acceptance, "hc-abort-beats-effect", 422, "nobody may accept a failure of this rule"),
      ("accept", acceptance, "gv-scope-declared", 422, "nobody may accept"),
      ("claim", claim, "gv-scope-declared", 422, "only the answers about the scope"),
      ("accept", acceptance, "no-such-rule", 400, "is no rule"),
      ("dispute", dispute, "control.abort_latency", 400, "did you mean"),
      ("withdraw", [:], "disputes[7]", 400, "is no entry"),
    ])
  func nothing(action: String, fields: [String: String], about: String, status: Int, says: String) async throws {
    try await begun { site in
      let before = try record(site)
      var form = fields
      form["about"] = about
      let shown = try await hidden(site, ["about": "control.abort_latency_s"])
      let answer = try await post(action, form, to: site, shown)
      #expect(answer.status == status)
      #expect(answer.body.contains(says))
      #expect(try record(site) == before)
    }
  }

  @Test("the gate before and after is said, with the rules that changed")
  func gate() async throws {
    try await begun { site in
      let cookie = try await site.visit()
      let answer = try await site.submit(
        "/review/accept",
        [("file", "t.yaml")] + (try await hidden(site, Self.acceptance))
          + Self.acceptance.map { ($0.key, $0.value) }, as: cookie)
      #expect(answer.status == 303)
      let page = try await site.send(.get, "/review?file=t.yaml", [.cookie: cookie]).body
      #expect(page.contains("The gate is still") && page.contains("fail → accepted"))
      let again = try await site.send(.get, "/review?file=t.yaml", [.cookie: cookie]).body
      #expect(!again.contains("fail → accepted"))
      let other = try await site.send(.get, "/review?file=t.yaml").body
      #expect(!other.contains("fail → accepted"))
      for body in [page, other] { #expect(body.contains("Nothing is signed")) }
    }
  }

  // MARK: Changes

  @Test("an entry that was typed while somebody else changed the record is not lost, and not written")
  func recordChanged() async throws {
    try await begun { site in
      let shown = try await hidden(site, Self.acceptance)
      #expect(try await post("dispute", Self.dispute, to: site).status == 303)
      let theirs = try record(site)
      let answer = try await post("accept", Self.acceptance, to: site, shown)
      #expect(answer.status == 409)
      #expect(answer.body.contains(try #require(shown.last).value), "the version that was shown")
      #expect(answer.body.contains("A new clause is due in June") && answer.body.contains("2026-08-31"))
      #expect(try record(site) == theirs)
      let second = try await post("accept", Self.acceptance, to: site)
      #expect(second.status == 303)
      let both = try record(site)
      #expect(both.contains("The trial was run without load") && both.contains("A new clause is due in June"))
    }
  }

  @Test(
    "an entry whose place somebody else may have changed has to be chosen anew", arguments: ["withdraw", "confirm"])
  func placeChanged(action: String) async throws {
    try await begun { site in
      #expect(try await post("dispute", Self.dispute, to: site).status == 303)
      let shown = try await hidden(site, ["about": "disputes[0]"])
      #expect(try await post("accept", Self.acceptance, to: site).status == 303)
      let theirs = try record(site)
      let answer = try await post(action, ["about": "disputes[0]", "by": "Vice Chief of Defence"], to: site, shown)
      #expect(answer.status == 409)
      #expect(!answer.body.contains("name=\"about\""))
      #expect(try record(site) == theirs)
    }
  }

  @Test("when the project changes nothing counts until the record is bound anew and each entry is confirmed")
  func projectChanged() async throws {
    try await begun { site in
      #expect(try await post("accept", Self.acceptance, to: site).status == 303)
      let stale = try await hidden(site, ["about": "risk_acceptances[0]"])
      let project = site.folder.appending(path: "t.yaml")
      try Data((try Self.turret() + "\n# looked at again\n").utf8).write(to: project)

      let late = try await post("accept", Self.acceptance, to: site, stale)
      #expect(late.status == 409 && late.body.contains("A new clause is due in June"))

      let page = try await site.send(.get, "/review?file=t.yaml").body
      #expect(page.contains("The project has changed since it was reviewed"))
      #expect(page.contains("no effect") && !page.contains("action=confirm") && !page.contains("action=accept"))
      #expect(try await post("renew", [:], to: site).status == 303)

      let renewed = try await site.send(.get, "/review?file=t.yaml").body
      #expect(!renewed.contains("The project has changed since it was reviewed"))
      #expect(renewed.contains("no effect") && renewed.contains("action=confirm"))

      let lowly = try await post("confirm", ["about": "risk_acceptances[0]", "by": "Maj. B. Lim"], to: site)
      #expect(lowly.status == 422 && lowly.body.contains("field-rank-fault") && lowly.body.contains("Maj. B. Lim"))
      let answer = try await post(
        "confirm", ["about": "risk_acceptances[0]", "by": "Chief of Air Staff", "rank": "service-chief"], to: site)
      #expect(answer.status == 303)
      let text = try record(site)
      #expect(text.contains("confirmed_by: Chief of Air Staff") && text.contains("confirmed_rank: service-chief"))
      #expect(try await site.send(.get, "/review?file=t.yaml").body.contains("in effect"))
    }
  }

  @Test("a withdrawn entry is shown once more and is out")
  func withdraw() async throws {
    try await begun { site in
      let empty = try record(site)
      #expect(try await post("dispute", Self.dispute, to: site).status == 303)
      let cookie = try await site.visit()
      let shown = try await hidden(site, ["about": "disputes[0]"])
      let answer = try await site.submit(
        "/review/withdraw", [("file", "t.yaml"), ("about", "disputes[0]")] + shown, as: cookie)
      #expect(answer.status == 303)
      #expect(try record(site).filter { !$0.isWhitespace } == empty.filter { !$0.isWhitespace })
      let page = try await site.send(.get, "/review?file=t.yaml", [.cookie: cookie]).body
      #expect(page.contains("The trial was run without load"))
    }
  }

  // MARK: Files that are not as they should be

  @Test("where the record can't be written what was typed stays in the form, and why is said")
  func unwritable() async throws {
    // The record's name leaves no room for the one that a file has while it is written.
    let stem = String(repeating: "t", count: 240)
    try await begun { site in
      try await TestSite.with(["\(stem).yaml": try Self.turret(), "\(stem).review.yaml": try record(site)]) { other in
        let shown = try await hidden(site, Self.acceptance)
        let answer = try await other.submit(
          "/review/accept", [("file", "\(stem).yaml")] + shown + Self.acceptance.map { ($0.key, $0.value) })
        #expect(answer.status == 500)
        #expect(answer.body.contains("Nothing was written") && answer.body.contains("Can't write"))
        #expect(!answer.body.contains(other.folder.path()))
        #expect(answer.body.contains("A new clause is due in June</textarea>"))
        #expect(answer.body.contains("name=\"expires_on\"") && answer.body.contains("value=\"2026-08-31\""))
      }
    }
  }

  @Test("what was typed is shown, whatever became of the project")
  func brokenMeanwhile() async throws {
    try await begun { site in
      let shown = try await hidden(site, Self.acceptance)
      try site.write("project: [\n", to: "t.yaml")
      let answer = try await post("accept", Self.acceptance, to: site, shown)
      #expect(answer.status == 422)
      #expect(answer.body.contains("What you typed") && answer.body.contains("A new clause is due in June"))
      #expect(!answer.body.contains(try #require(shown.first).value))
    }
  }

  @Test("a reason that is too long for a record is refused in words, and kept")
  func tooLong() async throws {
    try await begun { site in
      var form = Self.dispute
      form["reason"] = String(repeating: "circumstantialities ", count: 28_000) + "and more"
      #expect(try await post("dispute", form, to: site).status == 303)
      let before = try record(site)
      let answer = try await post("dispute", form, to: site)
      #expect(answer.status == 422)
      #expect(answer.body.contains("shorten the text"))
      #expect(answer.body.contains(form["reason"] ?? ""))
      #expect(try record(site) == before)
    }
  }

  @Test("a record with errors is shown with their places, and nothing is written to it")
  func broken() async throws {
    try await TestSite.with(["t.yaml": try Self.turret(), "t.review.yaml": "answerable: review/1\ndisputs: []\n"]) {
      site in
      let page = try await site.send(.get, "/review?file=t.yaml")
      #expect(page.status == 200)
      #expect(page.body.contains("The record has errors") && page.body.contains("t.review.yaml:2:1"))
      #expect(!page.body.contains(site.folder.path()))
    }
  }

  @Test("a project that can't be read is said to be one, with the place", arguments: ["[1, 2\n", "- a\n"])
  func unreadable(text: String) async throws {
    try await TestSite.with(["t.yaml": text]) { site in
      let page = try await site.send(.get, "/review?file=t.yaml")
      #expect(page.status == 422)
      #expect(page.body.contains("can&#39;t be read as a project") || page.body.contains("can't be read as a project"))
      #expect(page.body.contains("t.yaml:1:"))
    }
  }

  @Test("requests that are none of our pages change nothing")
  func foreign() async throws {
    try await TestSite.with(["t.yaml": try Self.turret()]) { site in
      let answer = try await site.send(
        .post, "/review/start", [.contentType: "application/x-www-form-urlencoded"],
        body: "file=t.yaml&project=0&record=none&token=x")
      #expect(answer.status == 403)
      #expect(!FileManager.default.fileExists(atPath: site.folder.appending(path: "t.review.yaml").path()))
      #expect(try await site.send(.get, "/review?file=..%2Ft.yaml").status == 404)
      #expect(try await site.send(.get, "/review").status == 400)
      #expect(try await site.send(.get, "/review/form?file=t.yaml&action=delete&about=x").status == 400)
    }
  }
}
