internal import Diagnostics

/// Builds one document's nodes from libyaml's events, without recursion, within the limits.
struct DocumentBuilder {
  /// A list or a mapping whose end has not come.
  private struct Frame {
    let isMapping: Bool
    let start: Int
    let anchor: String?
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    /// The key whose value is to come.
    var key: YAMLNode?
  }

  private struct Anchored {
    var node: YAMLNode
    var size: Int
  }

  /// Thrown once the diagnostic that ends the document is recorded.
  private struct Stop: Error {}

  private let file: SourceFile
  private let check: ByteCheck
  private let limits: YAMLLimits
  private var stack: [Frame] = []
  private var anchors: [String: Anchored] = [:]
  private var openAnchors: [String: Int] = [:]
  private var nodes = 0
  private var aliases = 0
  private(set) var root: YAMLNode?
  private(set) var diagnostics: [Diagnostic] = []

  init(file: SourceFile, check: ByteCheck, limits: YAMLLimits) {
    self.file = file
    self.check = check
    self.limits = limits
  }

  /// Reads events until the document ends or something ends it.
  mutating func build() {
    do throws(EventParser.Failure) {
      try EventParser.parse(file.bytes) { parser throws(EventParser.Failure) in
        while true {
          let event = try parser.next()
          if event.isStreamEnd { return }
          do throws(Stop) {
            try take(event)
          } catch {
            return
          }
        }
      }
    } catch {
      // What was read before the problem is half a document: nothing of it may count as an answer.
      root = nil
      let context = error.context.map { _ in location(error.contextMark, error.contextMark + 1) }
      diagnostics.append(
        Messages.syntax(
          problem: error.problem, context: error.context, at: location(error.mark, error.mark + 1), contextAt: context))
    }
  }

  private mutating func take(_ event: EventParser.Event) throws(Stop) {
    switch event.kind {
    case .streamStart, .streamEnd, .documentStart, .documentEnd: break
    case .scalar(let scalar):
      // Only what is escaped was not seen among the bytes.
      if scalar.style == .doubleQuoted, CombiningMarks.areTooMany(in: scalar.text) {
        try stop(Messages.tooManyMarks(at: location(event)))
      }
      let value = tagged(scalar, event)
      try add(YAMLNode(.scalar(value), range: range(event)), size: 1, anchor: event.anchor, at: event)
    case .alias(let name): try addAlias(name, event)
    case .sequenceStart:
      try open(event)
      stack.append(Frame(isMapping: false, start: check.offset(ofScalar: event.start), anchor: event.anchor))
    case .mappingStart:
      try open(event)
      stack.append(Frame(isMapping: true, start: check.offset(ofScalar: event.start), anchor: event.anchor))
    case .sequenceEnd, .mappingEnd: try close(event)
    }
  }

  private mutating func open(_ event: EventParser.Event) throws(Stop) {
    if stack.count == limits.depth { try stop(Messages.tooDeep(limits.depth, at: location(event))) }
    if let tag = event.tag {
      let fits: Bool
      if case .sequenceStart = event.kind { fits = tag == Self.core + "seq" } else { fits = tag == Self.core + "map" }
      if !fits { diagnostics.append(Messages.unsupportedTag(Self.short(tag), at: location(event))) }
    }
    if let anchor = event.anchor { openAnchors[anchor] = nodes }
  }

  private mutating func close(_ event: EventParser.Event) throws(Stop) {
    let end = check.offset(ofScalar: event.end)
    let frame = stack.removeLast()
    let start = frame.start
    if frame.isMapping {
      let last = frame.entries.last.map { Int(max($0.value.range.end, $0.key.range.end)) } ?? end
      let isFlow = start < file.bytes.count && file.bytes[start] == UInt8(ascii: "{")
      reportDuplicates(frame.entries)
      let range = SourceRange(start: start, end: isFlow ? end : last)
      try finish(YAMLNode(.mapping(frame.entries), range: range), frame.anchor, event)
    } else {
      let last = frame.items.last.map { Int($0.range.end) } ?? end
      let isFlow = file.bytes[start] == UInt8(ascii: "[")
      let range = SourceRange(start: start, end: isFlow ? end : last)
      try finish(YAMLNode(.sequence(frame.items), range: range), frame.anchor, event)
    }
  }

  private mutating func finish(_ node: YAMLNode, _ anchor: String?, _ event: EventParser.Event) throws(Stop) {
    var size = 1
    if let anchor, let before = openAnchors.removeValue(forKey: anchor) { size += nodes - before }
    try add(node, size: size, anchor: anchor, at: event, counting: 1)
  }

  private mutating func addAlias(_ name: String, _ event: EventParser.Event) throws(Stop) {
    aliases += 1
    if aliases > limits.aliases { try stop(Messages.tooManyAliases(limits.aliases, at: location(event))) }
    if openAnchors[name] != nil { try stop(Messages.recursiveAlias(name, at: location(event))) }
    guard let anchored = anchors[name] else { return try stop(Messages.unknownAlias(name, at: location(event))) }
    try add(anchored.node, size: anchored.size, anchor: nil, at: event, counting: anchored.size)
  }

  private mutating func add(
    _ node: consuming YAMLNode, size: Int, anchor: String?, at event: EventParser.Event, counting count: Int = 1
  ) throws(Stop) {
    nodes += count
    if nodes > limits.nodes { try stop(Messages.tooManyNodes(limits.nodes, at: location(event))) }
    if let anchor { anchors[anchor] = Anchored(node: copy node, size: size) }
    guard let top = stack.indices.last else {
      root = node
      return
    }
    guard stack[top].isMapping else {
      // Most are short: with room from the first on, none is copied from place to place as it grows.
      if stack[top].items.isEmpty { stack[top].items.reserveCapacity(4) }
      return stack[top].items.append(node)
    }
    if let key = stack[top].key.take() {
      if stack[top].entries.isEmpty { stack[top].entries.reserveCapacity(8) }
      if key.isScalar { stack[top].entries.append(YAMLEntry(key: key, value: node)) }
    } else {
      if !node.isScalar { diagnostics.append(Messages.keyIsNoText(at: Location(file: file, range: node.range))) }
      stack[top].key = node
    }
  }

  /// Whether there are so few names that comparing all pairs costs less than a table. Texts of ASCII are compared byte for byte,
  /// others in a form of their own, which has to be found each time.
  private static func areFew(_ names: [String]) -> Bool {
    names.count <= 12 || names.count <= 32 && names.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
  }

  private static func areDifferent(_ names: [String]) -> Bool {
    for later in names.indices {
      for earlier in 0..<later where names[earlier] == names[later] { return false }
    }
    return true
  }

  private mutating func reportDuplicates(_ entries: [YAMLEntry]) {
    guard entries.count > 1 else { return }
    let names = entries.map(\.name)
    if Self.areFew(names), Self.areDifferent(names) { return }
    var seen: [String: Int] = [:]
    seen.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      if let first = seen[names[index]] {
        diagnostics.append(
          Messages.duplicateKey(
            entry.key.scalar?.shortened ?? "", at: Location(file: file, range: entry.key.range),
            first: Location(file: file, range: entries[first].key.range)))
      } else {
        seen[names[index]] = index
      }
    }
  }

  private static let core = "tag:yaml.org,2002:"

  private static func short(_ tag: String) -> String {
    tag.hasPrefix(core) ? "!!" + tag.dropFirst(core.count) : tag
  }

  /// The scalar as its tag wants it: `!!str` makes a text of what would be a number. What a tag does not fit is marked.
  private mutating func tagged(_ scalar: YAMLScalar, _ event: EventParser.Event) -> YAMLScalar {
    guard let tag = event.tag else { return scalar }
    if tag == "!" || tag == Self.core + "str" {
      return scalar.style == .plain ? YAMLScalar(scalar.text, style: .doubleQuoted) : scalar
    }
    let found = CoreSchema.resolve(scalar.text)
    let fits: Bool
    switch (tag, found) {
    case (Self.core + "null", .null), (Self.core + "bool", .bool), (Self.core + "int", .int): fits = true
    case (Self.core + "float", .double), (Self.core + "float", .int): fits = true
    case (Self.core + "null", _), (Self.core + "bool", _), (Self.core + "int", _), (Self.core + "float", _):
      fits = false
    default:
      diagnostics.append(Messages.unsupportedTag(Self.short(tag), at: location(event)))
      return YAMLScalar(scalar.text, style: scalar.style, isMistagged: true)
    }
    if !fits {
      let found = "the text `\(scalar.shortened)`"
      diagnostics.append(Messages.tagMismatch(Self.short(tag), found: found, at: location(event)))
    }
    return YAMLScalar(scalar.text, style: .plain, isMistagged: !fits)
  }

  private mutating func stop(_ diagnostic: Diagnostic) throws(Stop) {
    diagnostics.append(diagnostic)
    root = nil
    throw Stop()
  }

  private func range(_ event: EventParser.Event) -> SourceRange {
    SourceRange(start: check.offset(ofScalar: event.start), end: check.offset(ofScalar: event.end))
  }

  private func location(_ event: EventParser.Event) -> Location { Location(file: file, range: range(event)) }

  private func location(_ start: Int, _ end: Int) -> Location {
    Location(file: file, range: SourceRange(start: check.offset(ofScalar: start), end: check.offset(ofScalar: end)))
  }
}
