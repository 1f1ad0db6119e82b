import ProjectFiles
import Testing

@testable import answerable

@Suite("Numbers of days")
struct DayCountTests {
  @Test("a number and a letter", arguments: [("0d", 0), ("30d", 30), ("366d", 366), ("4w", 28)])
  func days(text: String, days: Int) throws {
    #expect(try DayCount.days(text, of: "--warn-before") == days)
  }

  @Test("anything else is wrong usage", arguments: ["", "d", "30", "-1d", "+1d", "3.5d", "30 d", "99999999d", "1m"])
  func none(text: String) {
    #expect(throws: Failure.self) { try DayCount.days(text, of: "--warn-before") }
  }
}
