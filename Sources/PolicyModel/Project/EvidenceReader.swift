internal import CEL
internal import Diagnostics
internal import LocatedYAML

/// Reads the `evidence` of a project description.
struct EvidenceReader {
  private let set: PolicySet
  private let file: SourceFile
  private let day: Int
  private(set) var diagnostics: [Diagnostic] = []

  init(_ set: PolicySet, _ file: SourceFile, on day: Int) {
    self.set = set
    self.file = file
    self.day = day
  }

  mutating func read(_ node: YAMLNode) -> [EvidenceItem] {
    if case .null = node.scalar?.resolved { return [] }
    guard let items = node.items else {
      diagnostics.append(
        Messages.wrongKind(
          expected: "a list of evidence", found: node.described, at: Location(file: file, range: node.range)))
      return []
    }
    return items.map { readItem($0) }
  }

  private mutating func readItem(_ node: YAMLNode) -> EvidenceItem {
    var reader = MappingReader(node, in: file, subject: "an item of evidence")
    let supports = readSupports(&reader)
    let madeOn = reader.day("made_on")
    if let madeOn, madeOn > day, let value = node.value(forKey: "made_on") {
      reader.report(
        Messages.dateInFuture(
          CivilDate(day: madeOn).description, assessment: CivilDate(day: day).description, at: reader.location(value)))
    }
    let item = EvidenceItem(
      supports: supports, title: reader.text("title"), file: reader.text("file"), uri: reader.text("uri"),
      sha256: reader.digest("sha256"), madeOn: madeOn, expiresOn: reader.day("expires_on"),
      location: reader.location(node))
    _ = reader.text("note")
    reader.finish()
    diagnostics += reader.diagnostics
    return item
  }

  private mutating func readSupports(_ reader: inout MappingReader) -> [String] {
    let known = set.schema.questions.map(\.id) + set.rules.map(\.id)
    if reader.node.entries != nil, reader.node.value(forKey: "supports") == nil {
      reader.report(
        Messages.missingKey("supports", in: "an item of evidence", at: reader.location(reader.node)))
    }
    return reader.items("supports").compactMap { item in
      let name = item.scalar?.text ?? ""
      if set.schema.index(of: name) != nil || set.rule(name) != nil { return name }
      reader.report(Messages.unknownSupport(name, near: Suggestions.near(name, in: known), at: reader.location(item)))
      return nil
    }
  }
}

extension MappingReader {
  /// A date as days since 1970; an error where it is none.
  mutating func day(_ key: String) -> Int? {
    guard let value = take(key), let text = text(key) else { return nil }
    if let date = CivilDate(text) { return date.day }
    report(Messages.badDate(text, at: location(value)))
    return nil
  }

  /// A SHA-256 digest in lower-case hexadecimal; an error where it is none.
  mutating func digest(_ key: String) -> String? {
    guard let value = take(key), let text = text(key) else { return nil }
    let digits = (text.hasPrefix("sha256:") ? String(text.dropFirst(7)) : text).lowercased()
    let isDigest =
      digits.utf8.count == 64 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    if isDigest { return digits }
    report(Messages.badDigest(text, at: location(value)))
    return nil
  }
}
