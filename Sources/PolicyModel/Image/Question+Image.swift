internal import Archiving
internal import Diagnostics
internal import Sharing

extension Question {
  func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.part { wording.made.write(to: &$0) }
    type.write(to: &archive)
    archive.write(unit)
    archive.write(minimum)
    archive.write(allowsFuture)
    archive.write(isShort)
    archive.write(location)
  }

  convenience init(_ archive: inout ArchiveReader, _ files: [String: SourceFile]) {
    self.init(
      id: archive.readText(), wording: archive.readDeferred { QuestionWording(&$0) }, type: AnswerType(&archive),
      unit: archive.readOptionalText(), minimum: archive.readDouble(), allowsFuture: archive.readFlag(),
      isShort: archive.readFlag(), location: archive.readLocation(files))
  }
}

extension QuestionWording {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(prose: ask)
    archive.write(prose: why)
    archive.write(prose: goodAnswer)
    archive.write(prose: knownBy)
    archive.write(example) { $0.write(to: &$1) }
  }

  fileprivate convenience init(_ archive: inout ArchiveReader) {
    self.init(
      ask: archive.readProse(), why: archive.readOptionalProse(), goodAnswer: archive.readOptionalProse(),
      knownBy: archive.readOptionalProse(), example: archive.readOptional { AnswerExample(&$0) })
  }
}

extension AnswerType {
  fileprivate func write(to archive: inout ArchiveWriter) {
    switch self {
    case .boolean: archive.write(0)
    case .number: archive.write(1)
    case .text: archive.write(2)
    case .date: archive.write(3)
    case .textList: archive.write(4)
    case .choice(let values):
      archive.write(5)
      archive.write(values)
    case .choiceList(let values):
      archive.write(6)
      archive.write(values)
    case .recordList(let keys):
      archive.write(7)
      archive.write(keys) { key, archive in
        archive.write(key.name)
        key.type.write(to: &archive)
      }
    }
  }

  fileprivate init(_ archive: inout ArchiveReader) {
    switch archive.readNumber() {
    case 0: self = .boolean
    case 1: self = .number
    case 2: self = .text
    case 3: self = .date
    case 4: self = .textList
    case 5: self = .choice(archive.readTexts())
    case 6: self = .choiceList(archive.readTexts())
    case 7:
      self = .recordList(
        archive.readList { archive in
          let name = archive.readText()
          return RecordKey(name: name, type: AnswerType(&archive))
        })
    default:
      archive.isDamaged = true
      self = .text
    }
  }
}

extension AnswerExample {
  fileprivate func write(to archive: inout ArchiveWriter) {
    switch self {
    case .scalar(let text):
      archive.write(0)
      archive.write(prose: text)
    case .list(let items):
      archive.write(1)
      archive.write(items) { $0.write(to: &$1) }
    case .entry(let members):
      archive.write(2)
      archive.write(members) { member, archive in
        archive.write(prose: member.key)
        member.value.write(to: &archive)
      }
    }
  }

  fileprivate init(_ archive: inout ArchiveReader) {
    switch archive.readNumber() {
    case 0: self = .scalar(archive.readProse())
    case 1: self = .list(archive.readList { AnswerExample(&$0) })
    case 2:
      self = .entry(
        archive.readList { archive in
          let key = archive.readProse()
          return Member(key: key, value: AnswerExample(&archive))
        })
    default:
      archive.isDamaged = true
      self = .scalar("")
    }
  }
}
