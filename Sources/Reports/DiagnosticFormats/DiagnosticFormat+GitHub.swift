internal import Diagnostics

extension DiagnosticFormat {
  /// Workflow commands, one a line, which GitHub shows beside the lines of a pull request.
  static let github = DiagnosticFormat(name: "github", summary: "Workflow commands, for GitHub Actions.") {
    diagnostics, _, out in
    let places = PlaceIndex()
    for diagnostic in diagnostics {
      let level = ["error": "error", "warning": "warning"][diagnostic.severity.rawValue] ?? "notice"
      var properties: [String] = []
      if let location = diagnostic.location {
        let region = places.region(location)
        properties.append("file=\(escaped(location.file.name, isProperty: true))")
        properties.append("line=\(region.start.line)")
        properties.append("endLine=\(region.end.line)")
        // GitHub reads columns only where a finding stands on one line.
        if region.start.line == region.end.line {
          properties.append("col=\(region.start.column)")
          properties.append("endColumn=\(region.end.column)")
        }
      }
      properties.append("title=\(escaped(diagnostic.code, isProperty: true))")
      let notes = diagnostic.notes.map { note in
        guard let location = note.location else { return note.message }
        let start = places.region(location).start
        return "\(note.message) (\(location.file.name):\(start.line):\(start.column))"
      }
      let text = ([diagnostic.message] + notes).joined(separator: "\n")
      out.line("::\(level) \(properties.joined(separator: ","))::\(escaped(text, isProperty: false))")
    }
  }

  /// A line break in a message or a comma in a file's name can't begin a command or a property of its own, and nothing
  /// can steer the terminal that a log is read on.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where isProperty: out += "%3A"
      case "," where isProperty: out += "%2C"
      default: out += DiagnosticRenderer.printable(String(scalar))
      }
    }
    return out
  }
}
