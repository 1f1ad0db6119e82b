import AssessmentTestSupport
import Diagnostics
import PolicyModel
import Testing

@testable import Questionnaire

@Suite("Answers written into a project description")
struct ProjectDraftTests {
  private static let text = """
    answerable: project/1   # the header
    project: {name: Selat Lookout, lifecycle_stage: design}
    control:
      # Measured in May.
      abort_latency_s: 1.8   # seconds
    accountability:
      assignments:
        - {stage: concept, role: sponsor, holder: Director Capability}  # first
        - stage: design
          role: legal_reviewer
          holder: Legal Adviser
    use:
      intended_users: [operator, maintainer]

    """

  static func draft(_ text: String = text) throws -> ProjectDraft {
    try ProjectDraft(
      Array(text.utf8), name: "project.yaml", policies: #require(World.policies), on: World.day("2026-03-01"))
  }

  private static func index(_ id: String) throws -> Int {
    let policies = try #require(World.policies)
    return try #require(policies.schema.index(of: id))
  }

  @Test(
    "only the line of the answer changes",
    arguments: [
      ("control.abort_latency_s", AnswerInput.text("1.2"), "  abort_latency_s: 1.2   # seconds"),
      ("control.abort_latency_s", .unanswered, "  abort_latency_s: unknown   # seconds"),
      ("use.intended_users", .items(["operator", "commander"]), "  intended_users: [operator, commander]"),
      ("use.intended_users", .items([]), "  intended_users: []"),
    ])
  func oneLine(question: String, input: AnswerInput, line: String) throws {
    let before = try Self.draft()
    guard case .accepted(let after, _) = before.answering(try Self.index(question), input) else {
      Issue.record("refused")
      return
    }
    let old = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    let new = String(decoding: after.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let changed = zip(old, new).filter { $0 != $1 }.map { String($1) }
    #expect(old.count == new.count)
    #expect(changed == [line])
    #expect(after.answer(to: try Self.index(question)) == input)
  }

  @Test("what the reader refuses is not written", arguments: ["fast", "-1", "yes"])
  func refused(text: String) throws {
    let result = try Self.draft().answering(try Self.index("control.abort_latency_s"), .text(text))
    guard case .refused(let errors) = result else {
      Issue.record("taken")
      return
    }
    #expect(errors.allSatisfy { $0.code.hasPrefix("project.") && $0.severity == .error })
    #expect(!errors.isEmpty)
  }

  private static let commented = """
    answerable: project/1
    use:
      intended_users:
        # of operator
        - operator
        # of maintainer
        - maintainer
        # of commander
        - commander
    accountability:
      assignments:
        # first
        - {stage: concept, role: sponsor, holder: Director Capability}
        # second
        - {stage: design, role: sponsor, holder: Director Plans}

    """

  @Test(
    "a comment goes with its item, whatever else changes in the list",
    arguments: [
      (["maintainer", "commander"], ["# of maintainer", "# of commander"]),
      (["maintainer", "commander", "planner"], ["# of maintainer", "# of commander"]),
      (["operator", "commander", "planner"], ["# of operator", "# of commander"]),
      (["operators", "maintainer", "commander"], ["# of operator", "# of maintainer", "# of commander"]),
      (["planner", "observer", "commander"], ["# of operator", "# of maintainer", "# of commander"]),
    ])
  func commentsOfItems(items: [String], comments: [String]) throws {
    let index = try Self.index("use.intended_users")
    guard case .accepted(let after, _) = try Self.draft(Self.commented).answering(index, .items(items)) else {
      Issue.record("refused")
      return
    }
    let text = String(decoding: after.bytes, as: UTF8.self)
    #expect(after.answer(to: index) == .items(items))
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.filter { $0.hasPrefix("# of ") }.map(String.init) == comments)
    // Each stands above the item that it was written for.
    for item in items where comments.contains("# of \(item)") {
      #expect(text.contains("# of \(item)\n    - \(item)\n"), "\(text)")
    }
  }

  @Test("an entry that is changed keeps its comment where the one before it goes")
  func commentsOfEntries() throws {
    let index = try Self.index("accountability.assignments")
    let entries = [
      ["stage": "test", "role": "sponsor", "holder": "Director Plans"], ["stage": "design", "role": "auditor"],
    ]
    guard case .accepted(let after, _) = try Self.draft(Self.commented).answering(index, .entries(entries)) else {
      Issue.record("refused")
      return
    }
    let text = String(decoding: after.bytes, as: UTF8.self)
    #expect(
      text.hasSuffix(
        """
          assignments:
            # second
            - {stage: test, role: sponsor, holder: Director Plans}
            - stage: design
              role: auditor

        """), "\(text)")
  }

  @Test("an entry of a list changes in one place")
  func entry() throws {
    let draft = try Self.draft()
    let index = try Self.index("accountability.assignments")
    guard case .entries(var entries) = draft.answer(to: index) else {
      Issue.record("no entries")
      return
    }
    entries[1]["holder"] = "Chief Legal Adviser"
    guard case .accepted(let after, _) = draft.answering(index, .entries(entries)) else {
      Issue.record("refused")
      return
    }
    #expect(
      String(decoding: after.bytes, as: UTF8.self)
        == Self.text.replacing("holder: Legal Adviser", with: "holder: Chief Legal Adviser"))
  }

  private static let open = """
    answerable: project/1
    scope:
      target_classes: [mines_and_ordnance, unknown]
    control:
      target_types_allowed:
        - moored mine   # the old one
        - ~
    accountability:
      assignments:
        - {stage: concept, role: sponsor}   # first
        - unknown   # more to come

    """

  @Test(
    "a list that may have more in it stays so until somebody says otherwise",
    arguments: ["scope.target_classes", "control.target_types_allowed", "accountability.assignments"])
  func openList(question: String) throws {
    let draft = try Self.draft(Self.open)
    let index = try Self.index(question)
    let answer = draft.answer(to: index)
    #expect(answer.isOpen)
    guard case .accepted(let same, _) = draft.answering(index, answer) else {
      Issue.record("refused")
      return
    }
    #expect(same.bytes == draft.bytes)
    let longer: AnswerInput =
      switch answer {
      case .entries(let entries): .entries(entries + [["stage": "design", "role": "sponsor"]])
      case .items(let items): .items(items + ["infrastructure"])
      case .unanswered, .text: answer
      }
    guard case .accepted(let more, _) = draft.answering(index, longer) else {
      Issue.record("refused")
      return
    }
    #expect(more.answer(to: index) == longer)
    #expect(more.answer(to: index).isOpen)
  }

  @Test("a word that stands in for an answer is written, and pointed out")
  func placeholder() throws {
    let result = try Self.draft().answering(try Self.index("project.name"), .text("tbd"))
    guard case .accepted(_, let notes) = result else {
      Issue.record("refused")
      return
    }
    #expect(notes.map(\.severity) == [.warning])
  }
}
