internal import Archiving
internal import Diagnostics

/// A node in front of those inside it.
extension Expression {
  func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(range)
    archive.write(kind.number)
    switch kind {
    case .literal(let literal): literal.write(to: &archive)
    case .identifier(let name): archive.write(name)
    case .select(let operand, let field, let fieldRange, let isOptional):
      operand.write(to: &archive)
      archive.write(field)
      archive.write(fieldRange)
      archive.write(isOptional)
    case .index(let operand, let index, let isOptional):
      operand.write(to: &archive)
      index.write(to: &archive)
      archive.write(isOptional)
    case .has(let operand, let field, let fieldRange):
      operand.write(to: &archive)
      archive.write(field)
      archive.write(fieldRange)
    case .call(let name, let nameRange, let target, let arguments):
      archive.write(name)
      archive.write(nameRange)
      archive.write(target) { $0.write(to: &$1) }
      archive.write(arguments) { $0.write(to: &$1) }
    case .and(let terms), .or(let terms): archive.write(terms) { $0.write(to: &$1) }
    case .conditional(let condition, let then, let otherwise):
      for part in [condition, then, otherwise] { part.write(to: &archive) }
    case .list(let elements):
      archive.write(elements) { element, archive in
        element.value.write(to: &archive)
        archive.write(element.isOptional)
      }
    case .map(let entries):
      archive.write(entries) { entry, archive in
        entry.key.write(to: &archive)
        entry.value.write(to: &archive)
        archive.write(entry.isOptional)
      }
    case .structure(let type, let fields):
      archive.write(type)
      archive.write(fields) { field, archive in
        archive.write(field.name)
        field.value.write(to: &archive)
        archive.write(field.isOptional)
      }
    case .comprehension(let comprehension): comprehension.write(to: &archive)
    }
  }

  convenience init(_ archive: inout ArchiveReader) {
    let id = archive.readNumber()
    let range = archive.readRange()
    self.init(id: id, range: range, kind: Kind(&archive))
  }
}

extension Expression.Kind {
  fileprivate var number: Int {
    switch self {
    case .literal: 0
    case .identifier: 1
    case .select: 2
    case .index: 3
    case .has: 4
    case .call: 5
    case .and: 6
    case .or: 7
    case .conditional: 8
    case .list: 9
    case .map: 10
    case .structure: 11
    case .comprehension: 12
    }
  }

  fileprivate init(_ archive: inout ArchiveReader) {
    switch archive.readNumber() {
    case 0: self = .literal(Literal(&archive))
    case 1: self = .identifier(archive.readText())
    case 2:
      let operand = Expression(&archive)
      let (field, range) = (archive.readText(), archive.readRange())
      self = .select(operand, field: field, fieldRange: range, isOptional: archive.readFlag())
    case 3:
      let (operand, index) = (Expression(&archive), Expression(&archive))
      self = .index(operand, index, isOptional: archive.readFlag())
    case 4:
      let operand = Expression(&archive)
      let field = archive.readText()
      self = .has(operand, field: field, fieldRange: archive.readRange())
    case 5:
      let (name, range) = (archive.readText(), archive.readRange())
      let target = archive.readOptional { Expression(&$0) }
      self = .call(name: name, nameRange: range, target: target, arguments: archive.readExpressions())
    case 6: self = .and(archive.readExpressions())
    case 7: self = .or(archive.readExpressions())
    case 8:
      let (condition, then) = (Expression(&archive), Expression(&archive))
      self = .conditional(condition, then: then, otherwise: Expression(&archive))
    case 9:
      self = .list(
        archive.readList { archive in
          let value = Expression(&archive)
          return ListElement(value: value, isOptional: archive.readFlag())
        })
    case 10:
      self = .map(
        archive.readList { archive in
          let (key, value) = (Expression(&archive), Expression(&archive))
          return MapEntry(key: key, value: value, isOptional: archive.readFlag())
        })
    case 11:
      let type = archive.readText()
      let fields = archive.readList { archive in
        let name = archive.readText()
        let value = Expression(&archive)
        return StructureField(name: name, value: value, isOptional: archive.readFlag())
      }
      self = .structure(type: type, fields: fields)
    case 12: self = .comprehension(Comprehension(&archive))
    default:
      archive.isDamaged = true
      self = .literal(.null)
    }
  }
}

extension Comprehension {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(macro)
    range.write(to: &archive)
    archive.write(variables)
    archive.write(condition) { $0.write(to: &$1) }
    archive.write(transform) { $0.write(to: &$1) }
  }

  fileprivate init(_ archive: inout ArchiveReader) {
    macro = archive.readChoice(otherwise: .all)
    range = Expression(&archive)
    variables = archive.readTexts()
    condition = archive.readOptional { Expression(&$0) }
    transform = archive.readOptional { Expression(&$0) }
  }
}

extension Literal {
  fileprivate func write(to archive: inout ArchiveWriter) {
    switch self {
    case .null: archive.write(0)
    case .bool(let value):
      archive.write(1)
      archive.write(value)
    case .int(let value):
      archive.write(2)
      archive.write(bits: UInt64(bitPattern: value))
    case .uint(let value):
      archive.write(3)
      archive.write(bits: value)
    case .double(let value):
      archive.write(4)
      archive.write(value)
    case .string(let value):
      archive.write(5)
      archive.write(value)
    case .bytes(let value):
      archive.write(6)
      archive.write(value) { $1.write(Int($0)) }
    }
  }

  fileprivate init(_ archive: inout ArchiveReader) {
    switch archive.readNumber() {
    case 0: self = .null
    case 1: self = .bool(archive.readFlag())
    case 2: self = .int(Int64(bitPattern: archive.readBits()))
    case 3: self = .uint(archive.readBits())
    case 4: self = .double(archive.readDouble())
    case 5: self = .string(archive.readText())
    case 6: self = .bytes(archive.readList { UInt8(truncatingIfNeeded: $0.readNumber()) })
    default:
      archive.isDamaged = true
      self = .null
    }
  }
}

extension ArchiveWriter {
  fileprivate mutating func write(_ range: SourceRange) {
    write(Int(range.start))
    write(Int(range.end - range.start))
  }
}

extension ArchiveReader {
  fileprivate mutating func readRange() -> SourceRange {
    let start = readNumber()
    return SourceRange(start: start, end: start &+ readNumber())
  }

  fileprivate mutating func readExpressions() -> [Expression] { readList { Expression(&$0) } }
}
