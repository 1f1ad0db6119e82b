internal import Diagnostics

extension ExplanationKind {
  /// What a diagnostic means, and how to mend what it is about.
  static let code = ExplanationKind(names: { $0.codes.map(\.id) }) { name, report in
    guard let code = report.codes.first(where: { $0.id == name }) else { return }
    report.title(code.id)
    report.field("means", code.meaning)
    report.field("to mend", code.remedy)
    if let example = code.example {
      report.write(example.wrong, "Wrong, in \(example.language.rawValue)")
      report.write(example.right, "Right")
    }
  }
}

extension ExplanationReport {
  fileprivate mutating func write(_ example: String, _ heading: String) {
    out.heading(heading)
    for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
      out.append("  " + DiagnosticRenderer.printable(String(line)))
    }
  }
}
