internal import Diagnostics
internal import DocumentWriting

extension SARIFRun {
  /// The log, with its one run.
  func write() -> [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member(
        "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      json.member("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in SARIFWriter(self).write(&json) }
      }
    }
    return json.bytes
  }
}

private struct SARIFWriter {
  private let run: SARIFRun
  private let indexes: [String: Int]
  private let places = PlaceIndex()

  init(_ run: SARIFRun) {
    self.run = run
    indexes = Dictionary(run.rules.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
  }

  func write(_ json: inout JSONWriter) {
    writeTool(&json)
    writeTaxonomy(&json)
    writeInvocation(&json)
    writeArtifacts(&json)
    json.member("columnKind", "unicodeCodePoints")
    json.key("results")
    json.array { json in for result in run.results { write(result, &json) } }
    write(run.properties, &json)
  }

  // MARK: Tool and taxonomy

  private func writeTool(_ json: inout JSONWriter) {
    json.key("tool")
    json.object { json in
      json.key("driver")
      json.object { json in
        json.member("name", "Answerable")
        if !run.version.isEmpty { json.member("semanticVersion", run.version) }
        json.key("rules")
        json.array { json in for rule in run.rules { write(rule, &json) } }
        if let taxonomy = run.taxonomy {
          json.key("supportedTaxonomies")
          json.array { json in json.object { json in writeReference(taxonomy, &json) } }
        }
      }
    }
  }

  private func writeReference(_ taxonomy: SARIFRun.Taxonomy, _ json: inout JSONWriter) {
    json.member("name", taxonomy.name)
    json.member("index", 0)
  }

  private func write(_ rule: SARIFRun.Rule, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", rule.id)
      for (key, text) in [("shortDescription", rule.shortDescription), ("fullDescription", rule.fullDescription)] {
        if let text { writeMessage(text, key, &json) }
      }
      if let help = rule.help { writeMessage(help, "help", &json, markdown: rule.helpMarkdown) }
      if let level = rule.level {
        json.key("defaultConfiguration")
        json.object { json in json.member("level", level) }
      }
      if let taxonomy = run.taxonomy, !rule.taxa.isEmpty {
        json.key("relationships")
        json.array { json in for taxon in rule.taxa { writeRelationship(to: taxon, of: taxonomy, &json) } }
      }
      write(rule.properties, &json)
    }
  }

  private func writeRelationship(to index: Int, of taxonomy: SARIFRun.Taxonomy, _ json: inout JSONWriter) {
    json.object { json in
      json.key("target")
      json.object { json in
        json.member("id", taxonomy.taxa[index].id)
        json.member("index", index)
        json.key("toolComponent")
        json.object { json in writeReference(taxonomy, &json) }
      }
      json.member("kinds", ["relevant"])
    }
  }

  private func writeTaxonomy(_ json: inout JSONWriter) {
    guard let taxonomy = run.taxonomy else { return }
    json.key("taxonomies")
    json.array { json in
      json.object { json in
        json.member("name", taxonomy.name)
        json.member("fullName", taxonomy.fullName)
        json.member("version", taxonomy.version)
        writeMessage(taxonomy.description, "shortDescription", &json)
        json.member("isComprehensive", true)
        json.key("taxa")
        json.array { json in
          for taxon in taxonomy.taxa {
            json.object { json in
              json.member("id", taxon.id)
              writeMessage(taxon.text, "shortDescription", &json)
              if let more = taxon.more { writeMessage(more, "fullDescription", &json) }
            }
          }
        }
      }
    }
  }

  // MARK: Invocation and artifacts

  private func writeInvocation(_ json: inout JSONWriter) {
    guard let invocation = run.invocation else { return }
    json.key("invocations")
    json.array { json in
      json.object { json in
        json.member("executionSuccessful", invocation.isSuccessful)
        json.member("exitCodeDescription", invocation.description)
        guard !invocation.notifications.isEmpty else { return }
        json.key("toolExecutionNotifications")
        json.array { json in
          for text in invocation.notifications {
            json.object { json in
              json.member("level", "error")
              writeMessage(text, "message", &json)
            }
          }
        }
      }
    }
  }

  private func writeArtifacts(_ json: inout JSONWriter) {
    guard !run.digests.isEmpty else { return }
    json.key("artifacts")
    json.array { json in
      for (file, sha256) in run.digests {
        json.object { json in
          json.key("location")
          json.object { json in json.member("uri", uri(file)) }
          json.member("roles", ["analysisTarget"])
          json.key("hashes")
          json.object { json in json.member("sha-256", sha256) }
        }
      }
    }
  }

  // MARK: Results

  private func write(_ result: SARIFRun.Result, _ json: inout JSONWriter) {
    json.object { json in
      json.member("ruleId", result.rule)
      json.member("ruleIndex", indexes[result.rule] ?? 0)
      if let kind = result.kind { json.member("kind", kind.rawValue) }
      json.member("level", result.level)
      writeMessage(result.message, "message", &json)
      if let location = result.location {
        json.key("locations")
        json.array { json in json.object { json in writePlace(location, &json) } }
      }
      writeRelated(result.related, &json)
      writeFingerprint(result.fingerprint, &json)
      writeSuppression(result.justification, &json)
      if let location = result.location { writeFixes(result.fixes, location, &json) }
      write(result.properties, &json)
    }
  }

  /// The notes that have a place of their own.
  private func writeRelated(_ notes: [Note], _ json: inout JSONWriter) {
    let placed = notes.compactMap { note in note.location.map { (note.message, $0) } }
    guard !placed.isEmpty else { return }
    json.key("relatedLocations")
    json.array { json in
      for (message, location) in placed {
        json.object { json in
          writePlace(location, &json)
          writeMessage(message, "message", &json)
        }
      }
    }
  }

  private func writeFingerprint(_ fingerprint: String?, _ json: inout JSONWriter) {
    guard let fingerprint else { return }
    json.key("partialFingerprints")
    json.object { json in json.member("answerable/v1", fingerprint) }
  }

  private func writeSuppression(_ justification: String?, _ json: inout JSONWriter) {
    guard let justification else { return }
    json.key("suppressions")
    json.array { json in
      json.object { json in
        json.member("kind", "external")
        json.member("status", "accepted")
        json.member("justification", justification)
      }
    }
  }

  private func writeFixes(_ fixes: [FixIt], _ location: Location, _ json: inout JSONWriter) {
    guard !fixes.isEmpty else { return }
    json.key("fixes")
    json.array { json in
      for fix in fixes {
        json.object { json in
          json.key("artifactChanges")
          json.array { json in
            json.object { json in
              writeArtifact(location.file, &json)
              json.key("replacements")
              json.array { json in
                json.object { json in
                  write(Location(file: location.file, range: fix.range), &json, key: "deletedRegion")
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

  // MARK: Places and texts

  private func writePlace(_ location: Location, _ json: inout JSONWriter) {
    json.key("physicalLocation")
    json.object { json in
      writeArtifact(location.file, &json)
      write(location, &json, key: "region")
    }
  }

  private func writeArtifact(_ file: SourceFile, _ json: inout JSONWriter) {
    json.key("artifactLocation")
    json.object { json in json.member("uri", uri(file.name)) }
  }

  /// Absolute paths need their scheme (3.10.1); a leading `./` has no place in a URI that is compared with others.
  private func uri(_ name: String) -> String {
    if name.hasPrefix("/") { return "file://" + URIText.reference(name) }
    return URIText.reference(name.hasPrefix("./") ? String(name.dropFirst(2)) : name)
  }

  private func write(_ location: Location, _ json: inout JSONWriter, key: String) {
    let region = places.region(location)
    json.key(key)
    json.object { json in
      json.member("startLine", region.start.line)
      json.member("startColumn", region.start.column)
      json.member("endLine", region.end.line)
      json.member("endColumn", region.end.column)
    }
  }

  /// What users wrote can hide or reorder nothing, and must not become a link (3.11.6): a space keeps a bracket from the
  /// parenthesis behind it.
  private func writeMessage(_ text: String, _ key: String, _ json: inout JSONWriter, markdown: String? = nil) {
    json.key(key)
    json.object { json in
      var words = String.UnicodeScalarView()
      for scalar in VisibleText.clean(text, keepingLines: true).unicodeScalars {
        if scalar == "(", words.last == "]" { words.append(" ") }
        words.append(scalar)
      }
      json.member("text", String(words))
      if let markdown { json.member("markdown", markdown) }
    }
  }

  private func write(_ properties: [SARIFRun.Property], _ json: inout JSONWriter) {
    guard !properties.isEmpty else { return }
    json.key("properties")
    json.object { json in
      for property in properties {
        json.key(property.name)
        property.write(&json)
      }
    }
  }
}
