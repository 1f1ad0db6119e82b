internal import Archiving
internal import Diagnostics
internal import LinearTimeRegex
internal import Sharing

extension Foundation {
  func write(to archive: inout ArchiveWriter) {
    archive.write([id, version, sha256])
    archive.write(packOrder)
    archive.part { instrument.write(to: &$0) }
    archive.part { $0.write(glossary) { $0.write(to: &$1) } }
    archive.part { $0.write(heldSeverityMeanings.made.value) }
    archive.write(questions) { $0.write(to: &$1) }
    archive.write(sectionTitles.sorted { $0.key < $1.key }) { $1.write([$0.key, $0.value]) }
    archive.write(scopeNames)
    archive.write(parameters) { $0.write(to: &$1) }
    archive.write(patterns) { $0.write(to: &$1) }
    answerRules.write(to: &archive)
    reviewLimits.write(to: &archive)
  }

  init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    let identity = archive.readTexts()
    if identity.count == 3 { (id, version, sha256) = (identity[0], identity[1], identity[2]) }
    packOrder = archive.readTexts()
    heldInstrument = archive.readDeferred { Held(Instrument(&$0, files)) }
    heldGlossary = archive.readDeferred { Held($0.readList { GlossaryTerm(&$0, files) }) }
    heldSeverityMeanings = archive.readDeferred { Held($0.readTexts()) }
    questions = archive.readList { Question(&$0, files) }
    for _ in 0..<archive.readCount() {
      let title = archive.readTexts()
      if title.count == 2 { sectionTitles[title[0]] = title[1] }
    }
    scopeNames = archive.readTexts()
    parameters = archive.readList { Parameter(&$0, files) }
    patterns = archive.readList { TextPattern(&$0, files) }
    answerRules = AnswerRules(&archive)
    reviewLimits = ReviewLimits(&archive)
  }
}

extension Parameter {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(value)
    archive.write(unit)
    archive.write(meaning)
    archive.write(tighten)
    archive.write(isAdjustable)
    archive.write(location)
  }

  fileprivate init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    name = archive.readText()
    value = archive.readDouble()
    unit = archive.readOptionalText()
    meaning = archive.readText()
    tighten = archive.readChoice(otherwise: .none)
    isAdjustable = archive.readFlag()
    location = archive.readLocation(files)
  }
}

extension TextPattern {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(meaning)
    archive.write(tighten)
    archive.write(match) { $0.write(to: &$1) }
    archive.write(except) { $0.write(to: &$1) }
    archive.write(location)
  }

  fileprivate init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    name = archive.readText()
    meaning = archive.readText()
    tighten = archive.readChoice(otherwise: .more)
    match = archive.readList { LinearRegex(&$0) }
    except = archive.readList { LinearRegex(&$0) }
    location = archive.readLocation(files)
  }
}

extension LinearRegex {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(pattern)
    archive.write(requiredTexts) { $1.write($0.texts) }
  }

  fileprivate convenience init(_ archive: inout ArchiveReader) {
    self.init(
      known: archive.readText(), requiring: archive.readOptional { RequiredTexts($0.readTexts()) },
      options: TextPattern.options)
  }
}

extension GlossaryTerm {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(prose: term)
    archive.write(otherForms) { $1.write(prose: $0) }
    archive.write(prose: definition)
    archive.write(prose: source)
    archive.write(location)
  }

  fileprivate init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    term = archive.readProse()
    otherForms = archive.readList { $0.readProse() }
    definition = archive.readProse()
    source = archive.readOptionalProse()
    location = archive.readLocation(files)
  }
}

extension AnswerRules {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(bits: UInt64(bitPattern: Int64(earliestDay)))
    archive.write(lookalikeLetters) { $1.write(Int($0.value)) }
    archive.write(placeholderWords.sorted())
    archive.write(noneWords.sorted { $0.lexicographicallyPrecedes($1) }) { $1.write($0) }
    archive.write(nameTitles.sorted())
  }

  fileprivate init(_ archive: inout ArchiveReader) {
    earliestDay = Int(Int64(bitPattern: archive.readBits()))
    lookalikeLetters = archive.readList {
      UInt32(exactly: $0.readNumber()).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    }
    placeholderWords = Set(archive.readTexts())
    noneWords = Set(archive.readList { $0.readTexts() })
    nameTitles = Set(archive.readTexts())
  }
}

extension ReviewLimits {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(ranks)
    for number in [
      acceptanceDays, claimReviewDays, minimumReasonWords, mostAcceptedBlockers, mostAcceptedMajors,
      claimRankWhereNever,
    ] {
      archive.write(number)
    }
    archive.write(holderTypes)
    archive.write(namePatterns)
    archive.write(differFrom)
  }

  fileprivate init(_ archive: inout ArchiveReader) {
    ranks = archive.readTexts()
    acceptanceDays = archive.readNumber()
    claimReviewDays = archive.readNumber()
    minimumReasonWords = archive.readNumber()
    mostAcceptedBlockers = archive.readNumber()
    mostAcceptedMajors = archive.readNumber()
    claimRankWhereNever = archive.readNumber()
    holderTypes = archive.readTexts()
    namePatterns = archive.readTexts()
    differFrom = archive.readTexts()
  }
}
