import AssessmentTestSupport
import PolicyModel
import Testing

@testable import Questionnaire

@Suite("Interviews about files that can't be written, or hold slips")
struct InterviewObstacleTests {
  // MARK: Files that can't be written

  struct Kept: Sendable, CustomTestStringConvertible {
    let question: String
    let lines: [String]
    let answer: AnswerInput
    let shows: String

    var testDescription: String { "\(question): \(lines.joined(separator: " / "))" }
  }

  static let obstructed = [
    Kept(
      question: "project.name", lines: ["Selat Watch"], answer: .text("Selat Watch"), shows: "yours     Selat Watch\n"),
    Kept(question: "scope.isr", lines: [":unknown"], answer: .unanswered, shows: "yours     unanswered\n"),
    Kept(
      question: "scope.target_classes", lines: ["1 3"], answer: .items(["persons", "uncrewed_platforms"]),
      shows: "1  persons\n"),
    Kept(
      question: "use.intended_users", lines: ["maintainer", ""], answer: .items(["operator", "maintainer"]),
      shows: "2  maintainer\n"),
    Kept(
      question: "accountability.assignments", lines: [":edit 1", "", "", "Director Plans", "", "", "", "", ""],
      answer: .entries([["stage": "concept", "role": "sponsor", "holder": "Director Plans"]]),
      shows: "holder: Director Plans"),
  ]

  @Test("what was typed is kept until the file can be written again", arguments: obstructed)
  func kept(_ each: Kept) throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go \(each.question)")
    desk.obstacle = "can't write `project.yaml`: no space left on device"
    try desk.type(each.lines)
    #expect(desk.shown.contains("no space left on device") && desk.shown.contains(each.shows), "\(desk.shown)")
    #expect(desk.shown.contains("Enter tries again"))
    #expect(desk.interview.prompt == "Enter tries again> ")
    try desk.type("")
    #expect(desk.shown.contains(each.shows))
    #expect(desk.question?.id == each.question && desk.text == InterviewTests.text)
    desk.obstacle = nil
    try desk.type("")
    #expect(try desk.answer(each.question) == each.answer)
    #expect(desk.question?.id != each.question && !desk.interview.isUnsaved)
  }

  @Test(
    "an answer that is not in the file is left only when that is said twice", arguments: [":quit", ":skip", ":go isr"])
  func left(command: String) throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go project.name")
    desk.obstacle = "can't write `project.yaml`: read-only file system"
    try desk.type("Selat Watch", command)
    #expect(desk.shown.contains("the answer is not in the file: Enter tries again"))
    #expect(desk.question?.id == "project.name")
    try desk.type(command)
    #expect(desk.isEnded == (command == ":quit"))
    #expect(desk.isEnded == desk.interview.isUnsaved)
    if desk.isEnded {
      #expect(desk.shown.contains("Not in the file is your answer to `project.name`:\n  yours     Selat"))
    }
    #expect(desk.text == InterviewTests.text)
  }

  @Test("another answer may be typed instead of one that could not be saved")
  func replaced() throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":go project.name")
    desk.obstacle = "can't write `project.yaml`: read-only file system"
    try desk.type("Selat Watch")
    desk.obstacle = nil
    try desk.type("Selat Guard")
    #expect(try desk.answer("project.name") == .text("Selat Guard"))
    #expect(desk.written.count == 1)
  }

  @Test("answers that count for nothing stay until they can be taken out")
  func clearing() throws {
    var desk = try PaperDesk(
      "answerable: project/1\nproject: {kind: logistics, lifecycle_stage: test}\nscope: {hadr: true}\n"
        + "control:\n  area_limit_km2: 3\n")
    try desk.type(":go scope.applies_force", "false")
    for _ in 0..<20 where !desk.shown.contains("counts for nothing") {
      try desk.type(desk.question?.type == .boolean ? "false" : ":skip")
    }
    let before = desk.text
    desk.obstacle = "can't write `project.yaml`: read-only file system"
    try desk.type(":idle", "yes")
    #expect(desk.shown.contains("read-only") && desk.shown.contains("yes tries again"))
    #expect(desk.text == before)
    desk.obstacle = nil
    try desk.type("yes")
    #expect(try desk.answer("control.area_limit_km2") == .unanswered)
  }

  // MARK: Slips that are in the file

  private static let slips = """
    answerable: project/1
    project: {name: Selat Lookout, lifecycle_stage: design, kind: isr}
    use:
      intended_users: [tbd, operator]
    accountability:
      assignments:
        # Decided in May.
        - {stage: concpt, role: sponsor, holder: Director Capability, holder_type: posts}
        - {stage: design, role: legal_reviewer, holder: tbd, vendor: X}

    """

  @Test("of several slips in a list one is mended after the other")
  func slips() throws {
    var desk = try PaperDesk(Self.slips)
    #expect(desk.question?.id == "accountability.assignments")
    try desk.type(":edit 1", "conzept")
    #expect(desk.shown.contains("Enter takes `concept`") && !desk.shown.contains("posts"), "\(desk.shown)")
    try desk.type("")
    // The slip that is there is no answer when it is typed again.
    try desk.type("", "", "posts")
    #expect(desk.shown.contains("`posts` is not among the values offered"), "\(desk.shown)")
    try desk.type("appointed_post", "", "", "", "")
    #expect(
      desk.text.contains(
        "    # Decided in May.\n    - {stage: concept, role: sponsor, holder: Director Capability, holder_type: appointed_post}"
      ))
    #expect(desk.text.contains("holder: tbd, vendor: X}"))
    #expect(desk.question?.id == "accountability.assignments")
    try desk.type(":go accountability.assignments", ":edit 2", "", "", "TBD")
    #expect(desk.shown.contains("`TBD` leaves"), "\(desk.shown)")
    try desk.type("Legal Adviser", "", "", "", "", "")
    #expect(desk.text.contains("role: legal_reviewer, holder: Legal Adviser, vendor: X}"))
  }

  @Test("an item that stands in for none is in nobody's way, and is not typed once more")
  func placeholders() throws {
    var desk = try PaperDesk(Self.slips)
    try desk.type(":go use.intended_users", "tbd")
    #expect(desk.shown.contains("`tbd` leaves"))
    try desk.type("maintainer", "")
    #expect(try desk.answer("use.intended_users") == .items(["tbd", "operator", "maintainer"]))
  }
}
