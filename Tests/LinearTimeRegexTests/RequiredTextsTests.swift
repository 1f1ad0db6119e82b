import LinearTimeRegex
import Testing

/// Where one of the texts is in every match, a text without them need not be looked at.
@Suite("Texts that every match holds")
struct RequiredTextsTests {
  private static let noting: LinearRegex.Options = {
    var options = LinearRegex.Options()
    options.wordsOfAnyScript = true
    options.notesRequiredTexts = true
    return options
  }()

  @Test(
    "what is found out of a pattern",
    arguments: [
      ("abc", ["abc"]), ("ABC", ["abc"]), ("(?i)Legal|judge", ["legal", "judge"]), ("ab?c", ["abc", "ac"]),
      ("a+bcd", ["bcd"]), ("ab*", ["a"]), ("(ab){2}", ["ab"]), ("(ab){0,2}", nil), ("a|", nil), (".*", nil),
      ("^.*\\b(officer|clerk)\\b.*$", ["officer", "clerk"]), ("all staff", ["staff"]), ("sdn\\s+bhd", ["sdn"]),
      ("[ab]c", ["ac", "bc"]), ("[0-9]", ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]), ("\\w", nil),
      ("[^a]", nil),
      ("(^|[^A-Za-z])(AI|A\\.I\\.?)([^A-Za-z]|$)", ["ai", "a.i.", "a.i"]), ("(?i)é", ["é", "É"]), ("é", ["é"]),
      ("人工", ["人工"]),
      ("ſ", ["ſ"]), ("(?i)ſ", nil), ("", nil), ("\\x00a", ["\0a"]), (" ", nil),
    ] as [(String, [String]?)])
  func found(_ pattern: String, _ texts: [String]?) throws {
    #expect(try LinearRegex(pattern, options: Self.noting).requiredTexts?.texts == texts)
  }

  @Test("nothing is found out unless it is asked for")
  func unasked() throws {
    #expect(try LinearRegex("abc").requiredTexts == nil)
  }

  @Test("a text that is matched may always hold a match, in all the tables")
  func tables() throws {
    var regex = try LinearRegex("", options: Self.noting)
    var excluded = 0
    for row in try CaseTable("matches.txt", columns: 3).rows {
      if regex.pattern != row[0] { regex = try LinearRegex(row[0], options: Self.noting) }
      let text = CaseTable.unescaped(row[1])
      let mayBe = regex.mayBeFound(in: FoldedText(text))
      if !mayBe { excluded += 1 }
      #expect(mayBe || !regex.isFound(in: text), "\(row)")
    }
    #expect(excluded > 100)
  }

  @Test("letters beyond ASCII that fold into it", arguments: ["ſoftware", "softwa\u{212A}", "a\u{17F}", "\u{212A}"])
  func folding(_ text: String) throws {
    for pattern in ["(?i)software", "(?i)softwak", "(?i)as", "(?i)k", "(?i)K", "(?i)S"] {
      let regex = try LinearRegex(pattern, options: Self.noting)
      if regex.isFound(in: text) { #expect(regex.mayBeFound(in: FoldedText(text)), "\(pattern) in \(text)") }
    }
  }

  @Test("spaces in the place of parts make no new text", arguments: ["so\u{0}ft", "sof|t", "s oft"])
  func gaps(_ text: String) throws {
    let regex = try LinearRegex("(?i)soft", options: Self.noting)
    let gap = try LinearRegex("[\\x00| ]")
    #expect(!regex.mayBeFound(in: FoldedText(text)))
    #expect(!regex.isFound(in: gap.replacingMatches(in: text, with: " ")))
  }
}
