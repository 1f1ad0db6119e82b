import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import Foundation
import PolicyModel
import Reports
import TestSupport
import Testing

@Suite("Formats for other programs, read by them")
struct MachineFormatTests {
  private static func write(
    _ assessments: [Assessment], _ format: ReadFormat, change: (inout ReportFormat.Options) -> Void = { _ in }
  ) throws -> [UInt8] {
    var options = ReportFormat.Options()
    options.version = "1.2.3"
    options.isOneOfSeveral = assessments.count > 1
    change(&options)
    return try #require(ReportFormat.named(format.name)).write(assessments, options: options)
  }

  // MARK: Agreement

  /// Every rule is there, once, with the word for its outcome, and where the format has places at its place.
  private func expectAgreement(
    _ entries: [ReadEntry], _ format: ReadFormat, _ assessment: Assessment, saysNames: Bool = true
  ) {
    let rules = Set(assessment.policies.rules.map(\.id))
    let found = Dictionary(grouping: entries.filter { rules.contains($0.rule) }, by: \.rule)
    let wanted = assessment.results.filter { format.isComplete || ReadFormat.needsAttention($0, in: assessment) }
    #expect(Set(found.keys) == Set(wanted.map(\.rule.id)))
    for result in wanted {
      guard let entry = found[result.rule.id]?.first else { continue }
      #expect(found[result.rule.id]?.count == 1)
      #expect(format.words(result).contains(entry.status), "\(entry) is \(result.outcome)")
      guard saysNames else { continue }
      if let acceptance = result.acceptance {
        #expect(entry.text.contains(acceptance.acceptedBy ?? "?") && entry.text.contains("until"), "\(entry)")
      }
      if let claim = result.claim {
        #expect(entry.text.contains(claim.approvedBy ?? "?") && entry.text.contains("until"), "\(entry)")
      }
      guard result.outcome == .fail || result.outcome == .unknown else { continue }
      for cause in result.causes.prefix(1) { #expect(entry.text.contains(cause.required), "\(entry)") }
      for question in result.unanswered { #expect(entry.text.contains(question), "\(entry)") }
      let place = result.causes.first?.location ?? result.unanswered.first.flatMap { assessment.location(of: $0) }
      if let line = entry.line, let place {
        #expect(entry.file == place.file.name)
        #expect(line == place.file.position(of: Int(place.range.start)).line, "\(entry)")
      }
    }
  }

  @Test(
    "every rule of every example has the outcome that was assessed", arguments: ReportsTests.exampleNames,
    ReadFormat.all)
  func agreement(name: String, format: ReadFormat) throws {
    let assessment = try ReportsTests.assess(name)
    guard let entries = try format.read(Self.write([assessment], format)) else { return }
    #expect(entries.count == format.count(assessment))
    expectAgreement(entries, format, assessment)
  }

  @Test("where all is asked for SARIF has every rule, and fails none that does not fail")
  func verboseSARIF() throws {
    let format = try #require(ReadFormat.all.first { $0.name == "sarif" })
    for name in ReportsTests.exampleNames {
      let assessment = try ReportsTests.assess(name)
      guard let entries = try format.read(Self.write([assessment], format) { $0.isVerbose = true }) else { return }
      let kinds = Dictionary(entries.map { ($0.rule, $0.kind) }) { first, _ in first }
      for result in assessment.results {
        let kind =
          switch result.outcome {
          case .fail, .accepted: "fail"
          case .unknown: "open"
          case .notApplicable, .notYetDue: "notApplicable"
          case .pass: assessment.gate.because.contains(result.rule.id) ? "review" : "pass"
          }
        #expect(kinds[result.rule.id] == kind)
      }
    }
  }

  // MARK: Never green

  /// What must not look as if it could go on.
  private static let shut: [(name: String, assessments: @Sendable () throws -> [Assessment])] = [
    ("no project at all", { [try World.assess("just a text\n")] }),
    ("broken YAML", { [try World.assess("[1, 2\n")] }),
    ("errors", { [try World.assess(ReportsTests.wrong)] }),
    ("nothing answered", { [try World.assess("answerable: project/1\n")] }),
    ("an error in what would proceed", { [try proceeding(with: "\nunheard_of: 1\n")] }),
    ("one of two is stopped", { [try proceeding(), try ReportsTests.assess("uncrewed-patrol-craft")] }),
    ("one of two can't be read", { [try proceeding(), try World.assess("x\n")] }),
    ("conditional, by a claim and an acceptance", { [try ReportsTests.assess("air-picture-support")] }),
    ("conditional, by failures", { [try ReportsTests.assess("predictive-maintenance")] }),
    ("hold", { [try ReportsTests.assess("maritime-awareness-hadr")] }),
    ("stop", { [try ReportsTests.assess("counter-drone-turret")] }),
  ]

  @Sendable private static func proceeding(with more: String = "") throws -> Assessment {
    try World.assess(Folder.bytes("Examples/mine-disposal.yaml") + Array(more.utf8))
  }

  @Test("what may not go on never looks as if it could", arguments: ReadFormat.all, shut.map(\.name))
  func neverGreen(format: ReadFormat, name: String) throws {
    let assessments = try #require(Self.shut.first { $0.name == name }).assessments()
    var known: Set<[UInt8]> = []
    for (isVerbose, isQuiet) in [(false, false), (true, false), (false, true)] {
      let bytes = try Self.write(assessments, format) {
        $0.isVerbose = isVerbose
        $0.isQuiet = isQuiet
      }
      guard known.insert(bytes).inserted else { continue }
      guard let entries = try format.read(bytes) else { return }
      #expect(entries.contains { format.stops($0) })
    }
  }

  @Test(
    "what may go on looks so, alone; where something could not be read the whole does not", arguments: ReadFormat.all)
  func green(format: ReadFormat) throws {
    let assessment = try ReportsTests.assess("mine-disposal")
    #expect(assessment.gate.decision == .proceed)
    guard let entries = try format.read(Self.write([assessment], format)) else { return }
    #expect(!entries.contains { format.stops($0) })
    let incomplete = try format.read(
      Self.write([assessment], format) {
        $0.isIncomplete = true
        $0.isOneOfSeveral = true
      })
    #expect(incomplete?.contains { format.stops($0) } == true)
  }

  @Test(
    "the gate's decision is said with its stage, and what is wrong with the input is there", arguments: ReadFormat.all)
  func gate(format: ReadFormat) throws {
    let wrong = try World.assess(ReportsTests.wrong)
    guard let entries = try format.read(Self.write([wrong], format)) else { return }
    let texts = entries.map { $0.id + $0.text }
    #expect(texts.contains { $0.contains("hold (stage unanswered, assessed as at concept)") })
    for error in wrong.diagnostics where error.severity == .error {
      #expect(texts.contains { $0.contains(error.code) || $0.contains(error.message) }, "\(error.code)")
    }
    let conditional = try ReportsTests.assess("air-picture-support")
    let all = try #require(try format.read(Self.write([conditional], format))).map { $0.id + $0.text }
    #expect(all.contains { $0.contains("conditional (test gate)") })
    for id in conditional.gate.because { #expect(all.contains { $0.contains(id) }, "\(id)") }
  }

  @Test("a marking given beside the projects stands in every format, in place of theirs", arguments: ReadFormat.all)
  func marking(format: ReadFormat) throws {
    let own = try Self.proceeding(with: "\nmarking: THEIR OWN\n")
    for (given, shown) in [(nil, "THEIR OWN"), ("GIVEN, BESIDE", "GIVEN, BESIDE")] as [(String?, String)] {
      let bytes = try Self.write([own], format) {
        $0.marking = given
        $0.isVerbose = true
      }
      let isThere = String(decoding: bytes, as: UTF8.self).contains(shown)
      // A Code Quality report of a project that may go on has no entry to put it on.
      #expect(isThere || format.name == "gitlab", "\(format)")
      let stopped = try World.assess(ReportsTests.wrong + "\nmarking: THEIR OWN\n")
      let other = try Self.write([stopped], format) { $0.marking = given }
      #expect(String(decoding: other, as: UTF8.self).contains(shown))
    }
  }

  // MARK: Hostile texts

  private static let hostileTexts = [
    "a\nb\r\n::error::owned", "::stop-commands::x", "a,b;=1+1", "=HYPERLINK(\"http://x\")", "+1", "@x", "-1;=2",
    "\u{FF1D}1", "]]></failure><x>&amp;", "# SKIP all", "\n    ok 1 - owned\n", "\n  ...\nok 1 - owned\nBail out!",
    "\u{1B}[31m\u{7}", "\u{202E}txet\u{2066}", "\u{200B}\u{FEFF}\u{85}\u{2028}", "[x](http://evil)", "{0} %25 %0A",
    "\"; DROP", "\\", "é日本\u{1F600}",
  ]

  /// An example with a claim, an acceptance and a dispute, in which users' texts end in the hostile one.
  private static func assess(hostile text: String) throws -> Assessment {
    func replaced(_ bytes: [UInt8], _ pairs: [(String, String)]) throws -> [UInt8] {
      var out = String(decoding: bytes, as: UTF8.self)
      for (old, new) in pairs {
        #expect(out.contains(old))
        out = out.replacing(old, with: new)
      }
      return Array(out.utf8)
    }
    /// As YAML writes what it could not hold otherwise.
    func quoted(_ text: String) -> String {
      let digits = text.unicodeScalars.map { String($0.value, radix: 16) }
      return "\"" + digits.map { "\\U" + String(repeating: "0", count: 8 - $0.count) + $0 }.joined() + "\""
    }
    let bytes = try Folder.bytes("Examples/air-picture-support.yaml")
    let item = "  - {supports: [hc-human-role-defined], title: \(quoted(text)), file: gone.pdf}\n"
    let project = try replaced(
      bytes,
      [
        ("name: Menara air picture support", "name: \(quoted(text + " Menara"))"),
        ("\nevidence:\n", "\nevidence:\n\(item)"),
      ])
    let review = try replaced(
      Folder.bytes("Examples/air-picture-support.review.yaml"),
      [
        (World.sha256(bytes), World.sha256(project)),
        ("accepted_by: Chief of Air Staff", "accepted_by: \(quoted(text + " Chief of Air Staff"))"),
        ("raised_by: Wing Commander R. Santoso", "raised_by: \(quoted(text + " Santoso"))"),
      ])
    return try World.assess(
      project, named: "projects/\(text).yaml", review: review, files: ["gone.pdf": .missing])
  }

  @Test("no text of a user breaks out of a format", arguments: ReadFormat.all)
  func hostile(format: ReadFormat) throws {
    let assessments = try Self.hostileTexts.map { try Self.assess(hostile: $0) }
    // Workflow commands are not in the order of the projects.
    let runs = format.name == "github" ? assessments.indices.map { $0..<$0 + 1 } : [assessments.indices]
    for run in runs {
      let marking = Self.hostileTexts[run].joined(separator: " ")
      let bytes = try Self.write(Array(assessments[run]), format) { $0.marking = marking }
      let visible = String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
        let isLine = scalar == "\n" || scalar == "\r" && format.name == "csv"
        return isLine || ![.control, .format, .lineSeparator].contains(scalar.properties.generalCategory)
      }
      #expect(visible, "\(marking.debugDescription)")
      guard var entries = try format.read(bytes) else { return }
      let fingerprints = entries.compactMap(\.fingerprint)
      #expect(Set(fingerprints).count == fingerprints.count)
      if format.name == "tap" { entries.removeAll { $0.suite == "" } }
      #expect(entries.count == assessments[run].reduce(0) { $0 + format.count($1) })
      for assessment in assessments[run] {
        let own = Array(entries.prefix(format.count(assessment)))
        entries.removeFirst(own.count)
        expectAgreement(own, format, assessment, saysNames: false)
      }
    }
  }

  @Test("no cell of a table is a formula, wherever it is cut")
  func formulas() throws {
    let format = try #require(ReadFormat.all.first { $0.name == "csv" })
    let assessments = try Self.hostileTexts.map { try Self.assess(hostile: $0) }
    let bytes = try Self.write(assessments, format) { $0.marking = "=1" }
    guard let entries = try format.read(bytes) else { return }
    let cells = entries.flatMap { $0.text.split(separator: "\n") }
    #expect(cells.contains { $0.hasPrefix("'=") })
    #expect(!cells.contains { ["=", "+", "-", "@", "\u{FF1D}"].contains($0.first ?? " ") || $0.contains(";=") })
  }

  @Test(
    "fingerprints stay the same where lines move",
    arguments: ReadFormat.all.filter { ["sarif", "gitlab"].contains($0.name) })
  func fingerprints(format: ReadFormat) throws {
    let text = ReportsTests.wrong + "\nmarking: ours\n"
    let read = try [text, "# a line\n\n" + text].map { try format.read(Self.write([try World.assess($0)], format)) }
    guard let first = read[0], let second = read[1] else { return }
    #expect(first.count > 50)
    #expect(first.map(\.fingerprint) == second.map(\.fingerprint))
    #expect(first.allSatisfy { $0.fingerprint?.isEmpty == false })
    #expect(zip(first, second).allSatisfy { $0.line != $1.line })
  }
}
