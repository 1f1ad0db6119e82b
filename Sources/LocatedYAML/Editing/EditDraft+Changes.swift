internal import Diagnostics

extension EditDraft {
  mutating func set(_ value: NewYAMLValue, at path: YAMLPath) throws(YAMLEditProblem) {
    let walk = try walk(path)
    guard let last = walk.places.last else {
      let members = [Self.member(path.steps[...], value)].compactMap { $0 }
      // Behind the mark that ends a document the next one would begin.
      guard !members.isEmpty, layout.linesBeginning(with: "...") == 0 else { throw .unusual(path) }
      return insert(lines: members.map { writer(inFlow: false).entry($0, at: 0) }.joined(), at: bytes.count)
    }
    guard !walk.missing.isEmpty else {
      guard walk.places.count > 1 else { throw .unusual(path) }
      return try replace(last, by: value, path)
    }
    guard let member = Self.member(walk.missing, value) else { throw .notThere(path) }
    if let entries = last.node.entries, !entries.isEmpty {
      return try isFlow(last, path) ? appendInFlow(.entry(member), to: last, path) : add(member, to: last, path)
    }
    guard walk.places.count > 1 else { throw .unusual(path) }
    try replace(last, by: .mapping([member]), path)
  }

  mutating func append(_ value: NewYAMLValue, to path: YAMLPath) throws(YAMLEditProblem) {
    let walk = try walk(path)
    guard walk.missing.isEmpty, let last = walk.places.last, let items = last.node.items, !items.isEmpty else {
      return try set(.list([value]), at: path)
    }
    if try isFlow(last, path) { return try appendInFlow(.item(value), to: last, path) }
    let dashes = try dashes(of: last.node, path)
    guard let dash = dashes.last, let item = items.last else { return }
    var keys = layout.column(dash) + 2
    if let first = item.entries?.first, Int(first.key.range.start) > dash, try !isFlow(item, path) {
      if layout.lineStart(dash) == layout.lineStart(Int(first.key.range.start)) {
        keys = layout.column(Int(first.key.range.start))
      }
    }
    let column = layout.column(dash)
    let lines = writer(inFlow: false).item(value, dashAt: column, keysAt: keys)
    let tail = try tail(of: item, behind: dash + 1, path)
    let place = layout.behindComments(
      tail, indentedBy: max(column, last.column + 1), crossingBlankLines: false)
    try requireBreak(before: place, path)
    insert(lines: (dashes.count > 1 && isBehindBlankLine(dash) ? "\n" : "") + lines, at: place)
  }

  /// A member for the steps, which must all be keys.
  private static func member(_ steps: ArraySlice<YAMLPath.Step>, _ value: NewYAMLValue) -> NewYAMLValue.Member? {
    var made = value
    for step in steps.dropFirst().reversed() {
      guard case .key(let name) = step else { return nil }
      made = .mapping([NewYAMLValue.Member(name, made)])
    }
    guard case .key(let name)? = steps.first else { return nil }
    return NewYAMLValue.Member(name, made)
  }

  /// Whether a blank line stands above a line and its comments.
  private func isBehindBlankLine(_ offset: Int) -> Bool {
    let first = layout.commentsAbove(layout.lineStart(offset))
    return layout.previousLine(first).map { layout.isBlankLine($0) } ?? false
  }

  // MARK: Blocks

  /// Puts an entry behind the last one of a block mapping.
  private mutating func add(
    _ member: NewYAMLValue.Member, to parent: Place, _ path: YAMLPath
  ) throws(YAMLEditProblem) {
    guard let entries = parent.node.entries, let first = entries.first, let last = entries.last else { return }
    let column = layout.column(Int(first.key.range.start))
    let isRoot = parent.column < 0
    let tail = try tail(of: last.value, behind: Int(last.key.range.end), path)
    let place = layout.behindComments(tail, indentedBy: column, crossingBlankLines: isRoot)
    let isApart = isRoot && entries.count > 1 && isBehindBlankLine(Int(last.key.range.start))
    try requireBreak(before: place, path)
    insert(lines: (isApart ? "\n" : "") + writer(inFlow: false).entry(member, at: column), at: place)
  }

  /// A text at an open end would get the line break that lines behind it need.
  private func requireBreak(before place: Int, _ path: YAMLPath) throws(YAMLEditProblem) {
    if place == bytes.count, layout.lacksFinalBreak, isAfterBlockScalar(place) { throw .unusual(path) }
  }

  private mutating func replace(
    _ place: Place, by value: NewYAMLValue, _ path: YAMLPath
  ) throws(YAMLEditProblem) {
    let range = place.node.range.offsets
    if place.isInFlow {
      let text = writer(inFlow: true).flow(value)
      return replace(range, by: range.isEmpty && range.lowerBound == place.lead ? " " + text : text)
    }
    let isBehindDash = place.lead > 0 && bytes[place.lead - 1] == UInt8(ascii: "-")
    let written = writer(inFlow: false).block(value, under: place.column, isBehindDash: isBehindDash)
    if let style = place.node.scalar?.style, style == .literal || style == .folded {
      return try replaceBlockScalar(place, by: written, path)
    }
    if place.node.scalar != nil { return replaceLine(place, range, written) }
    if try isFlow(place.node, path) { return replaceLine(place, range, written) }
    let tail = try tail(of: place.node, behind: place.lead, path)
    let isOpen = tail == bytes.count && layout.lacksFinalBreak
    let lines = (written.inline.isEmpty ? "" : " " + written.inline) + "\n" + written.below
    replace(place.lead..<tail, by: isOpen ? String(lines.dropLast()) : lines)
  }

  /// What stands behind the `|` or `>` stays, such as a comment.
  private mutating func replaceBlockScalar(
    _ place: Place, by written: ValueWriter.Block, _ path: YAMLPath
  ) throws(YAMLEditProblem) {
    let start = Int(place.node.range.start)
    let header = header(ofBlockScalar: place.node)
    guard layout.lineStart(start) == layout.lineStart(header.lowerBound) else { throw .shared(path) }
    // On a line of its own it needs no indentation, and what takes its place does.
    guard layout.lineStart(start) <= place.lead || layout.column(start) > place.column else { throw .unusual(path) }
    replaceInline(place, start..<header.upperBound, by: written.inline)
    let tail = try tail(of: place.node, behind: place.lead, path)
    let body = min(layout.nextLine(start), tail)
    if tail == bytes.count, layout.lacksFinalBreak {
      // The last line break goes with the body, as the file lacked one before.
      replace(layout.lineEnd(start)..<tail, by: written.below.isEmpty ? "" : "\n" + written.below.dropLast())
    } else {
      replace(body..<tail, by: written.below)
    }
  }

  /// In place of what stands behind a key or a dash, without lines below it.
  private mutating func replaceLine(
    _ place: Place, _ range: Range<Int>, _ written: ValueWriter.Block
  ) {
    if range.isEmpty || range.lowerBound < place.lead {
      replace(place.lead..<place.lead, by: written.inline.isEmpty ? "" : " " + written.inline)
      let next = layout.nextLine(place.lead)
      let lines = layout.behindComments(next, indentedBy: place.column + 1, crossingBlankLines: false)
      return insert(lines: written.below, at: written.inline.isEmpty ? lines : next)
    }
    if written.inline.isEmpty, layout.lineStart(range.lowerBound) > place.lead {
      // The value stood on a line below, which goes as a whole.
      replace(layout.lineStart(range.lowerBound)..<layout.lineEnd(range.upperBound), by: "")
    } else {
      replaceInline(place, range, by: written.inline)
    }
    insert(lines: written.below, at: layout.nextLine(range.upperBound))
  }

  /// Blanks before a value go with it where nothing takes its place.
  private mutating func replaceInline(_ place: Place, _ range: Range<Int>, by text: String) {
    let isAlone = text.isEmpty && layout.skipBlanks(place.lead) == range.lowerBound
    let start = isAlone ? place.lead : range.lowerBound
    let behind = layout.skipBlanks(range.upperBound)
    if text.isEmpty, bytes[range.upperBound..<behind].contains(UInt8(ascii: "\t")) {
      // Behind a value tabs may stand, and before the lines below a key or a dash they may not.
      let isBeforeComment = behind < bytes.count && bytes[behind] == UInt8(ascii: "#")
      return replace(start..<behind, by: isBeforeComment ? " " : "")
    }
    // Right behind a quote or the sign of a block scalar libyaml begins a comment; behind anything else it would be text.
    let meetsComment = range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: "#")
    replace(start..<range.upperBound, by: meetsComment ? text + " " : text)
  }

  // MARK: Brackets

  enum Piece {
    case item(NewYAMLValue)
    case entry(NewYAMLValue.Member)
  }

  /// Puts an item or an entry behind the last one between brackets.
  private mutating func appendInFlow(
    _ piece: Piece, to parent: Place, _ path: YAMLPath
  ) throws(YAMLEditProblem) {
    let start = Int(parent.node.range.start)
    guard bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: "{") else { throw .unusual(path) }
    let writer = writer(inFlow: true)
    let text =
      switch piece {
      case .item(let value): writer.flow(value)
      case .entry(let member): writer.flowEntry(member)
      }
    let ends = try extents(of: parent.node, path)
    guard let last = ends.last else { return }
    let comma = comma(behind: last.upperBound)
    let gap = gap(behind: ends.count - 1, in: parent.node)
    let closing = Int(parent.node.range.end) - 1
    let isOwnLine =
      layout.isFirstOnLine(last.lowerBound) && layout.lineStart(closing) > last.upperBound
      && layout.lineStart(last.lowerBound) > start
    if isOwnLine {
      let margin = bytes[layout.lineStart(last.lowerBound)..<last.lowerBound]
      if comma == nil { replace(last.upperBound..<last.upperBound, by: gap + ",") }
      let behind = layout.nextLine(comma ?? last.upperBound)
      let tail = comma == nil ? "" : ","
      insert(lines: String(decoding: margin, as: UTF8.self) + text + tail + "\n", at: behind)
    } else if let comma {
      replace(comma + 1..<comma + 1, by: " \(text)")
    } else {
      replace(last.upperBound..<last.upperBound, by: "\(gap), \(text)")
    }
  }

  /// What has to stay or come behind an item or entry between brackets: a tag takes all up to the next blank.
  func gap(behind index: Int, in node: YAMLNode) -> String {
    let value = node.items?[index] ?? node.entries?[index].value
    guard let range = value?.range.offsets, let text = value?.scalar?.text, text.isEmpty, !range.isEmpty else {
      return ""
    }
    return bytes[range.upperBound - 1] == UInt8(ascii: "'") || bytes[range.upperBound - 1] == UInt8(ascii: "\"")
      ? "" : " "
  }

  /// Where each item or entry between brackets begins and ends.
  func extents(of node: YAMLNode, _ path: YAMLPath) throws(YAMLEditProblem) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var least = Int(node.range.start) + 1
    func add(_ start: Int, _ end: Int) throws(YAMLEditProblem) {
      guard start >= least, end >= start else { throw .shared(path) }
      found.append(start..<end)
      least = end
    }
    for item in node.items ?? [] { try add(Int(item.range.start), Int(item.range.end)) }
    for entry in node.entries ?? [] {
      guard entry.value.range.start >= entry.key.range.end else { throw .shared(path) }
      try add(Int(entry.key.range.start), Int(max(entry.key.range.end, entry.value.range.end)))
    }
    return found
  }

  /// Where a comma stands behind an item, over blanks, line breaks and comments.
  func comma(behind offset: Int) -> Int? {
    var index = offset
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ","): return index
      case UInt8(ascii: "#"): index = layout.lineEnd(index)
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return nil
      }
    }
    return nil
  }
}
