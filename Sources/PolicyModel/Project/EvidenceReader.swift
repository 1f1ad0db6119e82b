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
          expected: "a list of evidence", found: node.described,
          remedy: "begin each item with `- supports: [control.abort_latency_s]`, then `file:` or `uri:` below it",
          at: Location(file: file, range: node.range)))
      return []
    }
    guard items.count <= Answer.mostItems else {
      diagnostics.append(
        Messages.tooManyItems(
          items.count, most: Answer.mostItems, at: Location(file: file, range: node.range)))
      return []
    }
    return items.map { readItem($0) }
  }

  private mutating func readItem(_ node: YAMLNode) -> EvidenceItem {
    var reader = MappingReader(node, in: file, as: .evidence)
    let supports = readSupports(&reader)
    let madeOn = reader.day("made_on")
    if let madeOn, let value = node.value(forKey: "made_on") {
      let (date, place) = (CivilDate(day: madeOn).description, reader.location(value))
      if madeOn > day {
        reader.report(Messages.dateInFuture(date, assessment: CivilDate(day: day).description, at: place))
      }
      let earliest = set.foundation.answerRules.earliestDay
      if madeOn < earliest {
        reader.report(Messages.dateTooEarly(date, earliest: CivilDate(day: earliest).description, at: place))
      }
    }
    let item = EvidenceItem(
      supports: supports, title: reader.text("title"), file: reader.text("file"), uri: address(&reader),
      sha256: reader.digest("sha256"), madeOn: madeOn, expiresOn: reader.day("expires_on"),
      location: reader.location(node), fileLocation: node.value(forKey: "file").map { reader.location($0) },
      expiryLocation: node.value(forKey: "expires_on").map { reader.location($0) })
    if node.entries != nil, item.file ?? item.uri == nil {
      reader.report(Messages.evidenceWithoutSource(at: reader.location(node.entries?.first?.key ?? node)))
    }
    _ = reader.text("note")
    reader.finish()
    diagnostics += reader.diagnostics
    return item
  }

  /// Where it is kept; nil where the text says nothing, such as `tbd` or `doc:tbd`, or is an address that leads nowhere. A file
  /// is looked for, whatever its name.
  private func address(_ reader: inout MappingReader) -> String? {
    guard let text = reader.text("uri"), set.names.saysSomething(text),
      EvidenceAddress.namesPlace(text), set.names.saysSomething(EvidenceAddress.withoutScheme(text))
    else { return nil }
    return text
  }

  private mutating func readSupports(_ reader: inout MappingReader) -> [String] {
    var supports: [String] = []
    for item in reader.items("supports") {
      let name = item.scalar?.text ?? ""
      if set.schema.index(of: name) != nil || set.rule(name) != nil {
        supports.append(name)
      } else if reader.diagnostics.count + diagnostics.count < 200 {
        let known = set.schema.questions.map(\.id) + set.rules.map(\.id)
        reader.report(Messages.unknownSupport(name, near: Suggestions.near(name, in: known), at: reader.location(item)))
      } else {
        // An input that is wrong in every item needs no suggestion for each.
        reader.report(Messages.unknownSupport(name, near: [], at: reader.location(item)))
      }
    }
    return supports
  }
}
