internal import Archiving
internal import CEL
internal import Diagnostics
internal import LocatedYAML
internal import Sharing

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
    archive.part { wording.made.write(to: &$0) }
    archive.write(severity)
    archive.write(appliesWhen) { $0.write(to: &$1) }
    archive.write(dueFrom)
    archive.write(dueUntil) { $1.write($0) }
    archive.write(tiers) { $0.write(to: &$1) }
    archive.write(allowsClaim)
    archive.write(waiver) { $1.write($0) }
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
      id: archive.readText(), pack: archive.readText(), wording: archive.readDeferred { RuleWording(&$0) },
      severity: archive.readChoice(otherwise: .blocker),
      appliesWhen: archive.readOptional { Condition(&$0, files, environment) },
      dueFrom: archive.readChoice(otherwise: .concept),
      dueUntil: archive.readOptional { $0.readChoice(otherwise: .concept) },
      tiers: archive.readList { Tier(&$0, files, environment) }, allowsClaim: archive.readFlag(),
      waiver: archive.readOptional { $0.readNumber() }, location: archive.readLocation(files),
      namedParameters: Set(archive.readTexts()),
      questions: archive.readTexts(), questionIndexes: archive.readList { $0.readNumber() },
      scopeQuestions: archive.readTexts())
  }
}

extension RuleWording {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(prose: title)
    archive.write(prose: requires)
    archive.write(prose: why)
    archive.write(prose: appliesTo)
    archive.write(clauses)
    archive.write(grounds) { $1.write($0) }
    archive.write(crosswalk) { $1.write(prose: $0) }
    archive.write(evidence) { $1.write(prose: $0) }
    archive.write(prose: remedy)
    archive.write(prose: note)
  }

  fileprivate convenience init(_ archive: inout ArchiveReader) {
    self.init(
      title: archive.readProse(), requires: archive.readProse(), why: archive.readOptionalProse(),
      appliesTo: archive.readProse(), clauses: archive.readTexts(),
      grounds: archive.readList { $0.readChoice(otherwise: .policy) }, crosswalk: archive.readList { $0.readProse() },
      evidence: archive.readList { $0.readProse() }, remedy: archive.readProse(), note: archive.readOptionalProse())
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
    archive.part { archive in
      archive.write(attributesRead) { path, archive in
        archive.write(path.variable)
        archive.write(path.qualifiers) { step, archive in
          // Of records in a list the list's path is read: there are no other steps.
          if case .field(let name) = step { archive.write(name) }
        }
      }
      archive.write(text) { text, archive in
        archive.write(prose: text.text)
        archive.write(text.style)
      }
    }
    archive.part { program.checked.write(to: &$0) }
  }

  fileprivate convenience init(
    _ archive: inout ArchiveReader, _ files: [String: SourceFile], _ environment: Environment
  ) {
    let location = archive.readLocation(files)
    let reading = archive.readDeferred { archive in
      let attributesRead = archive.readList { archive in
        let variable = archive.readText()
        return AttributePath(variable, archive.readList { .field($0.readText()) })
      }
      let text = archive.readOptional { archive in
        EmbeddedText(archive.readProse(), style: archive.readChoice(otherwise: .plain), at: location)
      }
      return ConditionReading(attributesRead: attributesRead, text: text)
    }
    self.init(program: environment.plan(archive.readPart()), location: location, reading: reading)
  }
}
