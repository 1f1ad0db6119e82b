import Foundation
import TestSupport
import Testing

@Suite("Interviews at a terminal")
struct InterviewTerminalTests {
  private static func run(
    _ steps: [Session.Step], _ words: String, in scratch: Scratch
  ) throws -> Program.Result {
    let file = scratch.folder.appending(path: "steps.json")
    try JSONEncoder().encode(steps).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = Folder.package.appending(path: "Tests/CommandLineTests/Cases/terminal.py").path()
    return try Program.run(
      shell: "\(TerminalTests.python) -B \(script) steps.json answerable \(words) --date 2026-03-01",
      in: scratch.folder,
      environment: ["COLUMNS": "100"])
  }

  private static func names(in scratch: Scratch) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path()).sorted()
  }

  @Test("an interview is broken off and taken up", .enabled(if: TerminalTests.isWanted, "needs Python 3"))
  func resumed() throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "t.yaml")
    func text() throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }

    let first = try Self.run(
      [
        .init(see: "There is no `t.yaml`. Begin it?", type: ""),
        .init(see: "project.name", type: "Selat Lookout: the 2nd"),
        .init(see: "project.lifecycle_stage", type: "desing"), .init(see: "Enter takes `design`", type: ""),
        .init(see: "project.kind", interrupt: true),
      ], "interview t.yaml", in: scratch)
    #expect(first.status == 130, "\(first.output)")
    let begun = """
      answerable: project/1
      project:
        name: 'Selat Lookout: the 2nd'
        lifecycle_stage: design

      """
    #expect(try text() == begun)

    // Whoever opens the file may add to it.
    let noted = begun.replacing("design\n", with: "design   # decided in May\n") + "# Ask the sponsor.\n"
    try Data(noted.utf8).write(to: file)
    let second = try Self.run(
      [
        .init(see: "scope.applies_force", type: "yes"), .init(see: "Enter takes `true`", type: "2"),
        .init(see: "saved; gate:", type: ":go use.intended_users"), .init(see: "item 1>", type: "operator"),
        .init(see: "item 2>", type: "maintainer"), .init(see: "item 3>", kill: true),
      ], "interview t.yaml", in: scratch)
    #expect(second.status == 137, "\(second.output)")
    let scoped = noted.replacing("# Ask", with: "scope:\n  applies_force: false\n# Ask")
    let added = noted + "scope:\n  applies_force: false\n"
    let before = try text()
    #expect([scoped, added].contains(before), "\(before)")

    let third = try Self.run(
      [
        .init(see: "open, hold (design gate)", type: ":go project.name"),
        .init(see: "now       Selat Lookout", type: "Selat Watch"),
        .init(
          see: "saved; gate: still hold", type: ":state",
          run: "printf 'use: {operating_environment: Coasts}\\n' >> t.yaml"),
        .init(see: "> ", type: ":go project.kind"), .init(see: "a number or a word", type: "isr"),
        .init(see: "meanwhile: `use.operating_environment`", type: ":quit"),
      ],
      "interview t.yaml", in: scratch)
    #expect(third.status == 0, "\(third.output)")
    #expect(third.output.contains("answerable check t.yaml"))
    #expect(
      try text()
        == before.replacing("'Selat Lookout: the 2nd'", with: "Selat Watch")
        .replacing(
          "  lifecycle_stage: design   # decided in May\n",
          with: "  lifecycle_stage: design   # decided in May\n  kind: isr\n")
        + "use: {operating_environment: Coasts}\n")
    #expect(try Self.names(in: scratch) == ["t.yaml"])
  }

  @Test(
    "a text of several lines answers nothing that was not asked", .enabled(if: TerminalTests.isWanted, "needs Python 3")
  )
  func pasted() throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "t.yaml")
    let begun = "answerable: project/1\nproject: {name: X, lifecycle_stage: concept}\n"
    try Data(begun.utf8).write(to: file)
    let result = try Self.run(
      [
        .init(see: "> ", type: ":go use.intended_purpose"),
        .init(see: "a text; `unknown`", type: "The system guards a base.\nNo\n\nfalse"),
        .init(see: "several lines came at once", type: ":quit"),
      ], "interview t.yaml", in: scratch)
    #expect(result.status == 0, "\(result.output)")
    #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == begun)
  }

  @Test(
    "what is typed while the file is broken or gone is not lost",
    .enabled(if: TerminalTests.isWanted, "needs Python 3"),
    arguments: [
      (": > t.yaml", "`t.yaml` is empty"),
      ("printf '%s' '- [' >> t.yaml", "it is not one YAML document without errors"),
      ("rm t.yaml", "there is no `t.yaml`"), ("rm t.yaml; mkdir t.yaml", "is a directory"),
    ])
  func obstructed(harm: String, message: String) throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "t.yaml")
    let begun = "answerable: project/1\nproject: {name: X, lifecycle_stage: concept}\n"
    try Data(begun.utf8).write(to: file)
    let steps: [Session.Step] = [
      .init(see: "> ", type: ":go project.name", run: "cp t.yaml kept.yaml"),
      .init(see: "now       X", type: "Selat Watch", run: harm), .init(see: "Enter tries again> ", type: ""),
    ]
    let mended = try Self.run(
      steps + [
        .init(see: "Enter tries again> ", type: "", run: "rm -r t.yaml; cp kept.yaml t.yaml"),
        .init(see: "saved; gate:", type: ":quit"),
      ], "interview t.yaml", in: scratch)
    #expect(mended.status == 0, "\(mended.output)")
    #expect(mended.output.contains(message) && mended.output.contains("yours     Selat Watch"))
    #expect(
      String(decoding: try Data(contentsOf: file), as: UTF8.self)
        == begun.replacing("name: X", with: "name: Selat Watch"))
    try Data(begun.utf8).write(to: file)
    let left = try Self.run(
      steps + [.init(see: "Enter tries again> ", end: true)], "interview t.yaml", in: scratch)
    #expect(left.status != 0)
    #expect(left.output.contains("Not in the file is your answer to `project.name`"))
  }

  @Test(
    "what is not in the file at the end is told, and is no success",
    .enabled(if: TerminalTests.isWanted, "needs Python 3"),
    arguments: [
      (
        "project.name", "now       X", "Selat Watch", "sed -i 's/name: X/name: Y/' t.yaml", "1 or 2> ",
        "yours     Selat Watch"
      ),
      ("use.intended_users", "item 1> ", "maintainer", "true", "item 2> ", "1  maintainer"),
    ])
  func unsaved(
    question: String, asked: String, answer: String, meanwhile: String, prompt: String, told: String
  ) throws {
    let scratch = try Scratch()
    let steps: [Session.Step] = [
      .init(see: "> ", type: ":go \(question)"), .init(see: asked, type: answer, run: meanwhile),
    ]
    for ends: [Session.Step] in [
      [.init(see: prompt, end: true)],
      [.init(see: prompt, type: ":quit"), .init(see: "the same command again", type: ":quit")],
    ] {
      try Data("answerable: project/1\nproject: {name: X, lifecycle_stage: concept}\n".utf8).write(
        to: scratch.folder.appending(path: "t.yaml"))
      let result = try Self.run(steps + ends, "interview t.yaml", in: scratch)
      #expect(result.status == 65, "\(result.output)")
      #expect(result.output.contains("Not in the file is your answer to `\(question)`:"), "\(result.output)")
      #expect(result.output.contains(told), "\(result.output)")
    }
  }

  @Test("evidence is named behind an answer", .enabled(if: TerminalTests.isWanted, "needs Python 3"))
  func evidence() throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "t.yaml")
    let begun = "answerable: project/1\nproject: {name: X, lifecycle_stage: test, kind: isr}\n"
    try Data(begun.utf8).write(to: file)
    let result = try Self.run(
      [
        .init(see: "> ", type: ":go project.name", run: "printf trial > 'trial report.pdf'"),
        .init(see: "now       X", type: "Selat Watch"), .init(see: "saved; gate:", type: ":evidence trail.pdf"),
        .init(see: "there is no file `trail.pdf`", type: ":evidence 'trial report.pdf' Trial of May"),
        .init(see: "saved; gate:", type: ":quit"),
      ], "interview t.yaml", in: scratch)
    #expect(result.status == 0, "\(result.output)")
    let digest = try Program.run(shell: "sha256sum 'trial report.pdf'", in: scratch.folder).output.prefix(64)
    #expect(
      String(decoding: try Data(contentsOf: file), as: UTF8.self) == begun.replacing(
        "name: X", with: "name: Selat Watch")
        + "evidence:\n  - supports:\n      - project.name\n    title: Trial of May\n    file: trial report.pdf\n"
        + "    sha256: \(digest)\n")
    let check = try Program.run(["check", "--date", "2026-03-01", "t.yaml"], in: scratch.folder)
    #expect(check.errors.isEmpty)
  }

  @Test("half a line before the end is no answer", .enabled(if: TerminalTests.isWanted, "needs Python 3"))
  func halfLine() throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "t.yaml")
    let begun = "answerable: project/1\nproject: {name: X, lifecycle_stage: concept}\n"
    try Data(begun.utf8).write(to: file)
    let result = try Self.run(
      [
        .init(see: "> ", type: ":go project.name"), .init(see: "now       X", type: "Selat Wa", end: true),
        .init(see: "was not taken, since no Enter ended it", end: true),
      ], "interview t.yaml", in: scratch)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("43 questions are open"), "\(result.output)")
    #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == begun)
  }

  /// Answers to what `init --stage test` asks.
  private static let beginning: [Session.Step] =
    [
      .init(see: "project.name", type: "Selat Lookout"), .init(see: "a number or a word of these", type: "isr"),
    ] + (0..<7).map { _ in Session.Step(see: "a number or a word of these", type: ":skip") }

  @Test(
    "what was answered waits until the new file can be written",
    .enabled(if: TerminalTests.isWanted, "needs Python 3"))
  func waiting() throws {
    let scratch = try Scratch()
    let steps =
      Self.beginning + [
        .init(see: "its folder is not there", type: ""),
        .init(see: "Enter tries again", type: "", run: "mkdir projects"),
      ]
    let result = try Self.run(steps, "init --stage test projects/t.yaml", in: scratch)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.hasPrefix("The folder of `projects/t.yaml` is not there"))
    #expect(
      String(decoding: try Data(contentsOf: scratch.folder.appending(path: "projects/t.yaml")), as: UTF8.self)
        .contains("name: Selat Lookout"))
  }

  @Test(
    "where the new file is there meanwhile, what was answered goes under another name",
    .enabled(if: TerminalTests.isWanted, "needs Python 3"))
  func renamed() throws {
    let scratch = try Scratch()
    let steps =
      Self.beginning.dropLast() + [
        .init(see: "a number or a word of these", type: ":skip", run: "printf theirs > t.yaml"),
        .init(see: "`t.yaml` is there already", type: ":quit"),
        .init(see: "ends in .yaml", type: "t.review.yaml"), .init(see: "review record", type: "u.yaml"),
      ]
    let result = try Self.run(Array(steps), "init --stage test t.yaml", in: scratch)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("answerable check u.yaml"))
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: scratch.folder.appending(path: name)), as: UTF8.self)
    }
    #expect(try text("t.yaml") == "theirs")
    #expect(try text("u.yaml").contains("name: Selat Lookout"))
    #expect(try Self.names(in: scratch) == ["t.yaml", "u.yaml"])
  }

  @Test("a description is begun by a few questions", .enabled(if: TerminalTests.isWanted, "needs Python 3"))
  func begun() throws {
    let scratch = try Scratch()
    let result = try Self.run(Self.beginning, "init --stage test t.yaml", in: scratch)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("began `t.yaml` with "))
    let check = try Program.run(["check", "--date", "2026-03-01", "t.yaml"], in: scratch.folder)
    #expect(check.status == 2)
    #expect(check.errors.isEmpty)
    let again = try Self.run([], "init t.yaml", in: scratch)
    #expect(again.status == 65)
    #expect(again.output.contains("`t.yaml` is there already"))
    let left = try Self.run([.init(see: "project.name", end: true)], "init u.yaml", in: scratch)
    #expect(left.status == 64)
    #expect(left.output.contains("nothing was written"))
    #expect(try Self.names(in: scratch) == ["t.yaml"])
  }
}
