internal import Archiving
internal import CEL
public import Diagnostics

/// A checked set of policies as one text, for a program that carries its policies inside.
///
/// It holds all that reading and checking found out, and is read back in a fraction of the time. What overlays and their
/// checks would still need of the YAML is not in it: a set with overlays is made of the files.
extension PolicySet {
  /// The set as a text; nil where a place lies in none of the files, or not where the file as a whole has it.
  public func image(of files: [SourceFile]) -> String? {
    let digests = Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
    let isWhole = locations.allSatisfy { digests[$0.file.name] == $0.file.bytes }
    guard isWhole, digests.count == files.count, loosened.isEmpty else { return nil }
    var archive = ArchiveWriter()
    archive.write(files) { file, archive in
      archive.write(file.name)
      archive.write(file.count)
    }
    foundation.write(to: &archive)
    archive.write(packs) { $0.write(to: &$1) }
    archive.write(readers) { $0.write(to: &$1) }
    return archive.archive
  }

  /// The set that an image of these very files holds; nil where the image is not as it was written, or was written for
  /// files of other names or sizes.
  ///
  /// - Complexity: linear in the image. Expressions and patterns are read when they are first needed.
  public convenience init?(image: String, of files: [SourceFile]) {
    guard var archive = ArchiveReader(image) else { return nil }
    var known: [String: SourceFile] = [:]
    let count = archive.readCount()
    guard count == files.count else { return nil }
    for file in files {
      let (name, size) = (archive.readText(), archive.readNumber())
      guard name == file.name, size == file.count else { return nil }
      known[name] = file
    }
    let foundation = Foundation(&archive, known)
    let schema = AnswerSchema(foundation.questions)
    let vocabulary = Vocabulary(foundation, schema)
    let packs = archive.readList { PolicyPack(&$0, known, vocabulary.environment) }
    let readers = archive.readList { QuestionReaders(&$0) }
    guard archive.isAtEnd else { return nil }
    self.init(
      foundation: foundation, packs: packs, schema: schema, loosened: [], environment: vocabulary.environment,
      constants: vocabulary.constants, readers: readers)
  }

  private var locations: [Location] {
    let instrument = foundation.instrument
    return foundation.questions.map(\.location) + foundation.parameters.map(\.location)
      + foundation.patterns.map(\.location) + foundation.glossary.map(\.location)
      + instrument.clauses.map(\.location) + instrument.frameworks.map(\.location)
      + instrument.citations.values.map(\.location) + packs.map(\.location) + rules.map(\.location)
      + rules.flatMap(\.conditions).map(\.location)
  }
}

extension QuestionReaders {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(rules) { $1.write($0) }
    archive.write(earliest)
  }

  fileprivate init(_ archive: inout ArchiveReader) {
    self.init(rules: archive.readList { $0.readNumber() }, earliest: archive.readChoice(otherwise: .retirement))
  }
}

extension ArchiveWriter {
  mutating func write(_ location: Location) {
    write(location.file.name)
    write(Int(location.range.start))
    write(Int(location.range.end - location.range.start))
  }
}

extension ArchiveReader {
  mutating func readLocation(_ files: [String: SourceFile]) -> Location {
    let file = files[readText()]
    let start = readNumber()
    let range = SourceRange(start: start, end: start &+ readNumber())
    if let file { return Location(file: file, range: range) }
    isDamaged = true
    return Location(file: SourceFile(name: "", bytes: []), range: range)
  }
}
