import AssessmentTestSupport
import PolicyModel
import Testing

@testable import Questionnaire

@Suite("What was typed in an interview and is in no file yet")
struct InterviewUnwrittenTests {
  private static let full = "can't write `project.yaml`: no space left on device"

  // MARK: Answers that are kept

  @Test(
    "an answer that is refused takes nothing from the one that is kept",
    arguments: [
      ("control.abort_latency_s", "5.5", "abc"), ("control.abort_latency_s", "5.5", "-3"),
      ("control.abort_latency_s", "5.5", "idk"), ("project.name", "Selat Watch", "tbd"),
      ("project.kind", "weapon", "wepon"), ("scope.isr", "true", "no"),
    ])
  func refused(question: String, kept: String, line: String) throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go \(question)")
    desk.obstacle = Self.full
    try desk.type(kept, line)
    #expect(!desk.shown.contains("Enter takes"), "\(desk.shown)")
    #expect(desk.interview.prompt == "Enter tries again> ")
    desk.obstacle = nil
    try desk.type("")
    #expect(try desk.answer(question) == .text(kept))
    #expect(!desk.interview.isUnsaved)
  }

  @Test("a list that is kept is changed before it is tried again")
  func changedList() throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go use.intended_users")
    desk.obstacle = Self.full
    try desk.type("maintainer", "", ":drop 1")
    #expect(desk.interview.prompt == "item 2> ")
    desk.obstacle = nil
    try desk.type("")
    #expect(try desk.answer("use.intended_users") == .items(["maintainer"]))
  }

  // MARK: Conflicts

  private static func contested(_ question: String, _ theirs: AnswerInput, _ lines: [String]) throws -> PaperDesk {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":skip", ":go \(question)")
    desk.meanwhile = (try PaperDesk.index(question), theirs)
    try desk.type(lines)
    #expect(desk.interview.prompt == "1 or 2> ")
    return desk
  }

  @Test("between two answers mine is left only when that is said twice", arguments: [":quit", ":go isr", ":back"])
  func conflictLeft(command: String) throws {
    var desk = try Self.contested("project.name", .text("Lookout theirs"), ["Lookout mine"])
    try desk.type(command)
    #expect(desk.shown.contains("your answer is not in the file: 1 keeps theirs, 2 writes yours"), "\(desk.shown)")
    #expect(desk.interview.prompt == "1 or 2> ")
    try desk.type(command)
    #expect(desk.isEnded == (command == ":quit"))
    #expect(desk.isEnded == desk.interview.isUnsaved)
    if desk.isEnded {
      #expect(desk.shown.contains("Not in the file is your answer to `project.name`:\n  yours     Lookout mine"))
    }
    #expect(try desk.answer("project.name") == .text("Lookout theirs"))
  }

  @Test("between two answers nothing else is done", arguments: [":skip", ":unknown", ":drop 1", ":why"])
  func conflictStays(command: String) throws {
    var desk = try Self.contested("project.name", .text("Lookout theirs"), ["Lookout mine"])
    try desk.type(command)
    #expect(desk.shown.contains("first type 1 to keep theirs, or 2 to write yours"), "\(desk.shown)")
    try desk.type("2")
    #expect(try desk.answer("project.name") == .text("Lookout mine"))
  }

  @Test("the end of the input between two answers tells what is not in the file")
  func conflictEnds() throws {
    var desk = try Self.contested("project.name", .text("Lookout theirs"), ["Lookout mine"])
    try desk.type(nil)
    #expect(desk.isEnded && desk.interview.isUnsaved)
    #expect(desk.shown.contains("Not in the file is your answer to `project.name`:\n  yours     Lookout mine"))
  }

  @Test("my list goes on where it was, where it can't be written instead of theirs")
  func conflictKept() throws {
    var desk = try Self.contested("use.intended_users", .items(["commander"]), ["maintainer", ""])
    desk.obstacle = Self.full
    try desk.type("2", "medic")
    desk.obstacle = nil
    try desk.type("")
    #expect(try desk.answer("use.intended_users") == .items(["operator", "maintainer", "medic"]))
  }

  // MARK: Lists that are not ended

  struct Half: Sendable, CustomTestStringConvertible {
    let question: String
    let lines: [String]
    let shows: String

    var testDescription: String { "\(question): \(lines.joined(separator: " / "))" }
  }

  private static let halves = [
    Half(question: "use.intended_users", lines: ["maintainer"], shows: "2  maintainer\n"),
    Half(question: "accountability.assignments", lines: ["2", "2"], shows: "stage: design"),
    Half(
      question: "accountability.assignments", lines: [":edit 1", "", "", "Director Plans"],
      shows: "holder: Director Plans"),
  ]

  @Test("a list that was not ended is told at the end", arguments: halves, [nil, ":quit"])
  func ended(half: Half, end: String?) throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type([":go \(half.question)"] + half.lines)
    try desk.type(end == nil ? [nil] : [end, end])
    #expect(desk.isEnded && desk.interview.isUnsaved)
    #expect(
      desk.shown.contains("Not in the file is your answer to `\(half.question)`:") && desk.shown.contains(half.shows),
      "\(desk.shown)")
    #expect(desk.text == InterviewTests.text)
  }

  @Test(
    "each command that would lose a list asks for itself",
    arguments: [
      (":skip", ":go isr"), (":go isr", ":go project.name"), (":quit", ":skip"), (":unknown", ":none"),
      (":none", ":unknown"),
    ])
  func askedForItself(first: String, second: String) throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go use.intended_users", "maintainer", first, second)
    #expect(desk.shown.contains("the same command again"), "\(desk.shown)")
    try desk.type("commander", second)
    #expect(desk.shown.contains("the same command again"), "\(desk.shown)")
    #expect(desk.interview.prompt == "item 4> " && desk.text == InterviewTests.text)
    try desk.type(second)
    #expect(desk.interview.prompt != "item 4> ")
  }

  @Test("an entry that is half typed is ended before another is changed or goes", arguments: [":drop 1", ":edit 1"])
  func halfTyped(command: String) throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go accountability.assignments", "2", "2", command)
    #expect(desk.shown.contains("this entry is not ended yet"), "\(desk.shown)")
    #expect(desk.interview.prompt == "entry 2, holder> ")
    try desk.type(":back", ":back", command)
    #expect(desk.interview.prompt == "entry 1, stage> ", "\(desk.shown)")
  }

  @Test("a list whose items were all dropped can be answered with nothing at once")
  func emptied() throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go use.intended_users", ":drop 1", ":none")
    #expect(try desk.answer("use.intended_users") == .items([]), "\(desk.shown)")
  }

  @Test("what was added last is taken back, also from a list that lost something")
  func back() throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go use.intended_users", ":drop 1", "maintainer", "commander", ":back", "")
    #expect(try desk.answer("use.intended_users") == .items(["maintainer"]))
    try desk.type(":go use.intended_users", ":drop 1", ":back")
    #expect(desk.shown.contains("the list is not saved yet"), "\(desk.shown)")
    try desk.type(":go accountability.assignments", ":go accountability.assignments", "2", "2", "Legal Adviser")
    while desk.interview.prompt != "entry 3, stage> " { try desk.type("") }
    try desk.type(":back")
    while desk.interview.prompt != "entry 2, role> " { try desk.type(":back") }
    try desk.type(":back", "")
    #expect(desk.shown.contains("It stays as it is."), "\(desk.shown)")
  }

  // MARK: Evidence

  @Test("evidence is kept until the file can be written again")
  func evidence() throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go project.name")
    desk.obstacle = Self.full
    try desk.type(":evidence https://registry.example/1 Decision of May")
    #expect(desk.shown.contains("no space left") && desk.shown.contains("https://registry.example/1 Decision of May"))
    #expect(desk.interview.prompt == "Enter tries again> ")
    try desk.type("")
    #expect(desk.interview.prompt == "Enter tries again> " && desk.question?.id == "project.name")
    desk.obstacle = nil
    try desk.type("")
    #expect(desk.text.contains("    title: Decision of May\n    uri: https://registry.example/1\n"), "\(desk.text)")
    #expect(!desk.interview.isUnsaved && desk.question?.id == "project.name")
  }

  @Test(
    "evidence that is not in the file is left only when that is said twice",
    arguments: [":quit", ":skip", ":go isr", ":evidence https://registry.example/2"])
  func evidenceLeft(command: String) throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go project.name")
    desk.obstacle = Self.full
    try desk.type(":evidence https://registry.example/1", command)
    #expect(desk.shown.contains("the evidence is not in the file: Enter tries again"), "\(desk.shown)")
    desk.obstacle = nil
    try desk.type(command)
    #expect(desk.isEnded == (command == ":quit"))
    #expect(desk.isEnded == desk.interview.isUnsaved)
    if desk.isEnded {
      #expect(
        desk.shown.contains(
          "Not in the file is the evidence for `project.name`:\n  yours     https://registry.example/1"))
    }
  }

  @Test("an answer that is being typed is not lost where evidence brings in somebody else's")
  func evidenceContests() throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go project.name", "Selat Watch", ":go use.intended_purpose")
    desk.obstacle = Self.full
    try desk.type("It guards a strait.")
    desk.obstacle = nil
    desk.meanwhile = (try PaperDesk.index("use.intended_purpose"), .text("It guards a base."))
    try desk.type(":evidence https://registry.example/1")
    #expect(desk.interview.prompt == "1 or 2> ", "\(desk.shown)")
    try desk.type("2")
    #expect(try desk.answer("use.intended_purpose") == .text("It guards a strait."))
  }
}
