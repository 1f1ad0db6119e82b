internal import Diagnostics
internal import DocumentWriting
internal import LocalFiles
internal import Questionnaire

/// How the user is spoken to beside the report: on standard error, in the width and colours that suit the terminal.
enum Console {
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  /// Colour on a terminal only, and not where `NO_COLOR` is set (https://no-color.org).
  static func decorator(for descriptor: Int32) -> Decorator {
    let noColor = Terminal.variable("NO_COLOR") ?? ""
    return Terminal.isTerminal(descriptor) && noColor.isEmpty ? .terminal : .plain
  }

  /// Columns to write in: as `COLUMNS` says, or the terminal's, at most 160; 100 where neither is known.
  static var width: Int {
    let named = Terminal.variable("COLUMNS").flatMap { Int($0) }
    return max(20, min(named ?? Terminal.columns(standardOutput) ?? 100, 160))
  }

  /// Says something on standard error.
  static func complain(_ message: String) {
    write("answerable: \(DiagnosticRenderer.printable(message))\n")
  }

  /// Shows diagnostics on standard error.
  static func show(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    write(DiagnosticRenderer(decorator: decorator(for: standardError)).render(diagnostics))
  }

  /// Shows what an interview says on standard error.
  static func show(_ lines: [InterviewLine]) {
    let decorator = decorator(for: standardError)
    var out = ""
    for line in lines {
      let indent = line.label.unicodeScalars.count
      let wrapped = TextWrapping.wrap(
        DiagnosticRenderer.printable(line.text), width: width, indent: indent, first: line.label)
      for (offset, text) in wrapped.enumerated() {
        let margin = offset == 0 ? line.label : String(repeating: " ", count: indent)
        let words = String(text.dropFirst(margin.count))
        out += margin + (line.style.map { decorator.paint(words, as: $0) } ?? words) + "\n"
      }
    }
    write(out)
  }

  /// Standard error is the last resort: where it is closed there is nobody left to tell.
  static func write(_ text: String) { try? OutputFile.standardError.write(Array(text.utf8)) }
}

/// Counts on standard error, where a run takes long and somebody watches.
struct Progress {
  private let isWatched = Terminal.isTerminal(Console.standardError)
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?

  mutating func count(_ projects: Int) {
    guard isWatched else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(2), shown.map({ now - $0 > .milliseconds(500) }) ?? true else { return }
    shown = now
    Console.write("\r\(projects) projects")
  }

  func finish() {
    if shown != nil { Console.write("\r\u{1B}[K") }
  }
}
