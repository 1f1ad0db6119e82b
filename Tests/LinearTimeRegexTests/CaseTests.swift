import Testing

@testable import LinearTimeRegex

@Suite("Tables of cases")
struct CaseTests {
  @Test("matches, leftmost and in order of preference")
  func matches() throws {
    let table = try CaseTable("matches.txt", columns: 3)
    #expect(table.rows.count > 4_000)
    var regex = try LinearRegex("")
    for row in table.rows {
      if regex.pattern != row[0] { regex = try LinearRegex(row[0]) }
      let text = CaseTable.unescaped(row[1])
      let expected = row[2] == "none" ? [] : row[2].split(separator: " ").compactMap { CaseTable.range($0) }
      #expect(regex.matches(in: text) == expected, "\(row)")
      #expect(regex.isFound(in: text) == !expected.isEmpty, "\(row)")
    }
  }

  /// Forgetting must change nothing but the time.
  @Test("the same where the automata forget nearly all")
  func forgetful() throws {
    var regex = try LinearRegex("", options: LinearRegex.Options(), memory: 0)
    for row in try CaseTable("matches.txt", columns: 3).rows {
      if regex.pattern != row[0] { regex = try LinearRegex(row[0], options: LinearRegex.Options(), memory: 0) }
      let text = String(repeating: CaseTable.unescaped(row[1]), count: 3)
      let plain = try LinearRegex(row[0]).matches(in: text)
      #expect(regex.matches(in: text) == plain, "\(row)")
      #expect(regex.isFound(in: text) == !plain.isEmpty, "\(row)")
    }
  }

  @Test("what is refused: the place, the reason and the remedy")
  func refused() throws {
    let table = try CaseTable("refused.txt", columns: 4)
    #expect(table.rows.count > 120)
    for row in table.rows {
      let error = #expect(throws: RegexSyntaxError.self, "\(row[0])") { try LinearRegex(row[0]) }
      #expect(error?.range == CaseTable.range(row[1]), "\(row[0])")
      #expect(error?.message == row[2], "\(row[0])")
      #expect(error?.remedy ?? "none" == row[3], "\(row[0])")
    }
  }

  @Test("every script has code points, apart from those of every other")
  func scripts() throws {
    let text = "aαбא字กກកမꦲᬅعあア한e\u{301}1"
    let names = [
      "Latin", "Greek", "Cyrillic", "Hebrew", "Han", "Thai", "Lao", "Khmer", "Myanmar", "Javanese", "Balinese",
      "Arabic",
      "Hiragana", "Katakana", "Hangul", "Inherited", "Common",
    ]
    var count = 0
    for name in names {
      let found = try LinearRegex("\\p{\(name)}").matches(in: text)
      #expect(!found.isEmpty, "\(name)")
      count += found.count
    }
    #expect(count == text.unicodeScalars.count)
  }
}
