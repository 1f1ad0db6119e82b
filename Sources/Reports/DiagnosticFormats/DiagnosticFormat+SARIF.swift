internal import Diagnostics
internal import DocumentWriting

extension DiagnosticFormat {
  /// SARIF 2.1.0 (OASIS, 27 March 2020): one run, one rule with its explanation for each code that occurs.
  static let sarif = DiagnosticFormat(name: "sarif", summary: "SARIF 2.1.0, for code scanning.") {
    diagnostics, context, out in
    var log = SARIFLog(diagnostics, explained: context.codes)
    out.line(log.write(version: context.version))
  }
}

private struct SARIFLog {
  private let diagnostics: [Diagnostic]
  /// In the order of first use.
  private let codes: [String]
  private let explained: [DiagnosticCode]
  private let places = PlaceIndex()

  init(_ diagnostics: [Diagnostic], explained: [DiagnosticCode]) {
    self.diagnostics = diagnostics
    self.explained = explained
    var codes: [String] = []
    for diagnostic in diagnostics where !codes.contains(diagnostic.code) { codes.append(diagnostic.code) }
    self.codes = codes
  }

  mutating func write(version: String) -> [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member(
        "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      json.member("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          writeTool(version, &json)
          json.member("columnKind", "unicodeCodePoints")
          json.key("results")
          json.array { json in for diagnostic in diagnostics { writeResult(diagnostic, &json) } }
        }
      }
    }
    return json.bytes
  }

  private func writeTool(_ version: String, _ json: inout JSONWriter) {
    json.key("tool")
    json.object { json in
      json.key("driver")
      json.object { json in
        json.member("name", "Answerable")
        json.member("semanticVersion", version)
        json.key("rules")
        json.array { json in for code in codes { writeRule(code, &json) } }
      }
    }
  }

  private func writeRule(_ id: String, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      guard let code = explained.first(where: { $0.id == id }) else { return }
      for (key, text) in [
        ("shortDescription", code.firstSentence), ("fullDescription", code.meaning), ("help", code.remedy),
      ] { writeMessage(text, key, &json) }
    }
  }

  private func writeMessage(_ text: String, _ key: String, _ json: inout JSONWriter) {
    json.key(key)
    json.object { json in json.member("text", text) }
  }

  private mutating func writeResult(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
    let region = diagnostic.location.map { places.region($0) }
    let text = ([diagnostic.message] + diagnostic.notes.map(\.message)).joined(separator: "; ")
    json.object { json in
      json.member("ruleId", diagnostic.code)
      json.member("ruleIndex", codes.firstIndex(of: diagnostic.code) ?? 0)
      json.member("level", diagnostic.severity.rawValue)
      writeMessage(text, "message", &json)
      if let location = diagnostic.location, let region {
        json.key("locations")
        json.array { json in json.object { json in writePlace(location.file, region, &json) } }
        writeRelated(diagnostic.notes, &json)
        writeFixes(diagnostic.fixIts, location, &json)
      }
    }
  }

  /// The notes that have a place of their own.
  private mutating func writeRelated(_ notes: [Note], _ json: inout JSONWriter) {
    let placed = notes.compactMap { note in
      note.location.map { (note.message, $0.file, places.region($0)) }
    }
    guard !placed.isEmpty else { return }
    json.key("relatedLocations")
    json.array { json in
      for (message, file, region) in placed {
        json.object { json in
          writePlace(file, region, &json)
          writeMessage(message, "message", &json)
        }
      }
    }
  }

  private func writePlace(_ file: SourceFile, _ region: (start: Position, end: Position), _ json: inout JSONWriter) {
    json.key("physicalLocation")
    json.object { json in
      writeArtifact(file, &json)
      write(region, &json)
    }
  }

  private func writeArtifact(_ file: SourceFile, _ json: inout JSONWriter) {
    json.key("artifactLocation")
    json.object { json in json.member("uri", URIText.reference(file.name)) }
  }

  private func write(_ region: (start: Position, end: Position), _ json: inout JSONWriter, key: String = "region") {
    json.key(key)
    json.object { json in
      json.member("startLine", region.start.line)
      json.member("startColumn", region.start.column)
      json.member("endLine", region.end.line)
      json.member("endColumn", region.end.column)
    }
  }

  private mutating func writeFixes(_ fixes: [FixIt], _ location: Location, _ json: inout JSONWriter) {
    guard !fixes.isEmpty else { return }
    let regions = fixes.map { places.region(Location(file: location.file, range: $0.range)) }
    json.key("fixes")
    json.array { json in
      for (fix, region) in zip(fixes, regions) {
        json.object { json in
          json.key("artifactChanges")
          json.array { json in
            json.object { json in
              writeArtifact(location.file, &json)
              json.key("replacements")
              json.array { json in
                json.object { json in
                  write(region, &json, key: "deletedRegion")
                  json.key("insertedContent")
                  json.object { json in json.member("text", fix.replacement) }
                }
              }
            }
          }
        }
      }
    }
  }
}

extension DiagnosticCode {
  fileprivate var firstSentence: String {
    let text = meaning.utf8
    var end = text.startIndex
    while let stop = text[end...].firstIndex(of: UInt8(ascii: ".")) {
      end = text.index(after: stop)
      if end == text.endIndex || text[end] == UInt8(ascii: " ") { return String(meaning[..<end]) }
    }
    return meaning
  }
}
