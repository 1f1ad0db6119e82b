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
}
