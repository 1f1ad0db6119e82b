import AssessmentEngine
import AssessmentTestSupport
import Foundation
import PolicyModel
import TestSupport
import Testing

@testable import Questionnaire

@Suite("Evidence named in interviews")
struct InterviewEvidenceTests {
  @Test("evidence supports the answer that is shown, or else the one before")
  func subjects() throws {
    var desk = try PaperDesk(InterviewTests.text)
    try desk.type(":evidence https://registry.example/1")
    #expect(desk.shown.contains("give the answer first"))
    try desk.type(":go project.name", "Selat Watch", ":evidence https://registry.example/2 Decision of May")
    #expect(desk.shown.contains("Evidence for `project.name`:") && desk.shown.contains("saved; gate: "))
    let asked = desk.question?.id
    try desk.type(":go use.intended_users", "maintainer", ":evidence https://registry.example/3", "")
    #expect(desk.question?.id == asked)
    #expect(try desk.answer("use.intended_users") == .items(["operator", "maintainer"]))
    #expect(
      desk.text.hasSuffix(
        """
        evidence:
          - supports:
              - project.name
            title: Decision of May
            uri: https://registry.example/2
          - supports:
              - use.intended_users
            title: https://registry.example/3
            uri: https://registry.example/3

        """), "\(desk.text)")
  }

  @Test(
    "what names evidence is read as people write it",
    arguments: [
      (":evidence a.pdf", InterviewCommand.evidence("a.pdf", title: nil)),
      (":evidence a.pdf  Trial of May ", .evidence("a.pdf", title: "Trial of May")),
      (":evidence \"a b.pdf\" Trial", .evidence("a b.pdf", title: "Trial")),
      (":EVIDENCE 'a b.pdf'", .evidence("a b.pdf", title: nil)),
      (":ev https://x.example/a?b=c d", .evidence("https://x.example/a?b=c", title: "d")),
    ])
  func words(line: String, command: InterviewCommand) {
    #expect(InterviewCommand.read(line.trimmed) == .command(command))
  }

  @Test(
    "evidence without a name is told how it is written",
    arguments: [":evidence", ":evidence \"a b.pdf", ":evidence ''"])
  func unnamed(line: String) {
    guard case .wrong(let why) = InterviewCommand.read(line) else {
      Issue.record("taken")
      return
    }
    #expect(why.contains("needs a file or an address"))
  }

  @Test("from the test stage on an answer says what would show it, until something does")
  func wanted() throws {
    let example = String(decoding: try Folder.bytes("Examples/mine-disposal.yaml"), as: UTF8.self)
    let bare = try #require(example.components(separatedBy: "\nevidence:\n").first) + "\n"
    var desk = try PaperDesk(bare)
    let policies = desk.draft.policies
    let rule = try #require(
      desk.draft.assessment.results.first { $0.outcome == .pass && !$0.rule.evidence.isEmpty }?.rule)
    let question = try #require(rule.questions.first)
    let answer = desk.draft.answer(to: try PaperDesk.index(question))
    let type = try #require(policies.schema.index(of: question).map { policies.schema.questions[$0].type })
    try desk.type([":go \(question)"] + InterviewTests.lines(answer, type))
    #expect(
      desk.shown.contains("passes on words alone: `:evidence FILE` names what shows it, such as "), "\(desk.shown)")
    try desk.type(":evidence https://registry.example/1", ":go \(question)")
    try desk.type(InterviewTests.lines(answer, type))
    #expect(!desk.shown.contains("passes on words alone"), "\(desk.shown)")
  }
}
