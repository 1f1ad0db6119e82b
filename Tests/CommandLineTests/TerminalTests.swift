import Foundation
import TestSupport
import Testing

/// What somebody sees and types at a terminal.
struct Session: Sendable, CustomTestStringConvertible {
  struct Step: Sendable, Encodable {
    let see: String
    var type: String?
    var run: String?
    var end: Bool?
    var interrupt: Bool?
    var kill: Bool?
  }

  let testDescription: String
  let command: String
  let steps: [Step]
  let status: Int32
  let shows: [String]
  /// What the record holds afterwards; nothing new where this is nil.
  var holds: String?

  private static let accept = "accept t.yaml ac-supplier-terms"
  private static let reason = Step(see: "Why can the failure be borne", type: "A new clause is due in June")
  private static let person = Step(see: "Who accepts it?", type: "Vice Chief of Defence")

  static let all = [
    Session(
      testDescription: "everything is asked for, and each answer is checked", command: accept,
      steps: [
        Step(see: "Why can the failure be borne", type: "tbd"),
        Step(see: "no reason is given", type: "A new clause is due in June"),
        Step(see: "Who accepts it?", type: "GPT-5"),
        Step(see: "`GPT-5` is neither", type: "Lt Col A. Rahman"),
        Step(see: "is also `governance.developer_lead`", type: "Vice Chief of Defence"),
        Step(see: "What are they?", type: "2"),
        Step(see: "What is their rank?", type: "programme-head"),
        Step(see: "is below `senior-official`", type: "1"),
        Step(see: "[2026-03-01]", type: ""),
        Step(see: "When does it end?", type: "2028-01-01"),
        Step(see: "it runs for more than 366 days", type: "2026-08-31"),
      ], status: 0,
      shows: [
        "ac-supplier-terms  Supplier terms keep accountability", "requires", "ac-supplier-terms: fail → accepted",
        "nothing is signed by this",
      ], holds: "rank: senior-official"),
    Session(
      testDescription: "what is given is not asked for",
      command: accept + " --rank minister --holder-type named_person",
      steps: [
        reason, person, Step(see: "[2026-03-01]", type: ""), Step(see: "When does it end?", type: "2026-08-31"),
      ], status: 0, shows: ["added risk_acceptances[0]"], holds: "rank: minister"),
    Session(
      testDescription: "a rule that nobody may accept is refused before anything is typed",
      command: "accept t.yaml hc-abort-beats-effect", steps: [], status: 65,
      shows: ["nobody may accept a failure of this rule"]),
    Session(
      testDescription: "an interruption writes nothing", command: accept,
      steps: [reason, Step(see: "Who accepts it?", interrupt: true)], status: 130, shows: []),
    Session(
      testDescription: "an end of the input writes nothing", command: accept,
      steps: [reason, Step(see: "Who accepts it?", end: true)], status: 64,
      shows: ["the input ended before everything was answered: nothing was written"]),
    Session(
      testDescription: "a record that somebody else changed meanwhile is theirs",
      command: accept + " --rank minister --holder-type named_person --accepted-on 2026-02-24 --expires-on 2026-08-31",
      steps: [reason, Step(see: "Who accepts it?", type: "Gen. C. Ong", run: "echo '# theirs' >> t.review.yaml")],
      status: 74, shows: ["somebody else changed `t.review.yaml` meanwhile"], holds: "# theirs"),
  ]
}

@Suite("At a terminal")
struct TerminalTests {
  /// Types at a terminal, which a shell alone can't.
  static let python = "/usr/bin/python3"

  static let isWanted =
    FileManager.default.isExecutableFile(atPath: python)
    || ProcessInfo.processInfo.environment["ANSWERABLE_REQUIRE_TOOLS"] == "1"

  @Test(
    "review asks for what is missing", .enabled(if: isWanted, "needs Python 3 (Debian: python3)"),
    arguments: Session.all)
  func session(_ session: Session) throws {
    let scratch = try Scratch()
    let project = Folder.package.appending(path: "Examples/counter-drone-turret.yaml")
    try FileManager.default.copyItem(at: project, to: scratch.folder.appending(path: "t.yaml"))
    #expect(try Program.run(["review", "start", "t.yaml"], in: scratch.folder).status == 0)
    let record = scratch.folder.appending(path: "t.review.yaml")
    let before = try Data(contentsOf: record)
    try JSONEncoder().encode(session.steps).write(to: scratch.folder.appending(path: "steps.json"))
    let script = Folder.package.appending(path: "Tests/CommandLineTests/Cases/terminal.py").path()
    let result = try Program.run(
      shell: "\(Self.python) -B \(script) steps.json answerable review \(session.command) --date 2026-03-01",
      in: scratch.folder)
    #expect(result.status == session.status, "\(result.output)\(result.errors)")
    for text in session.shows { #expect(result.output.contains(text), "\(result.output)") }
    let after = try Data(contentsOf: record)
    if let holds = session.holds {
      #expect(String(decoding: after, as: UTF8.self).contains(holds))
    } else {
      #expect(after == before)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path()).sorted()
    #expect(left == ["steps.json", "t.review.yaml", "t.yaml"])
  }
}
