import AssessmentEngine
import AssessmentTestSupport
import Diagnostics
import Foundation
import PolicyModel
import TestSupport
import Testing

@testable import Questionnaire

@Suite("Interviews")
struct InterviewTests {
  static let text = """
    answerable: project/1   # the header
    project: {name: Selat Lookout, lifecycle_stage: design, kind: isr}
    use:
      # Asked in May.
      intended_users: [operator]   # more to come
    accountability:
      assignments:
        - {stage: concept, role: sponsor, holder: Director Capability}  # first

    """

  // MARK: Answers

  struct Typing: Sendable, CustomTestStringConvertible {
    let question: String
    let lines: [String]
    /// The answer afterwards; what it was where this is nil.
    var answer: AnswerInput?
    /// What is shown after the last line.
    var shows = ""

    var testDescription: String { "\(question): \(lines.joined(separator: " / "))" }
  }

  private static let sponsor = ["holder": "Director Capability", "role": "sponsor", "stage": "concept"]

  static let typings = [
    Typing(question: "scope.isr", lines: ["1"], answer: .text("true"), shows: "saved; gate: "),
    Typing(question: "scope.isr", lines: ["false"], answer: .text("false")),
    Typing(question: "scope.isr", lines: ["yes"], shows: "write `true` (Enter takes `true`)"),
    Typing(question: "scope.isr", lines: ["yes", ""], answer: .text("true")),
    Typing(question: "scope.isr", lines: ["maybe"], shows: "expected `true` or `false`"),
    Typing(question: "scope.isr", lines: [""], shows: "type an answer, or `:skip`"),
    Typing(question: "scope.isr", lines: ["unknown"], answer: .unanswered, shows: "saved"),
    Typing(question: "scope.isr", lines: [":none"], shows: "only a list can hold nothing"),
    Typing(question: "project.kind", lines: ["wepon"], shows: "did you mean `weapon`?"),
    Typing(question: "project.kind", lines: ["wepon", ""], answer: .text("weapon")),
    Typing(question: "project.kind", lines: ["13"], shows: "`13` is not among the values offered"),
    Typing(question: "project.kind", lines: [""], shows: "It stays as it is."),
    Typing(question: "control.abort_latency_s", lines: ["1.25"], answer: .text("1.25")),
    Typing(question: "control.abort_latency_s", lines: ["1,5"], shows: "`1,5`"),
    Typing(question: "control.abort_latency_s", lines: ["-3"], shows: "at least 0"),
    Typing(question: "governance.register_updated_on", lines: ["2026-02-30"], shows: "expected a date"),
    Typing(question: "governance.register_updated_on", lines: ["2027-01-01"], shows: "2026-03-01"),
    Typing(question: "governance.register_updated_on", lines: ["2026-01-10"], answer: .text("2026-01-10")),
    Typing(question: "project.name", lines: ["tbd"], shows: "leaves `project.name` unanswered"),
    Typing(question: "project.name", lines: ["idk"], shows: "`idk` is no answer: `:unknown` says that it is not known"),
    Typing(question: "project.name", lines: ["N/A"], shows: "`:skip` goes on"),
    Typing(question: "project.name", lines: ["::null"], answer: .text("null")),
    Typing(question: "project.name", lines: ["None"], answer: .text("None")),
    Typing(question: "project.name", lines: ["Selat\tWatch"], answer: .text("Selat Watch")),
    Typing(question: "control.abort_latency_s", lines: ["none"], shows: "`:unknown` says that it is not known"),
    Typing(question: "scope.isr", lines: ["null"], shows: "`null` is no answer"),
    Typing(question: "scope.target_classes", lines: ["None"], shows: "among the values offered"),
    Typing(question: "use.intended_users", lines: ["none"], shows: "`:none` says that there is none"),
    Typing(question: "accountability.assignments", lines: ["2", "2", "idk"], shows: "`unknown` leaves it open"),
    Typing(question: "accountability.assignments", lines: ["none"], shows: "`:none` says that there is none"),
    Typing(question: "project.name", lines: ["quit"], shows: "`quit` is a command as `:quit`"),
    Typing(question: "project.name", lines: ["::quit"], answer: .text("quit")),
    Typing(question: "project.name", lines: [":: :a # b"], answer: .text(":a # b")),
    Typing(question: "project.name", lines: ["a\u{1B}[D"], shows: "not seen"),
    Typing(question: "project.name", lines: ["a\u{FFFD}"], shows: "not seen"),
    Typing(question: "project.name", lines: ["  Selat: 'Watch' \"2\" #3 "], answer: .text("Selat: 'Watch' \"2\" #3")),
    Typing(
      question: "scope.target_classes", lines: ["1, 3 materiel 1"],
      answer: .items(["persons", "uncrewed_platforms", "materiel"])),
    Typing(question: "scope.target_classes", lines: ["1 8"], shows: "stands beside other items"),
    Typing(question: "scope.target_classes", lines: ["8"], answer: .items(["none"])),
    Typing(
      question: "use.intended_users", lines: ["maintainer", "commander", ""],
      answer: .items(["operator", "maintainer", "commander"])),
    Typing(question: "use.intended_users", lines: ["maintainer", ":back", ""], shows: "It stays as it is."),
    Typing(question: "use.intended_users", lines: [":drop 1", "commander", ""], answer: .items(["commander"])),
    Typing(question: "use.intended_users", lines: [":drop 2"], shows: "there is no item 2"),
    Typing(question: "use.intended_users", lines: [":drop 1", ""], shows: "`:none` says that there is none"),
    Typing(question: "use.intended_users", lines: [":none"], answer: .items([])),
    Typing(
      question: "accountability.assignments", lines: ["design", "Adviser", "Legal Adviser", "vendors"],
      shows: "`vendors` is not among the values offered"),
    Typing(
      question: "accountability.assignments",
      lines: ["2", "legal_reviewer", "Legal Adviser", "", "", "", "", ""],
      answer: .entries([sponsor, ["stage": "design", "role": "legal_reviewer", "holder": "Legal Adviser"]])),
    Typing(
      question: "accountability.assignments", lines: [":edit 1", "", "", "Director Plans", "", "", "", "", ""],
      answer: .entries([sponsor.merging(["holder": "Director Plans"]) { $1 }])),
    Typing(
      question: "accountability.assignments", lines: [":edit 1", "", "", ":unknown"],
      shows: "would take the whole list out"),
    Typing(question: "accountability.assignments", lines: [":none"], shows: "the list holds something"),
    Typing(question: "use.intended_users", lines: ["maintainer", ":skip"], shows: "the list is not saved yet"),
    Typing(
      question: "use.intended_users", lines: ["maintainer", ":quit", ""], answer: .items(["operator", "maintainer"])),
    Typing(question: "accountability.assignments", lines: [":edit 2"], shows: "there is no entry 2"),
    Typing(question: "accountability.assignments", lines: ["2", ":back", ""], shows: "It stays as it is."),
  ]

  @Test("what is typed becomes an answer, or is told why not", arguments: typings)
  func typed(typing: Typing) throws {
    var desk = try PaperDesk(Self.text)
    let before = try desk.answer(typing.question)
    try desk.type(":go \(typing.question)")
    #expect(desk.question?.id == typing.question)
    try desk.type(typing.lines)
    #expect(try desk.answer(typing.question) == typing.answer ?? before)
    #expect(typing.shows.isEmpty || desk.shown.contains(typing.shows), "\(desk.shown)")
    let index = try PaperDesk.index(typing.question)
    #expect(desk.written == (typing.answer == nil ? [] : [index]))
    #expect(desk.draft.project.diagnostics.isEmpty)
    #expect(desk.text.contains("   # the header\n") && desk.text.contains("\n  # Asked in May.\n"))
  }

  // MARK: Commands

  struct Command: Sendable, CustomTestStringConvertible {
    let lines: [String]
    let shows: String

    var testDescription: String { lines.joined(separator: " / ") }
  }

  @Test(
    "commands say what they do",
    arguments: [
      Command(lines: [":help"], shows: ":skip"), Command(lines: [":h"], shows: "::WORDS"),
      Command(lines: [":state"], shows: "stop (design gate)"), Command(lines: [":list"], shows: ":list project"),
      Command(lines: [":list project"], shows: "✓ project.name"),
      Command(lines: [":list ihll"], shows: "did you mean `ihl`?"),
      Command(lines: [":s"], shows: "`:skip`, `:state`"), Command(lines: [":wht"], shows: "there is no command `:wht`"),
      Command(lines: [":go"], shows: "`:go` needs the name"),
      Command(lines: [":go abort_latency_s"], shows: "control.abort_latency_s"),
      Command(lines: [":go abort_latancy_s"], shows: "did you mean `control.abort_latency_s`"),
      Command(lines: [":go nonsense"], shows: "`:list` shows those"), Command(lines: [":go cyber"], shows: "open"),
      Command(lines: [":quit now"], shows: "`:quit` stands alone"),
      Command(lines: [":drop x"], shows: "needs the number"),
      Command(lines: [":edit 1"], shows: "only entries"), Command(lines: ["?"], shows: "  good      "),
      Command(lines: ["?"], shows: "Whoever has no answer types `:unknown`"),
      Command(lines: [":why"], shows: "answerable explain "), Command(lines: [":idle"], shows: "every answer counts"),
      Command(lines: [":back"], shows: "this is the first question"),
      Command(lines: [":skip", ":back"], shows: "scope.applies_force"),
      Command(lines: [":quit"], shows: "answerable check project.yaml"),
    ])
  func commands(command: Command) throws {
    var desk = try PaperDesk(Self.text)
    #expect(desk.question?.id == "scope.applies_force")
    try desk.type(command.lines)
    #expect(desk.shown.contains(command.shows), "\(desk.shown)")
    #expect(desk.text == Self.text)
    #expect(desk.isEnded == (command.lines == [":quit"]))
  }

  @Test("the end of the input is the end, and nothing changes")
  func end() throws {
    var desk = try PaperDesk(Self.text)
    try desk.type(":go intended_users", "half a list", nil)
    #expect(desk.isEnded)
    #expect(desk.text == Self.text)
  }

  @Test("a question that is passed over, or not known, comes again only at the end")
  func skipped() throws {
    var desk = try PaperDesk(Self.text)
    var seen: [String] = []
    while let question = desk.question {
      #expect(!seen.contains(question.id), "\(question.id)")
      seen.append(question.id)
      try desk.type(seen.count == 2 ? ":unknown" : ":skip")
    }
    #expect(seen.count > 40)
    #expect(desk.shown.contains("that you passed over are still open"))
    try desk.type("")
    #expect(desk.question?.id == seen.first)
  }

  @Test("answers that came to count for nothing are offered to be taken out", arguments: ["yes", "no"])
  func idle(answer: String) throws {
    var desk = try PaperDesk(
      "answerable: project/1\nproject: {kind: logistics, lifecycle_stage: test}\nscope: {hadr: true}\n"
        + "control:\n  # kept\n  area_limit_km2: 3\n")
    #expect(!desk.shown.contains("count for nothing"))
    try desk.type(":go scope.applies_force", "false")
    for _ in 0..<20 where !desk.shown.contains("1 answer counts for nothing") {
      guard desk.question?.type == .boolean else {
        try desk.type(":skip")
        continue
      }
      try desk.type("false")
    }
    #expect(desk.shown.contains("1 answer counts for nothing"))
    let before = desk.text
    try desk.type(":idle")
    #expect(desk.shown.contains("control.area_limit_km2"))
    try desk.type("perhaps")
    #expect(desk.shown.contains("type yes"))
    try desk.type(answer)
    #expect(try desk.answer("control.area_limit_km2") == (answer == "yes" ? .unanswered : .text("3")))
    if answer == "no" { #expect(desk.text == before) }
  }

  // MARK: Others

  @Test(
    "where somebody else answered meanwhile, both are shown and one is kept",
    arguments: [("1", "theirs"), ("2", "mine")])
  func conflict(choice: String, kept: String) throws {
    var desk = try PaperDesk(Self.text)
    let name = try PaperDesk.index("project.name")
    try desk.type(":go project.name")
    desk.meanwhile = (name, .text("Lookout theirs"))
    try desk.type("Lookout mine")
    #expect(desk.shown.contains("1 theirs    Lookout theirs\n") && desk.shown.contains("2 yours     Lookout mine\n"))
    try desk.type("both")
    #expect(desk.shown.contains("type 1 to keep theirs"))
    try desk.type(choice)
    #expect(try desk.answer("project.name") == .text("Lookout \(kept)"))
    #expect(desk.question != nil && desk.question?.id != "project.name")
  }

  @Test("another answer of somebody else is taken in, and named")
  func others() throws {
    var desk = try PaperDesk(Self.text)
    try desk.type(":go project.name")
    desk.meanwhile = (try PaperDesk.index("scope.isr"), .text("true"))
    try desk.type("Selat Watch")
    #expect(desk.shown.contains("Changed in the file by somebody else meanwhile: `scope.isr`."))
    #expect(try desk.answer("scope.isr") == .text("true"))
    #expect(try desk.answer("project.name") == .text("Selat Watch"))
  }

  // MARK: From nothing to a decision

  /// What somebody would type for an answer.
  static func lines(_ input: AnswerInput, _ type: AnswerType) -> [String] {
    switch (input, type) {
    case (.unanswered, _): [":skip"]
    case (.text(let text), _): ["::\(text)"]
    case (.items(let items), .choiceList): items.isEmpty ? [":none"] : [items.joined(separator: " ")]
    case (.items(let items), _): items.isEmpty ? [":none"] : items.map { "::\($0)" } + [""]
    case (.entries(let entries), .recordList(let keys)):
      entries.isEmpty
        ? [":none"] : entries.flatMap { entry in keys.map { entry[$0.name].map { "::\($0)" } ?? "" } } + [""]
    case (.entries, _): []
    }
  }

  @Test("an example that may proceed does so when it is answered from nothing")
  func proceeds() throws {
    let bytes = try Folder.bytes("Examples/mine-disposal.yaml")
    let policies = try #require(World.policies)
    let example = try ProjectDraft(bytes, name: "mine.yaml", policies: policies, on: World.day("2026-03-01"))
    #expect(example.assessment.gate.decision == .proceed)
    let evidence = try #require(String(decoding: bytes, as: UTF8.self).components(separatedBy: "\nevidence:\n").last)
    var desk = try PaperDesk("answerable: project/1\nevidence:\n\(evidence)", .fromTheStart)
    while let question = desk.question {
      let index = try PaperDesk.index(question.id)
      try desk.type(Self.lines(example.answer(to: index), question.type))
      #expect(desk.draft.answer(to: index) == example.answer(to: index), "\(desk.shown)")
      guard desk.written.count < policies.schema.questions.count, desk.interview.question != index else { break }
    }
    #expect(desk.draft.assessment.gate.decision == .proceed)
    #expect(desk.shown.contains("No question is open at this stage."))
    #expect(Set(desk.written).count == desk.written.count)
    #expect(desk.text.hasPrefix("answerable: project/1\nevidence:\n\(evidence)"))
  }

  // MARK: Anything

  static let scraps = [
    "", "", "1", "2", "3 1", "true", "yes", "no", "unknown", "none", "1.5", "-1", "1e999", "2026-01-01", "2026-13-01",
    "tbd",
    "a: b", "# c", "- d", "[x, y]", "{a: 1}", "'", "\"", "&a", "*a", "!!str x", "|", "> ", "%YAML", "---", "...", "~",
    "null", "?",
    "::?", ":", "::", ":none", ":evidence a: b # c", ":evidence '[x' tbd", ":unknown", ":back", ":skip", ":drop 1",
    ":edit 1", ":idle", ":state", ":list",
    ":list ihl",
    ":go project.name", ":go use.intended_users", ":go accountability.assignments", ":go scope.target_classes",
    "operator",
    "concept", "named_person", "Gen. C. Ong", "\u{1B}[A", "\u{202E}x", "é ü 漢字", "a\tb", "<<: *a", "x".repeated(300),
  ]

  @Test("whatever is typed, the file reads well and nothing but the asked question changes", arguments: 1...6)
  func anything(seed: Int) throws {
    var random = Lehmer(state: UInt64(seed))
    var desk = try PaperDesk(Self.text)
    let schema = desk.draft.policies.schema
    for _ in 0..<120 where !desk.isEnded {
      let before = desk
      let line = Self.scraps[Int(random.next() % UInt64(Self.scraps.count))]
      try desk.type(line)
      let changed = schema.questions.indices.filter { before.draft.written($0) != desk.draft.written($0) }
      let written = Set(desk.written.dropFirst(before.written.count))
      #expect(Set(changed).isSubset(of: written), "\(line)")
      if let asked = before.interview.question { #expect(written.isSubset(of: [asked]), "\(line)") }
      #expect(desk.draft.project.diagnostics.filter { $0.severity == .error }.isEmpty, "\(line)")
      #expect(desk.text.hasPrefix("answerable: project/1   # the header\n"))
    }
    #expect(!desk.written.isEmpty)
  }
}

/// The same numbers on every run.
private struct Lehmer: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
