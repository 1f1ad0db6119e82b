internal import Archiving
internal import CEL
internal import Diagnostics
internal import LocatedYAML

extension PolicyPack {
  func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(version)
    archive.write(title)
    archive.write(summary)
    archive.write(sha256)
    archive.write(extended)
    archive.write(rules) { $0.write(to: &$1) }
    archive.write(location)
  }

  init(_ archive: inout ArchiveReader, _ files: [String: SourceFile], _ environment: Environment) {
    id = archive.readText()
    version = archive.readText()
    title = archive.readText()
    summary = archive.readText()
    sha256 = archive.readText()
    extended = archive.readTexts()
    rules = archive.readList { Rule(&$0, files, environment) }
    location = archive.readLocation(files)
  }
}

extension Rule {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(pack)
    archive.write(title)
    archive.write(requires)
    archive.write(why)
    archive.write(severity)
    archive.write(appliesTo)
    archive.write(appliesWhen) { $0.write(to: &$1) }
    archive.write(dueFrom)
    archive.write(dueUntil) { $1.write($0) }
    archive.write(tiers) { $0.write(to: &$1) }
    archive.write(clauses)
    archive.write(grounds) { $1.write($0) }
    archive.write(crosswalk)
    archive.write(evidence)
    archive.write(remedy)
    archive.write(allowsClaim)
    archive.write(waiver) { $1.write($0) }
    archive.write(note)
    archive.write(location)
    archive.write(namedParameters.sorted())
    archive.write(questions)
    archive.write(questionIndexes) { $1.write($0) }
    archive.write(scopeQuestions)
  }

  fileprivate convenience init(
    _ archive: inout ArchiveReader, _ files: [String: SourceFile], _ environment: Environment
  ) {
    self.init(
      id: archive.readText(), pack: archive.readText(), title: archive.readText(), requires: archive.readText(),
      why: archive.readOptionalText(), severity: archive.readChoice(otherwise: .blocker),
      appliesTo: archive.readText(), appliesWhen: archive.readOptional { Condition(&$0, files, environment) },
      dueFrom: archive.readChoice(otherwise: .concept),
      dueUntil: archive.readOptional { $0.readChoice(otherwise: .concept) },
      tiers: archive.readList { Tier(&$0, files, environment) }, clauses: archive.readTexts(),
      grounds: archive.readList { $0.readChoice(otherwise: .policy) }, crosswalk: archive.readTexts(),
      evidence: archive.readTexts(), remedy: archive.readText(), allowsClaim: archive.readFlag(),
      waiver: archive.readOptional { $0.readNumber() }, note: archive.readOptionalText(),
      location: archive.readLocation(files), namedParameters: Set(archive.readTexts()),
      questions: archive.readTexts(), questionIndexes: archive.readList { $0.readNumber() },
      scopeQuestions: archive.readTexts())
  }
}

extension Tier {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(from)
    archive.write(until) { $1.write($0) }
    archive.write(endReason)
    condition.write(to: &archive)
  }

  fileprivate convenience init(
    _ archive: inout ArchiveReader, _ files: [String: SourceFile], _ environment: Environment
  ) {
    self.init(
      from: archive.readChoice(otherwise: .concept), until: archive.readOptional { $0.readChoice(otherwise: .concept) },
      endReason: archive.readOptionalText(), condition: Condition(&archive, files, environment))
  }
}

extension Condition {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(location)
    archive.write(attributesRead) { path, archive in
      archive.write(path.variable)
      archive.write(path.qualifiers) { step, archive in
        // Of records in a list the list's path is read: there are no other steps.
        if case .field(let name) = step { archive.write(name) }
      }
    }
    archive.write(text?.text ?? source)
    archive.write(text?.style) { $1.write($0) }
    archive.part { program.checked.write(to: &$0) }
  }

  fileprivate convenience init(
    _ archive: inout ArchiveReader, _ files: [String: SourceFile], _ environment: Environment
  ) {
    let location = archive.readLocation(files)
    let attributesRead = archive.readList { archive in
      let variable = archive.readText()
      return AttributePath(variable, archive.readList { .field($0.readText()) })
    }
    let written = archive.readText()
    let text = archive.readOptional { EmbeddedText(written, style: $0.readChoice(otherwise: .plain), at: location) }
    self.init(
      program: environment.plan(archive.readPart()), location: location, attributesRead: attributesRead, text: text)
  }
}
