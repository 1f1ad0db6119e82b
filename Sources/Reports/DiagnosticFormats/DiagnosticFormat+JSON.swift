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
    let region = diagnostic.location.map { places.region($0) }
    json.object { json in
      json.member("code", diagnostic.code)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.message)
      if let location = diagnostic.location, let region {
        json.member("file", location.file.name)
        json.member("line", region.start.line)
        json.member("column", region.start.column)
        json.member("endLine", region.end.line)
        json.member("endColumn", region.end.column)
      }
      json.member("notes", diagnostic.notes.map(\.message))
      if let fix = diagnostic.fixIts.first { json.member("fix", fix.replacement) }
    }
  }
}
