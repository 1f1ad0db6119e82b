internal import Diagnostics
internal import DocumentWriting

/// A workflow command of GitHub Actions, which is shown beside the lines of a pull request.
struct WorkflowCommand {
  enum Level: String, CaseIterable {
    case error, warning, notice

    init(_ severity: Diagnostic.Severity) {
      self =
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .notice
        }
    }
  }

  let level: Level
  let title: String
  let location: Location?
  /// Shown one below the other.
  let lines: [String]

  /// Something remarked on in a file. The title is its code, where no other is given.
  init(_ diagnostic: Diagnostic, _ places: PlaceIndex, title: String? = nil, more: [String] = []) {
    let notes = diagnostic.notes.map { note in
      guard let location = note.location else { return note.message }
      let start = places.region(location).start
      return "\(note.message) (\(location.file.name):\(start.line):\(start.column))"
    }
    self.init(
      level: Level(diagnostic.severity), title: title ?? diagnostic.code, location: diagnostic.location,
      lines: [diagnostic.message] + notes + more)
  }

  init(level: Level, title: String, location: Location?, lines: [String]) {
    self.level = level
    self.title = title
    self.location = location
    self.lines = lines
  }

  /// The command on its one line.
  func written(_ places: PlaceIndex) -> String {
    var properties: [String] = []
    if let location {
      let region = places.region(location)
      properties.append("file=\(Self.escaped(location.file.name, isProperty: true))")
      properties.append("line=\(region.start.line)")
      properties.append("endLine=\(region.end.line)")
      // GitHub reads columns only where a finding stands on one line.
      if region.start.line == region.end.line {
        properties.append("col=\(region.start.column)")
        properties.append("endColumn=\(region.end.column)")
      }
    }
    properties.append("title=\(Self.escaped(title, isProperty: true))")
    let text = Self.escaped(lines.joined(separator: "\n"), isProperty: false)
    return "::\(level.rawValue) \(properties.joined(separator: ","))::\(text)"
  }

  /// A line break in a message or a comma in a file's name can't begin a command or a property of its own, and nothing
  /// can steer the terminal that a log is read on.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for scalar in VisibleText.clean(text, keepingLines: true).unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\n": out += "%0A"
      case ":" where isProperty: out += "%3A"
      case "," where isProperty: out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
