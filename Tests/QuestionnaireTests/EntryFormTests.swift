import LocatedYAML
import Testing

@testable import Questionnaire

@Suite("Forms of entries")
struct EntryFormTests {
  private static func form() -> EntryForm {
    EntryForm([
      EntryField(key: "holder_type", ask: "What?", offers: ["named_person", "appointed_post"]) { text, form in
        text == "vendor" ? "no vendor after \(form.answers.count)" : nil
      },
      EntryField(key: "accepted_on", ask: "When?", isDate: true, suggestion: "2026-03-01") { _, _ in nil },
    ])
  }

  @Test("fields are asked for in their order, and none twice")
  func order() throws {
    var form = Self.form()
    #expect(form.missing.map(\.option) == ["--holder-type", "--accepted-on"])
    #expect(form.typed(try #require(form.next), "named_person") == nil)
    #expect(form.typed(try #require(form.next), "2026-02-24") == nil)
    #expect(form.next == nil)
    #expect(form.day("accepted_on") == 20_508)
    #expect(
      form.members == [
        .init("holder_type", .text("named_person")), .init("accepted_on", .literal("2026-02-24")),
      ])
  }

  @Test("a number stands for an offer and nothing for what is suggested, where somebody types")
  func typed() throws {
    var form = Self.form()
    #expect(form.typed(form.fields[0], "2") == nil)
    #expect(form.typed(form.fields[1], "") == nil)
    #expect(form.answers == ["holder_type": "appointed_post", "accepted_on": "2026-03-01"])
  }

  @Test("on the command line they stand for themselves")
  func given() throws {
    var form = Self.form()
    #expect(form.take(["holder_type": "2", "accepted_on": ""]) == ["`--accepted-on`: `accepted_on` is missing"])
    #expect(form.answers == ["holder_type": "2"])
  }

  @Test(
    "what is wrong is said, and not taken",
    arguments: [
      (0, "vendor", "no vendor after 0"), (0, "", "`holder_type` is missing"),
      (0, "a\u{1B}[2Jb", "there are characters in it that are not seen"),
      (0, "a\u{202E}b", "there are characters in it that are not seen"),
      (1, "tomorrow", "`tomorrow` is no date such as 2026-03-01"), (1, "2026-02-30", "`2026-02-30` is no date"),
    ])
  func wrong(field: Int, text: String, fault: String) {
    var form = Self.form()
    #expect(form.typed(form.fields[field], text)?.hasPrefix(fault) ?? false)
    #expect(form.answers.isEmpty)
  }
}
