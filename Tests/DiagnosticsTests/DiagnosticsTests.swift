import Diagnostics
import Testing

@Suite("Positions, suggestions and the renderer")
struct DiagnosticsTests {
  @Test(
    "columns count Unicode scalars and lines end at LF, CR or CR LF",
    arguments: [
      ("ab\ncd", 3, 2, 1), ("é: x", 4, 1, 4), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("\u{FEFF}a", 3, 1, 1),
      ("ab", 99, 1, 3),
    ])
  func position(text: String, offset: Int, line: Int, column: Int) {
    let file = SourceFile(name: "f", bytes: Array(text.utf8))
    #expect(file.position(of: offset) == Position(line: line, column: column))
  }

  @Test("a document taken from a stream keeps the stream's lines")
  func firstLine() {
    let file = SourceFile(name: "f", bytes: Array("a\nb".utf8), firstLine: 41)
    #expect(file.position(of: 2) == Position(line: 42, column: 1))
  }

  @Test(
    "did you mean",
    arguments: [
      ("abort_latancy_s", ["abort_latency_s"]), ("Applies-Force", ["applies_force"]), ("zzz", []),
      ("aplies_froce", ["applies_force"]),
    ])
  func suggestions(name: String, expected: [String]) {
    #expect(Suggestions.near(name, in: ["applies_force", "abort_latency_s", "isr"]) == expected)
  }

  @Test("the wrong text is underlined, and nothing in it can steer a terminal")
  func render() {
    let file = SourceFile(name: "turret.yaml", bytes: Array("a: 1\nb: \u{1B}[2J yes\n".utf8))
    let diagnostic = Diagnostic(
      .error, code: "project.not-boolean", "expected `true` or `false`, found `yes`",
      at: Location(file: file, range: SourceRange(start: 13, end: 16)), notes: [Note("write `true`")])
    #expect(
      DiagnosticRenderer().render([diagnostic]) == """
        error: expected `true` or `false`, found `yes` [project.not-boolean]
          --> turret.yaml:2:9
          |
        2 | b: \u{FFFD}[2J yes
          |         ^^^
           = write `true`


        """)
  }

  @Test("places in long lines are found as in short ones", arguments: [0, 1, 4_095, 4_096, 4_097, 9_000, 12_345])
  func longLines(scalars: Int) {
    let line = String(String.UnicodeScalarView((0..<20_000).map { $0 % 3 == 0 ? "é" : $0 % 3 == 1 ? "x" : "🛡" }))
    let file = SourceFile(name: "f", bytes: Array("a\n\(line)\nb".utf8))
    let before = String(line.unicodeScalars.prefix(scalars))
    #expect(file.position(of: 2 + before.utf8.count) == Position(line: 2, column: 1 + scalars))
    #expect(file.position(of: 3 + line.utf8.count) == Position(line: 3, column: 1))
  }

  @Test("of a long line the part around the place is shown")
  func longExcerpt() {
    let file = SourceFile(
      name: "f", bytes: Array((String(repeating: "é", count: 300) + "WRONG" + String(repeating: "ü", count: 300)).utf8))
    let wrong = Diagnostic(
      .error, code: "c", "m", at: Location(file: file, range: SourceRange(start: 600, end: 605)), notes: [Note("n")])
    #expect(
      DiagnosticRenderer().render([wrong]) == """
        error: m [c]
          --> f:1:301
          |
        1 | …\(String(repeating: "é", count: 50))WRONG\(String(repeating: "ü", count: 45))…
          | \(String(repeating: " ", count: 51))^^^^^
           = n


        """)
  }

  @Test("a place at the end, in an empty file, in a line of tabs, over several lines")
  func edges() {
    func shown(_ text: String, _ start: Int, _ end: Int) -> String {
      let file = SourceFile(name: "f", bytes: Array(text.utf8))
      let place = Location(file: file, range: SourceRange(start: start, end: end))
      let lines = DiagnosticRenderer().render([Diagnostic(.error, code: "c", "m", at: place)]).split(separator: "\n")
      return lines.dropFirst(3).joined(separator: "/")
    }
    #expect(shown("", 0, 0) == "1 | /  | ^")
    #expect(shown("ab", 2, 2) == "1 | ab/  |   ^")
    #expect(shown("ab\n", 99, 99) == "2 | /  | ^")
    #expect(shown("\ta", 1, 2) == "1 |  a/  |  ^")
    #expect(shown("a: [1,\n 2]\n", 3, 10) == "1 | a: [1,/  |    ^^^")
  }

  @Test("many of one kind are cut, and how many is said", arguments: [49, 50, 51, 70])
  func condensed(count: Int) {
    let file = SourceFile(name: "f", bytes: [])
    let place = Location(file: file, range: SourceRange(start: 0, end: 0))
    let one = Diagnostic(.error, code: "a", "m", at: place)
    let other = Diagnostic(.warning, code: "b", "m", at: place)
    let left = ([other] + Array(repeating: one, count: count) + [other]).condensed
    #expect(left.filter { $0.code == "a" }.count == min(count, 50))
    #expect(left.filter { $0.code == "b" }.count == 2)
    let more = left.filter { $0.code == "file.more-of-these" }
    #expect(more.map(\.message) == (count > 50 ? ["\(count - 50) more like this are not shown [a]"] : []))
    #expect(more.allSatisfy { $0.severity == .error && !$0.notes.isEmpty })
  }

  @Test(
    "a text in a message is cut where it is long",
    arguments: [
      ("", ""), ("short", "short"), (String(repeating: "é", count: 60), String(repeating: "é", count: 60)),
      (String(repeating: "é", count: 61), String(repeating: "é", count: 60) + "…"),
    ])
  func shortened(text: String, expected: String) { #expect(Diagnostic.shortened(text) == expected) }
}
