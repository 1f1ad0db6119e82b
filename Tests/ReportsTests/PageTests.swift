import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import Foundation
import PolicyModel
import Reports
import TestSupport
import Testing

/// The report as a page and as Markdown, over one project and over many.
@Suite("Pages")
struct PageTests {
  static func portfolio() throws -> [Assessment] {
    try ReportsTests.exampleNames.map { try ReportsTests.assess($0) } + [
      try World.assess("[1, 2\n"), try World.assess(ReportsTests.wrong),
    ]
  }

  static func write(_ format: String, _ assessments: [Assessment], marking: String? = nil) throws -> String {
    var options = ReportFormat.Options()
    options.version = "1.2.3"
    options.marking = marking
    return String(
      decoding: try #require(ReportFormat.named(format)).write(assessments, options: options), as: UTF8.self)
  }

  @Test(
    "the report is as it was approved",
    arguments: [
      ("air-picture-support", "html"), ("air-picture-support", "markdown"), ("air-picture-support", "oscal"),
      ("counter-drone-turret", "html"), ("counter-drone-turret", "markdown"),
    ])
  func report(name: String, format: String) throws {
    let text = try Self.write(format, [try ReportsTests.assess(name)], marking: "OFFICIAL: SENSITIVE")
    try expectSnapshot(Array(text.utf8), named: "\(name).\(format)", in: "ReportsTests")
  }

  @Test("the portfolio is as it was approved", arguments: ["html", "markdown"])
  func portfolio(format: String) throws {
    try expectSnapshot(
      Array(try Self.write(format, try Self.portfolio()).utf8), named: "portfolio.\(format)", in: "ReportsTests")
  }

  /// Everything in a project that an author can choose freely, as an attacker would choose it.
  static let hostile = """
    answerable: project/1
    marking: "TOP</style><script>alert(1)</script>\\" } @import url(//x)"
    project: {name: "</title><script>alert(1)</script>|**x**\\u202e", lifecycle_stage: test, kind: weapon}
    scope: {applies_force: true}
    use:
      intended_purpose: "<img src=x onerror=alert(1)> [a](javascript:x) | `b` https://example.org"
    governance: {assessor: "<b>Mr</b> | X\\u0007"}
    control: {abort_latency_s: 9, "<i>": 1}
    evidence:
      - {supports: [hc-abort-beats-effect], title: "<a href=//x>t</a>|", file: "../<x>.txt", made_on: 2026-01-01}
    """

  @Test("a strict parser of others finds nothing wrong with any page, and nothing that could run or load")
  func strictHTML() throws {
    var pages = [try Self.write("html", try Self.portfolio())]
    for name in ReportsTests.exampleNames { pages.append(try Self.write("html", [try ReportsTests.assess(name)])) }
    for text in ["[1, 2\n", ReportsTests.wrong, Self.hostile, "answerable: project/1\n"] {
      pages.append(try Self.write("html", [try World.assess(text)]))
    }
    pages.append(try Self.write("html", [try World.assess(Self.hostile), try World.assess(Self.hostile)]))
    for page in pages {
      #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("\u{202E}"))
      guard let problems = try OtherProgram.html5lib.output(reading: page) else { return }
      #expect(problems.isEmpty, "\(problems.prefix(500))")
    }
  }

  @Test(
    "in a browser axe-core finds nothing, and every printed page is marked", arguments: ["one", "many"])
  func inBrowser(which: String) throws {
    let browser = OtherProgram(
      python: "selenium and axe-playwright-python, with Debian's chromium, chromium-driver and poppler-utils",
      module: "selenium, axe_playwright_python", script: "Tests/ReportsTests/Cases/look_at_page.py",
      arguments: ["OFFICIAL: SENSITIVE"])
    let assessments = which == "one" ? [try ReportsTests.assess("counter-drone-turret")] : try Self.portfolio()
    let page = try Self.write("html", assessments, marking: "OFFICIAL: SENSITIVE")
    guard let problems = try browser.output(reading: page) else { return }
    #expect(problems.isEmpty, "\(problems.prefix(1_000))")
  }

  @Test("a marking ends neither its quotes nor the stylesheet that it stands in")
  func markingInStyles() throws {
    let page = try Self.write("html", [try World.assess(Self.hostile)])
    let style = try #require(page.components(separatedBy: "</style>").first)
    let line = try #require(style.components(separatedBy: "\n").first { $0.contains("@top-center { content") })
    #expect(!line.contains("<") && line.filter { $0 == "\"" }.count == 2 && !line.contains("url("))
    #expect(page.components(separatedBy: "</style>").count == 2)
  }

  @Test("GitHub's parser reads the Markdown with all its links and tables", arguments: ["one", "many"])
  func markdown(which: String) throws {
    let assessments = which == "one" ? [try World.assess(Self.hostile)] : try Self.portfolio()
    let text = try Self.write("markdown", assessments)
    guard let xml = try OtherProgram.commonMark.output(reading: text) else { return }
    #expect(xml.matches(of: /destination="[^#]/).isEmpty)
    #expect(!xml.contains("<html_block"))
    for part in xml.components(separatedBy: "<html_inline xml:space=\"preserve\">").dropFirst() {
      let tag = part.components(separatedBy: "<").first ?? ""
      #expect(
        ["&lt;a id=", "&lt;/a&gt;", "&lt;br&gt;", "&lt;code&gt;", "&lt;/code&gt;"].contains { tag.hasPrefix($0) })
    }
    let targets = Set(xml.matches(of: /destination="#([^"]*)"/).map { String($0.1) })
    let anchors = Set(xml.matches(of: /&lt;a id=&quot;([^&]*)&quot;&gt;/).map { String($0.1) })
    #expect(targets.subtracting(anchors).isEmpty)
    #expect(!targets.isEmpty)
  }

  @Test("who decided what, and until when, stands in the report", arguments: ["html", "markdown"])
  func decided(format: String) throws {
    let text = try Self.write(format, [try ReportsTests.assess("air-picture-support")])
    for words in [
      "Chief of Air Staff", "until 2026-08-31, 183 days left", "approved by Vice Chief of Air Staff (service-chief)",
      "until 2027-02-01, 337 days left", "Wing Commander R. Santoso", "on 2026-02-20", "Director Air Plans",
    ] { #expect(text.contains(words), "\(words)") }
    let digests = [
      try ReportsTests.assess("air-picture-support").projectDigest,
      World.sha256(try Folder.bytes("Examples/air-picture-support.review.yaml")),
      World.sha256(try Folder.bytes("Policies/human-control.yaml")),
    ]
    for digest in digests { #expect(text.contains(digest)) }
  }

  @Test("who looked at an entry again stands in the report", arguments: ["html", "markdown", "oscal", "json"])
  func confirmed(format: String) throws {
    let record = String(decoding: try Folder.bytes("Examples/air-picture-support.review.yaml"), as: UTF8.self)
      .replacing(
        "    rank: service-chief\n",
        with:
          "    rank: service-chief\n    confirmed_by: General Tan\n    confirmed_rank: minister\n    confirmed_on: 2026-02-25\n"
      )
    let name = "Examples/air-picture-support.yaml"
    let assessment = try World.assess(Folder.bytes(name), named: name, review: Array(record.utf8))
    #expect(assessment.reviewEntries.first { $0.list == .riskAcceptances }?.fault == nil)
    let text = try Self.write(format, [assessment])
    #expect(text.contains("General Tan") && text.contains("2026-02-25"))
  }

  @Test("an entry without effect is shown with its reason", arguments: ["html", "markdown"])
  func ineffective(format: String) throws {
    let text = try Self.write(format, [try ReportsTests.assess("counter-drone-turret")])
    #expect(text.contains("Entries without effect"))
    #expect(text.contains("nobody may accept a failure of this rule"))
  }

  @Test("every rule stands in the report, whatever became of it, and leads to its clauses")
  func complete() throws {
    let assessment = try ReportsTests.assess("maritime-awareness-hadr")
    let page = try Self.write("html", [assessment])
    for result in assessment.results {
      #expect(page.contains("id=\"rule-\(result.rule.id)\""), "\(result.rule.id)")
      for clause in result.rule.clauses { #expect(page.contains("id=\"clause-\(clause)\"")) }
    }
  }

  @Test("a portfolio begins with the worst, whatever the order of the projects")
  func worstFirst() throws {
    let projects = try Self.portfolio()
    let forward = try Self.write("markdown", projects)
    let rows = forward.components(separatedBy: "\n").filter { $0.hasPrefix("| [") }
    let decisions = rows.compactMap { row in
      ["not assessed", "stop (", "hold (", "conditional (", "proceed ("].firstIndex { row.contains("**\($0)") }
    }
    #expect(decisions == decisions.sorted() && decisions.count == projects.count)
    #expect(Set(decisions).count == 5)
    var turned = ReportFormat.Options()
    turned.version = "1.2.3"
    let backward = try #require(ReportFormat.named("markdown")).write(Array(projects.reversed()), options: turned)
    let names = { (text: String) in text.matches(of: /\| \[([^\]]*)\]/).map { String($0.1) }.prefix(5) }
    #expect(names(forward) == names(String(decoding: backward, as: UTF8.self)))
  }

  @Test("a portfolio bears the markings of all its projects, or the one that is given")
  func markings() throws {
    let projects = try ["SECRET", "OFFICIAL", "SECRET"].map {
      try World.assess("answerable: project/1\nmarking: \($0)\n")
    }
    #expect(try Self.write("markdown", projects).hasPrefix("**SECRET / OFFICIAL**\n"))
    let given = try Self.write("markdown", projects, marking: "TOP SECRET")
    #expect(given.hasPrefix("**TOP SECRET**\n") && given.hasSuffix("**TOP SECRET**\n"))
  }

  @Test("an incomplete portfolio is at best on hold")
  func incomplete() throws {
    var options = ReportFormat.Options()
    options.isIncomplete = true
    options.isOneOfSeveral = true
    let bytes = try #require(ReportFormat.named("markdown")).write(
      [try ReportsTests.assess("predictive-maintenance")], options: options)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("**hold**") && text.contains("the portfolio is incomplete"))
  }
}
