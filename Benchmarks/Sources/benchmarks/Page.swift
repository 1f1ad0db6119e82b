import Foundation

/// What was measured: printed as it is found, and kept for the page of the documentation.
final class Page {
  private var text = ""

  init() {
    let day = Date().formatted(.iso8601.year().month().day())
    let processors = ProcessInfo.processInfo.activeProcessorCount
    line("# Measurements")
    line()
    line("What `benchmarks` found, in one run; <doc:Performance> says what it means and how to run it.")
    line()
    line("\(day), \(processors) processors (\(Self.processor)), the program that is handed out.")
  }

  /// As the system calls it.
  private static var processor: String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
    let name = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last
    return name.map { $0.trimmingCharacters(in: .whitespaces) } ?? "of an unknown kind"
  }

  func line(_ line: String = "") {
    print(line)
    text += line + "\n"
  }

  func section(_ title: String, _ about: String) {
    line()
    line("## \(title)")
    line()
    line(about)
    line()
  }

  /// The head of a table: words in the first column, numbers in the others.
  func table(_ columns: [String]) {
    row(columns)
    row(["---"] + Array(repeating: "---:", count: columns.count - 1))
  }

  func row(_ cells: [String]) { line("| " + cells.joined(separator: " | ") + " |") }

  func write(to file: URL) throws { try Data(text.utf8).write(to: file, options: .atomic) }
}
