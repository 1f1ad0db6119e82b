internal import CEL
public import Diagnostics
public import LocatedYAML

extension PolicySet {
  /// Reads a document as a project description, and keeps what reading the YAML had to say. Where that left nothing to
  /// read, it alone is said.
  public func readProject(_ document: Diagnosed<YAMLDocument>, on day: Int) -> Diagnosed<Project> {
    var read = readProject(document.value, on: day)
    let isUnreadable = document.value.root == nil && document.hasErrors
    read.diagnostics = document.diagnostics + (isUnreadable ? [] : read.diagnostics)
    return read
  }

  /// Reads a document as a project description: every answer checked and cleaned, everything wrong reported.
  ///
  /// An invalid answer counts as unanswered. Dates of what was done must not lie after `day`.
  ///
  /// - Complexity: linear in the size of the document and the number of questions.
  public func readProject(_ document: YAMLDocument, on day: Int) -> Diagnosed<Project> {
    var reader = ProjectReader(self, document, on: day)
    return reader.read()
  }
}

private struct ProjectReader {
  private let set: PolicySet
  private let document: YAMLDocument
  private let day: Int
  private var answerReader: AnswerReader
  private var answers: [Answer]
  private var diagnostics: [Diagnostic] = []
  /// Questions that a dotted name and a nested one both answer: the reader of YAML sees no key given twice there.
  private var answeredTwice: Set<Int> = []

  init(_ set: PolicySet, _ document: YAMLDocument, on day: Int) {
    self.set = set
    self.document = document
    self.day = day
    answerReader = AnswerReader(set.answerReading, document.file, on: day)
    answers = Array(repeating: .none, count: set.schema.questions.count)
  }

  mutating func read() -> Diagnosed<Project> {
    var evidence: [EvidenceItem] = []
    var marking: String?
    let start = document.location(SourceRange(start: 0, end: 0))
    var document = document
    if let root = document.root, isForeign(root) {
      checkHeader(root)
      document = YAMLDocument(file: document.file, number: document.number, root: nil)
    } else if let root = document.root, let entries = root.entries {
      checkHeader(root)
      let repeated = Self.repeatedNames(entries)
      for entry in entries {
        switch entry.name {
        case "answerable": break
        case "evidence":
          var reader = EvidenceReader(set, document.file, on: day)
          evidence = reader.read(entry.value)
          diagnostics += reader.diagnostics
        case "marking": marking = readMarking(entry.value)
        default:
          if let group = set.schema.group(entry.name), !repeated.contains(entry.name) {
            readGroup(entry, group)
          } else if !repeated.contains(entry.name) {
            readSection(entry, path: entry.name)
          }
        }
      }
    } else {
      diagnostics.append(Messages.emptyProject(at: start))
    }
    let project = Project(
      document: document, answers: answers, evidence: evidence, marking: marking,
      invalid: answerReader.invalid.union(answeredTwice))
    let all = (diagnostics + answerReader.diagnostics).condensed.sorted {
      ($0.location?.range.start ?? 0) < ($1.location?.range.start ?? 0)
    }
    return Diagnosed(project, diagnostics: all)
  }

  /// A key given twice is no answer, whichever of the two is meant.
  private static func repeatedNames(_ entries: [YAMLEntry]) -> Set<String> {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for entry in entries where !seen.insert(entry.name).inserted { repeated.insert(entry.name) }
    return repeated
  }

  /// Whether it is something else altogether, so that its keys need not be gone through one by one.
  private func isForeign(_ root: YAMLNode) -> Bool {
    root.scalar?.resolved != .null && root.value(forKey: "answerable")?.scalar?.text != "project/1"
      && root.entries?.contains { set.schema.isSection($0.name) } != true
  }

  private mutating func checkHeader(_ root: YAMLNode) {
    let header = root.value(forKey: "answerable")
    guard header?.scalar?.text != "project/1" else { return }
    let place = header ?? root.entries?.first?.key ?? root
    diagnostics.append(
      Messages.wrongHeader(expected: "project/1", found: header?.scalar?.text, at: document.location(place.range)))
  }

  private mutating func readMarking(_ node: YAMLNode) -> String? {
    if let scalar = node.scalar { return scalar.resolved == .null ? nil : scalar.text }
    diagnostics.append(
      Messages.wrongKind(expected: "a text", found: node.described, at: document.location(node.range)))
    return nil
  }

  /// Reads the fields of a group that holds nothing but what belongs there, each once, without writing their dotted names
  /// out; any other is for `readSection`.
  private mutating func readGroup(_ entry: YAMLEntry, _ group: AnswerSchema.Group) {
    guard let entries = entry.value.entries, let places = group.places(of: entries) else {
      return readSection(entry, path: group.path.description)
    }
    for (inner, place) in zip(entries, places) {
      switch group.members[place] {
      case .question(let index): readAnswer(inner, index)
      case .group(let group): readGroup(inner, group)
      }
    }
  }

  private mutating func readAnswer(_ entry: YAMLEntry, _ index: Int) {
    let schema = set.schema
    if answers[index].node != nil || answeredTwice.contains(index) {
      answeredTwice.insert(index)
      answers[index] = .none
      diagnostics.append(
        Messages.answeredTwice(schema.questions[index].id, at: document.location(entry.key.range)))
      return
    }
    answers[index] = answerReader.read(
      entry.value, schema.questions[index], index, schema.entryType(index), at: schema.paths[index])
  }

  private mutating func readSection(_ entry: YAMLEntry, path: String) {
    let schema = set.schema
    if let index = schema.index(of: path) { return readAnswer(entry, index) }
    guard schema.isSection(path) else { return reportUnknown(entry, path: path) }
    if answerReader.isUnanswered(entry.value) { return }
    guard let entries = entry.value.entries else {
      diagnostics.append(
        Messages.wrongKind(
          expected: "the fields of `\(path)`", found: entry.value.described,
          remedy: "write each field on a line of its own, indented below `\(path):`",
          at: document.location(entry.value.range)))
      return
    }
    let repeated = Self.repeatedNames(entries)
    for inner in entries where !repeated.contains(inner.name) { readSection(inner, path: "\(path).\(inner.name)") }
  }

  private mutating func reportUnknown(_ entry: YAMLEntry, path: String) {
    let location = document.location(entry.key.range)
    let schema = set.schema
    if entry.name == "<<" { return diagnostics.append(Messages.mergeKey(at: location)) }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let section = parts.dropLast().joined(separator: ".")
    guard !section.isEmpty, schema.index(of: path) == nil else {
      let near = suggestions(for: entry.name) { schema.sections + ["answerable", "evidence", "marking"] }
      diagnostics.append(Messages.unknownField(entry.name, section: nil, near: near, at: location))
      return
    }
    // Of a dotted name the last part is what may be misspelt; the others belong to what is to be written instead.
    let last = parts.last ?? ""
    let written = entry.name.dropLast(last.utf8.count)
    let near = suggestions(for: last) {
      schema.questions.map(\.id).filter { $0.hasPrefix(section + ".") }.map {
        String($0.dropFirst(section.utf8.count + 1))
      }
    }.map { String(written) + $0 }
    let elsewhere =
      near.isEmpty && canSuggest ? schema.questions.map(\.id).filter { $0.hasSuffix("." + last) } : []
    diagnostics.append(
      Messages.unknownField(last, section: section, near: near, elsewhere: elsewhere, at: location))
  }

  /// A file that is wrong in every line needs no suggestion for each.
  private var canSuggest: Bool { diagnostics.count < Self.mostSuggestions }
  private static let mostSuggestions = 200

  private func suggestions(for name: String, _ candidates: () -> [String]) -> [String] {
    canSuggest ? Suggestions.near(name, in: candidates()) : []
  }
}

extension AnswerSchema {
  /// The section of that name; nil where there is none, or names may mean a question as well.
  fileprivate func group(_ name: String) -> Group? {
    isTree ? groups.first { $0.path.variable == name } : nil
  }
}

extension AnswerSchema.Group {
  /// The members that entries answer; nil where one answers none, or two the same.
  fileprivate func places(of entries: [YAMLEntry]) -> [Int]? {
    var places: [Int] = []
    places.reserveCapacity(entries.count)
    var isTaken = [Bool](repeating: false, count: names.count)
    // People mostly keep to the order that the questions are asked in.
    var expected = 0
    for entry in entries {
      let name = entry.name
      guard let place = names[expected...].firstIndex(of: name) ?? names[..<expected].firstIndex(of: name),
        !isTaken[place]
      else { return nil }
      isTaken[place] = true
      places.append(place)
      expected = place + 1
    }
    return places
  }
}
