internal import Archiving
internal import Diagnostics

extension Instrument {
  func write(to archive: inout ArchiveWriter) {
    archive.write(title)
    archive.write(place)
    archive.write(date)
    archive.write(clauses) { $0.write(to: &$1) }
    archive.write(frameworks) { $0.write(to: &$1) }
    archive.write(citations.values.sorted { $0.identifier < $1.identifier }) { $0.write(to: &$1) }
    archive.write(customaryEquivalents.sorted { $0.key < $1.key }) { equivalent, archive in
      archive.write(equivalent.key)
      archive.write(equivalent.value) { $1.write($0) }
    }
  }

  init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    title = archive.readText()
    place = archive.readText()
    date = archive.readText()
    clauses = archive.readList { Clause(&$0, files) }
    frameworks = archive.readList { Framework(&$0, files) }
    let count = archive.readCount()
    citations.reserveCapacity(count)
    for _ in 0..<count {
      let citation = Citation(&archive, files)
      citations[citation.identifier] = citation
    }
    for _ in 0..<archive.readCount() {
      let provision = archive.readText()
      customaryEquivalents[provision] = archive.readList { $0.readNumber() }
    }
  }
}

extension Clause {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(text)
    archive.write(asks)
    archive.write(obliges)
    archive.write(reason)
    archive.write(location)
  }

  fileprivate init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    id = archive.readText()
    text = archive.readText()
    asks = archive.readOptionalText()
    obliges = archive.readFlag()
    reason = archive.readOptionalText()
    location = archive.readLocation(files)
  }
}

extension Framework {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(prefix)
    archive.write(title)
    archive.write(ground)
    archive.write(standing)
    archive.write(note)
    archive.write(location)
  }

  fileprivate init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    prefix = archive.readText()
    title = archive.readText()
    ground = archive.readChoice(otherwise: .policy)
    standing = archive.readOptionalText()
    note = archive.readOptionalText()
    location = archive.readLocation(files)
  }
}

extension Citation {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(identifier)
    archive.write(title)
    archive.write(isVerified)
    archive.write(basis)
    archive.write(source)
    archive.write(note)
    archive.write(location)
  }

  fileprivate init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    identifier = archive.readText()
    title = archive.readText()
    isVerified = archive.readFlag()
    basis = archive.readChoice(otherwise: .none)
    source = archive.readOptionalText()
    note = archive.readOptionalText()
    location = archive.readLocation(files)
  }
}
