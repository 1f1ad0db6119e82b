internal import Archiving
internal import Diagnostics
internal import Sharing

extension Instrument {
  func write(to archive: inout ArchiveWriter) {
    archive.write(prose: title)
    archive.write(prose: place)
    archive.write(prose: date)
    archive.write(clauses) { $0.write(to: &$1) }
    archive.write(frameworks) { $0.write(to: &$1) }
    archive.part { provisions.made.value.write(to: &$0) }
  }

  init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    title = archive.readProse()
    place = archive.readProse()
    date = archive.readProse()
    clauses = archive.readList { Clause(&$0, files) }
    frameworks = archive.readList { Framework(&$0, files) }
    provisions = archive.readDeferred { Held(Provisions(&$0, files)) }
  }
}

extension Provisions {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(citations.values.sorted { $0.identifier < $1.identifier }) { $0.write(to: &$1) }
    archive.write(customaryEquivalents.sorted { $0.key < $1.key }) { equivalent, archive in
      archive.write(prose: equivalent.key)
      archive.write(equivalent.value) { $1.write($0) }
    }
  }

  fileprivate init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    let count = archive.readCount()
    citations.reserveCapacity(count)
    for _ in 0..<count {
      let citation = Citation(&archive, files)
      citations[citation.identifier] = citation
    }
    for _ in 0..<archive.readCount() {
      let provision = archive.readProse()
      customaryEquivalents[provision] = archive.readList { $0.readNumber() }
    }
  }
}

extension Clause {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(prose: id)
    archive.write(prose: text)
    archive.write(prose: asks)
    archive.write(obliges)
    archive.write(prose: reason)
    archive.write(location)
  }

  fileprivate init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    id = archive.readProse()
    text = archive.readProse()
    asks = archive.readOptionalProse()
    obliges = archive.readFlag()
    reason = archive.readOptionalProse()
    location = archive.readLocation(files)
  }
}

extension Framework {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(prose: prefix)
    archive.write(prose: title)
    archive.write(ground)
    archive.write(prose: standing)
    archive.write(prose: note)
    archive.write(location)
  }

  fileprivate init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    prefix = archive.readProse()
    title = archive.readProse()
    ground = archive.readChoice(otherwise: .policy)
    standing = archive.readOptionalProse()
    note = archive.readOptionalProse()
    location = archive.readLocation(files)
  }
}

extension Citation {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(prose: identifier)
    archive.write(prose: title)
    archive.write(isVerified)
    archive.write(basis)
    archive.write(prose: source)
    archive.write(prose: note)
    archive.write(location)
  }

  fileprivate init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    identifier = archive.readProse()
    title = archive.readProse()
    isVerified = archive.readFlag()
    basis = archive.readChoice(otherwise: .none)
    source = archive.readOptionalProse()
    note = archive.readOptionalProse()
    location = archive.readLocation(files)
  }
}
