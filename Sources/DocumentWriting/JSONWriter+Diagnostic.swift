public import Diagnostics

extension JSONWriter {
  /// The object that a diagnostic is in every report: what is said, where, and what would mend it.
  public mutating func diagnostic(_ diagnostic: Diagnostic, _ places: PlaceIndex, hasNotes: Bool = true) {
    object { json in
      json.member("code", diagnostic.code)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.message)
      if let location = diagnostic.location { json.place(location, places) }
      if hasNotes {
        json.key("notes")
        json.array { json in
          for note in diagnostic.notes {
            json.object { json in
              json.member("message", note.message)
              if let location = note.location { json.place(location, places) }
            }
          }
        }
      }
      if let fix = diagnostic.fixIts.first { json.member("fix", fix.replacement) }
    }
  }

  /// The members that say where something stands. Lines and columns count from 1, columns in Unicode scalars.
  public mutating func place(_ location: Location, _ places: PlaceIndex, hasFile: Bool = true) {
    let (start, end) = places.region(location)
    if hasFile { member("file", location.file.name) }
    member("line", start.line)
    member("column", start.column)
    member("endLine", end.line)
    member("endColumn", end.column)
  }
}
