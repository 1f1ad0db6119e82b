import Foundation

/// A diagnostic as it is shown to people, read back from the text.
struct RenderedDiagnostic: Hashable {
  var severity: String
  var message: String
  var code: String
  var file = ""
  var line = 0
  var column = 0
  var underlined = ""
  var notes: [String] = []

  /// All that a text shows, in the order of their places.
  static func all(in text: String) -> [RenderedDiagnostic] {
    var found: [RenderedDiagnostic] = []
    var shown = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let first = heading(String(line)) {
        found.append(first)
      } else if let last = found.indices.last {
        if line.hasPrefix("  --> ") {
          let parts = line.dropFirst(6).split(separator: ":")
          found[last].file = parts.dropLast(2).joined(separator: ":")
          found[last].line = parts.suffix(2).first.flatMap { Int($0) } ?? 0
          found[last].column = parts.last.flatMap { Int($0) } ?? 0
        } else if line.hasPrefix("   = ") {
          found[last].notes.append(String(line.dropFirst(5)))
        } else if line.contains("| "), line.allSatisfy({ " |^".contains($0) }), line.contains("^") {
          let carets = Array(line.unicodeScalars)
          let source = Array(shown.unicodeScalars)
          let marked = carets.indices.filter { carets[$0] == "^" && source.indices.contains($0) }
          found[last].underlined = String(String.UnicodeScalarView(marked.map { source[$0] }))
        }
        shown = String(line)
      }
    }
    return found.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }

  private static func heading(_ line: String) -> RenderedDiagnostic? {
    for severity in ["error", "warning"] where line.hasPrefix(severity + ": ") && line.hasSuffix("]") {
      guard let cut = line.range(of: " [", options: .backwards) else { continue }
      let message = line[line.index(line.startIndex, offsetBy: severity.count + 2)..<cut.lowerBound]
      return RenderedDiagnostic(
        severity: severity, message: String(message), code: String(line[cut.upperBound...].dropLast()))
    }
    return nil
  }
}
