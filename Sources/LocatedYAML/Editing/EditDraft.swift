internal import Diagnostics

/// One change of a document: where values stand, and what is written in place of which bytes.
struct EditDraft {
  /// A value and what introduces it.
  struct Place {
    let node: YAMLNode
    /// Behind the colon of its key, or behind its dash; 0 for the root.
    let lead: Int
    /// The column of its key or dash; -1 for the root.
    let column: Int
    /// Whether it stands between brackets.
    let isInFlow: Bool
  }

  private struct Replacement {
    let range: Range<Int>
    let text: [UInt8]
  }

  let layout: TextLayout
  let root: YAMLNode?
  let isJSON: Bool
  let indentation: Indentation
  private var replacements: [Replacement] = []

  init(_ bytes: [UInt8], _ root: YAMLNode?) {
    layout = TextLayout(bytes)
    self.root = root
    indentation = Indentation(root, layout)
    let start = root.map { Int($0.range.start) } ?? 0
    isJSON =
      root?.entries?.allSatisfy { $0.key.scalar?.style == .doubleQuoted } ?? false
      && start < bytes.count && bytes[start] == UInt8(ascii: "{")
  }

  var bytes: [UInt8] { layout.bytes }

  /// The bytes with everything replaced.
  var edited: [UInt8] {
    var out: [UInt8] = []
    var done = 0
    let order = replacements.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, replacement) in order {
      out += bytes[done..<max(done, replacement.range.lowerBound)]
      out += replacement.text
      done = max(done, replacement.range.upperBound)
    }
    return out + bytes[done...]
  }

  mutating func replace(_ range: Range<Int>, by text: String) {
    var written: [UInt8] = []
    for byte in text.utf8 { if byte == 0x0A { written += layout.lineBreak } else { written.append(byte) } }
    replacements.append(Replacement(range: range, text: written))
  }

  /// Puts whole lines before the line that begins at an offset, or behind the last.
  mutating func insert(lines: String, at offset: Int) {
    guard !lines.isEmpty else { return }
    let isBehindOpenLine = offset == bytes.count && layout.lacksFinalBreak
    replace(offset..<offset, by: isBehindOpenLine ? "\n" + lines.dropLast() : lines)
  }

  func writer(inFlow: Bool) -> ValueWriter {
    ValueWriter(surroundings: isJSON ? .json : inFlow ? .flow : .block, indentation: indentation)
  }

  // MARK: Ways

  /// What a path leads to.
  struct Walk {
    /// From the root on, as far as there is something.
    var places: [Place]
    /// The steps as the document has them: a key with dots is one.
    var names: [YAMLPath.Step]
    /// Steps that lead to nothing yet.
    var missing: ArraySlice<YAMLPath.Step>
  }

  func walk(_ path: YAMLPath) throws(YAMLEditProblem) -> Walk {
    var walk = Walk(places: [], names: [], missing: path.steps[...])
    guard let root else {
      walk.names = path.steps
      return walk
    }
    walk.places = [Place(node: root, lead: 0, column: -1, isInFlow: false)]
    while let step = walk.missing.first, let last = walk.places.last {
      switch step {
      case .key:
        guard let (entry, count) = Self.entry(of: last.node, for: walk.missing) else {
          walk.names += walk.missing
          return walk
        }
        walk.places.append(try place(of: entry, in: last, path))
        walk.names.append(.key(entry.name))
        walk.missing = walk.missing.dropFirst(count)
      case .index(let index):
        guard let items = last.node.items, items.indices.contains(index) else {
          walk.names += walk.missing
          return walk
        }
        walk.places.append(try place(ofItem: index, in: last, path))
        walk.names.append(step)
        walk.missing = walk.missing.dropFirst()
      }
    }
    return walk
  }

  /// The entry that the next steps name, and how many of them: `control.abort_latency_s` may be one key.
  private static func entry(of node: YAMLNode, for steps: ArraySlice<YAMLPath.Step>) -> (YAMLEntry, Int)? {
    var names: [String] = []
    for step in steps {
      guard case .key(let name) = step else { break }
      names.append(name)
      if let entry = node.entries?.first(where: { $0.name == names.joined(separator: ".") }) {
        return (entry, names.count)
      }
    }
    return nil
  }

  func place(of entry: YAMLEntry, in parent: Place, _ path: YAMLPath) throws(YAMLEditProblem) -> Place {
    let isInFlow = try isFlow(parent, path)
    let end = Int(entry.key.range.end)
    let start = Int(entry.value.range.start)
    let colon = layout.skipBlanks(end)
    guard start >= end else { throw .shared(path) }
    guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { throw .unusual(path) }
    return Place(
      node: entry.value, lead: colon + 1, column: layout.column(Int(entry.key.range.start)), isInFlow: isInFlow)
  }

  func place(ofItem index: Int, in parent: Place, _ path: YAMLPath) throws(YAMLEditProblem) -> Place {
    let item = (parent.node.items ?? [])[index]
    let start = Int(item.range.start)
    if try isFlow(parent, path) {
      let before = index > 0 ? Int((parent.node.items ?? [])[index - 1].range.end) : Int(parent.node.range.start) + 1
      guard start >= before else { throw .shared(path) }
      return Place(node: item, lead: start, column: layout.column(start), isInFlow: true)
    }
    let dash = try dashes(of: parent.node, path)[index]
    guard start > dash else { throw .shared(path) }
    return Place(node: item, lead: dash + 1, column: layout.column(dash), isInFlow: false)
  }

  /// Whether the children of a value stand between brackets.
  func isFlow(_ place: Place, _ path: YAMLPath) throws(YAMLEditProblem) -> Bool {
    place.isInFlow ? true : try isFlow(place.node, path)
  }

  func isFlow(_ node: YAMLNode, _ path: YAMLPath) throws(YAMLEditProblem) -> Bool {
    let start = Int(node.range.start)
    switch node.content {
    case .scalar: return false
    case .sequence:
      if bytes[start] == UInt8(ascii: "[") { return true }
      if bytes[start] == UInt8(ascii: "-") { return false }
    case .mapping(let entries):
      if bytes[start] == UInt8(ascii: "{") { return true }
      if entries.first.map({ $0.key.range.start == node.range.start }) ?? false { return false }
      if bytes[start] == UInt8(ascii: "?") { throw .unusual(path) }
    }
    throw .shared(path)
  }

  /// Whether something is repeated by an alias, which has the place of what it repeats.
  var hasAliases: Bool { root.map { Self.hasAliases($0) } ?? false }

  private static func hasAliases(_ node: YAMLNode) -> Bool {
    var before = node.range.start
    let children = (node.items ?? []) + (node.entries ?? []).flatMap { [$0.key, $0.value] }
    for child in children {
      if child.range.start < before || hasAliases(child) { return true }
      before = child.range.end
    }
    return false
  }

  // MARK: Where values end

  /// Where each dash of a block sequence stands.
  func dashes(of node: YAMLNode, _ path: YAMLPath) throws(YAMLEditProblem) -> [Int] {
    let first = Int(node.range.start)
    var found: [Int] = []
    var dash = first
    for item in node.items ?? [] {
      if !found.isEmpty {
        var line = try tail(of: node.items?[found.count - 1] ?? item, behind: dash + 1, path)
        while line < bytes.count, layout.isBlankLine(line) || layout.commentColumn(line) != nil {
          line = layout.nextLine(line)
        }
        dash = layout.firstText(line)
      }
      guard dash < bytes.count, bytes[dash] == UInt8(ascii: "-"), layout.column(dash) == layout.column(first) else {
        throw .unusual(path)
      }
      found.append(dash)
    }
    return found
  }

  /// The offset of the line after a value and what is written behind it; `behind` is where what introduces it ends.
  func tail(of node: YAMLNode, behind lead: Int, _ path: YAMLPath) throws(YAMLEditProblem) -> Int {
    // An alias has the place of what it repeats.
    guard Int(node.range.start) >= lead else { return layout.nextLine(lead) }
    let end = max(Int(node.range.end), lead)
    switch node.content {
    case .scalar(let scalar) where scalar.style == .literal || scalar.style == .folded:
      return blockScalarTail(node)
    // A key without a colon: libyaml has its value where the next thing begins.
    case .scalar where node.range.start == node.range.end && layout.isFirstOnLine(end): return layout.nextLine(lead)
    case .scalar: return layout.nextLine(end)
    case .sequence(let items):
      guard try !isFlow(node, path), let last = items.last, let dash = try dashes(of: node, path).last else {
        return layout.nextLine(end)
      }
      return try tail(of: last, behind: dash + 1, path)
    case .mapping(let entries):
      guard try !isFlow(node, path), let last = entries.last else { return layout.nextLine(end) }
      return try tail(of: last.value, behind: Int(last.key.range.end), path)
    }
  }

  /// Blank lines behind a block scalar belong to it only where its header keeps them with `+`.
  private func blockScalarTail(_ node: YAMLNode) -> Int {
    let header = header(ofBlockScalar: node)
    let start = header.lowerBound
    var end = Int(node.range.end)
    if end > start, layout.lineStart(end) != end { end = layout.nextLine(end) }
    if bytes[header].contains(UInt8(ascii: "+")) { return end }
    while let above = layout.previousLine(end), above > start, layout.isBlankLine(above) { end = above }
    return end
  }

  /// Where the `|` or `>` of a block scalar stands, with what says how it is read; an anchor and a tag stand before it.
  func header(ofBlockScalar node: YAMLNode) -> Range<Int> {
    var start = Int(node.range.start)
    while start < bytes.count {
      switch bytes[start] {
      case 0x20, 0x09, 0x0A, 0x0D: start += 1
      case UInt8(ascii: "#"): start = layout.lineEnd(start)
      case UInt8(ascii: "|"), UInt8(ascii: ">"):
        return start..<start + 1 + bytes[(start + 1)...].prefix { Self.says(howToRead: $0) }.count
      default: start = endOfWord(start)
      }
    }
    return start..<start
  }

  /// Whether a block scalar reaches up to an offset and says so much more or less as there is a line break before it.
  func isAfterBlockScalar(_ offset: Int) -> Bool {
    blockScalarHeader(upTo: offset).map { !$0.contains(UInt8(ascii: "-")) } ?? false
  }

  /// What says how a block scalar is read that reaches up to an offset; nil where none does.
  func blockScalarHeader(upTo offset: Int) -> ArraySlice<UInt8>? {
    root.flatMap { blockScalar(in: $0, upTo: offset) }.map { bytes[header(ofBlockScalar: $0)] }
  }

  private func blockScalar(in node: YAMLNode, upTo offset: Int) -> YAMLNode? {
    switch node.content {
    case .scalar(let scalar):
      let isBlock = scalar.style == .literal || scalar.style == .folded
      return isBlock && Int(node.range.start) < offset && Int(node.range.end) >= offset ? node : nil
    case .sequence(let items): return items.lazy.compactMap { blockScalar(in: $0, upTo: offset) }.first
    case .mapping(let entries):
      let nodes = entries.lazy.flatMap { [$0.key, $0.value] }
      return nodes.compactMap { blockScalar(in: $0, upTo: offset) }.first
    }
  }

  /// Whether a byte behind the `|` or `>` says which breaks count, or how far the text is indented.
  private static func says(howToRead byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || (0x31...0x39).contains(byte)
  }

  private func endOfWord(_ start: Int) -> Int {
    bytes[start..<layout.lineEnd(start)].firstIndex { $0 == 0x20 || $0 == 0x09 } ?? layout.lineEnd(start)
  }
}
