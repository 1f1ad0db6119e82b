internal import Diagnostics
internal import DocumentWriting

extension DiagnosticFormat {
  /// One object, with the members that diagnostics have in assessments.
  static let json = DiagnosticFormat(name: "json", summary: "One JSON object, for programs.") {
    diagnostics, _, out in
    var places = PlaceIndex()
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("schema", "answerable/diagnostics-1")
      json.key("diagnostics")
      json.array { json in
        for diagnostic in diagnostics { write(diagnostic, &places, &json) }
      }
    }
    out.line(json.bytes)
  }

  private static func write(_ diagnostic: Diagnostic, _ places: inout PlaceIndex, _ json: inout JSONWriter) {
    json.object { json in
      json.member("code", diagnostic.code)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.message)
      write(diagnostic.location, &places, &json)
      json.key("notes")
      json.array { json in
        for note in diagnostic.notes {
          json.object { json in
            json.member("message", note.message)
            write(note.location, &places, &json)
          }
        }
      }
      if let fix = diagnostic.fixIts.first { json.member("fix", fix.replacement) }
    }
  }

  private static func write(_ location: Location?, _ places: inout PlaceIndex, _ json: inout JSONWriter) {
    guard let location else { return }
    let region = places.region(location)
    json.member("file", location.file.name)
    json.member("line", region.start.line)
    json.member("column", region.start.column)
    json.member("endLine", region.end.line)
    json.member("endColumn", region.end.column)
  }
}
