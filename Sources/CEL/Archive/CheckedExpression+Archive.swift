public import Archiving

/// Checked expressions as parts of an archive.
///
/// What the names stand for is not written: it follows from the environment, which has to be that of the checking.
extension CheckedExpression {
  /// Writes all that checking found out.
  public func write(to archive: inout ArchiveWriter) {
    archive.write(prose: parsed.source)
    archive.write(parsed.nodeCount)
    parsed.root.write(to: &archive)
    resultType.write(to: &archive)
    archive.write(types) { $0.write(to: &$1) }
    let calls = (overloads ?? [:]).sorted { $0.key < $1.key }
    archive.write(overloads != nil)
    archive.write(calls) { call, archive in
      let offered = names.functions[call.key]?.overloads ?? []
      archive.write(call.key)
      archive.write(call.value) { possible, archive in
        archive.write(offered.firstIndex { $0.id == possible.id } ?? offered.count)
      }
    }
  }

  /// Nil where it is not what was written, or not for this environment.
  convenience init?(_ archive: inout ArchiveReader, _ environment: Environment) {
    let source = archive.readProse()
    let count = archive.readNumber()
    let root = Expression(&archive)
    let parsed = ParsedExpression(root: root, nodeCount: count, source: source)
    let resultType = CELType(&archive)
    let types = archive.readList { CELType(&$0) }
    guard !archive.isDamaged, types.count == count else { return nil }
    let names = NameResolution(parsed, environment)
    let isChecked = archive.readFlag()
    var overloads: [Int: [Overload]] = [:]
    for _ in 0..<archive.readCount() {
      let call = archive.readNumber()
      let offered = names.functions[call]?.overloads ?? []
      let possible = archive.readList { $0.readNumber() }
      guard possible.allSatisfy(offered.indices.contains) else { return nil }
      overloads[call] = possible.map { offered[$0] }
    }
    if archive.isDamaged { return nil }
    self.init(
      parsed: parsed, names: names, resultType: resultType, types: types, overloads: isChecked ? overloads : nil,
      inputs: environment.inputs)
  }
}

extension CELType {
  func write(to archive: inout ArchiveWriter) {
    archive.write(number)
    switch self {
    case .type(let inner): archive.write(inner) { $0.write(to: &$1) }
    case .list(let element), .optional(let element): element.write(to: &archive)
    case .map(let key, let value):
      key.write(to: &archive)
      value.write(to: &archive)
    case .object(let name), .parameter(let name): archive.write(name)
    case .opaque(let name, let parameters):
      archive.write(name)
      archive.write(parameters) { $0.write(to: &$1) }
    default: break
    }
  }

  init(_ archive: inout ArchiveReader) {
    let number = archive.readNumber()
    switch number {
    case 0..<Self.simple.count: self = Self.simple[number]
    case 20: self = .type(archive.readOptional { CELType(&$0) })
    case 21: self = .list(CELType(&archive))
    case 22: self = .optional(CELType(&archive))
    case 23:
      let key = CELType(&archive)
      self = .map(key, CELType(&archive))
    case 24: self = .object(archive.readText())
    case 25: self = .parameter(archive.readText())
    case 26:
      let name = archive.readText()
      self = .opaque(name, archive.readList { CELType(&$0) })
    default:
      archive.isDamaged = true
      self = .dyn
    }
  }

  private static let simple: [CELType] = [
    .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration,
  ]

  private var number: Int {
    switch self {
    case .type: 20
    case .list: 21
    case .optional: 22
    case .map: 23
    case .object: 24
    case .parameter: 25
    case .opaque: 26
    default: Self.simple.firstIndex(of: self) ?? 0
    }
  }
}
