internal import Diagnostics
internal import DocumentWriting

extension DiagnosticFormat {
  /// One object, with the members that diagnostics have in assessments.
  static let json = DiagnosticFormat(name: "json", summary: "One JSON object, for programs.") {
    diagnostics, _, out in
    let places = PlaceIndex()
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("schema", "answerable/diagnostics-1")
      json.key("diagnostics")
      json.array { json in for diagnostic in diagnostics { json.diagnostic(diagnostic, places) } }
    }
    out.line(json.bytes)
  }
}
