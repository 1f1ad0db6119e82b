internal import Diagnostics

extension EditDraft {
  /// Takes out what a path leads to, and gives back its text.
  mutating func remove(at path: YAMLPath) throws(YAMLEditProblem) -> String {
    let walk = try walk(path)
    guard walk.missing.isEmpty, walk.places.count > 1, let place = walk.places.last else { throw .notThere(path) }
    let parent = walk.places[walk.places.count - 2]
    guard let index = index(of: place, in: parent.node) else { throw .shared(path) }
    let count = parent.node.items?.count ?? parent.node.entries?.count ?? 0
    if try isFlow(parent, path) { return try removeInFlow(index, of: count, from: parent.node, path) }
    let starts = try starts(of: parent.node, path)
    let begin = starts[index]
    let tail = try tail(of: place.node, behind: place.lead, path)
    guard layout.isFirstOnLine(begin) else {
      return try removeFirstOfItem(begin, next: index + 1 < count ? starts[index + 1] : nil, tail, path)
    }
    let column = layout.column(begin)
    let line = layout.lineStart(begin)
    // A block scalar for a key ends where the line begins that follows it.
    let above = min(try endOfSibling(before: index, in: parent.node, path), line)
    let first = max(layout.commentsAbove(line), above)
    // Comments that are indented further than the item are inside it.
    var end = layout.behindComments(tail, indentedBy: column + 1, crossingBlankLines: false)
    let removed = String(decoding: bytes[first..<end], as: UTF8.self)
    if blockScalarHeader(upTo: first) != nil, layout.commentColumn(lineWithText(from: end)) ?? 0 > column {
      // Below the text above it would be a line of that text.
      throw .losesComment(path)
    }
    if count == 1 {
      guard parent.column >= 0 else { throw .unusual(path) }
      replace(parent.lead..<parent.lead, by: parent.node.items == nil ? " {}" : " []")
    } else if isBetweenBlankLines(first, end) || wouldTake(blankLinesAt: end, textUpTo: first)
      || index == 0 && layout.isBlankLine(end) && end < bytes.count
    {
      end = lineWithText(from: end)
    }
    replace(rangeKeepingOpenEnd(first, end), by: "")
    return removed
  }

  /// Where what stands before an item or entry ends: a line inside a text can look like a comment.
  private func endOfSibling(before index: Int, in parent: YAMLNode, _ path: YAMLPath) throws(YAMLEditProblem) -> Int {
    guard index > 0 else { return 0 }
    if let entries = parent.entries {
      return try tail(of: entries[index - 1].value, behind: Int(entries[index - 1].key.range.end), path)
    }
    guard let items = parent.items else { return 0 }
    return try tail(of: items[index - 1], behind: try dashes(of: parent, path)[index - 1] + 1, path)
  }

  /// Where the bytes lacked a last line break they lack it still, but for one that is part of a text.
  private func rangeKeepingOpenEnd(_ first: Int, _ end: Int) -> Range<Int> {
    guard end == bytes.count, layout.lacksFinalBreak, !isAfterBlockScalar(first),
      let above = layout.previousLine(first)
    else { return first..<end }
    return layout.lineEnd(above)..<end
  }

  private func lineWithText(from line: Int) -> Int {
    var line = line
    while line < bytes.count, layout.isBlankLine(line) { line = layout.nextLine(line) }
    return line
  }

  /// Whether a block scalar above would take blank lines for its own: it keeps them, or blanks on them could be its text.
  private func wouldTake(blankLinesAt end: Int, textUpTo first: Int) -> Bool {
    guard let header = blockScalarHeader(upTo: first) else { return false }
    var line = end
    while line < bytes.count, layout.isBlankLine(line) {
      if layout.lineEnd(line) > line { return true }
      line = layout.nextLine(line)
    }
    return header.contains(UInt8(ascii: "+"))
  }

  private func isBetweenBlankLines(_ first: Int, _ end: Int) -> Bool {
    guard end < bytes.count, layout.isBlankLine(end) else { return false }
    return layout.previousLine(first).map { layout.isBlankLine($0) } ?? false
  }

  private func index(of place: Place, in parent: YAMLNode) -> Int? {
    let range = place.node.range
    let found = parent.items?.firstIndex { $0.range == range } ?? parent.entries?.firstIndex { $0.value.range == range }
    return found
  }

  /// Where the dashes or keys stand.
  private func starts(of parent: YAMLNode, _ path: YAMLPath) throws(YAMLEditProblem) -> [Int] {
    if let entries = parent.entries { return entries.map { Int($0.key.range.start) } }
    return try dashes(of: parent, path)
  }

  /// The first key behind a dash: the next one takes its place.
  private mutating func removeFirstOfItem(
    _ begin: Int, next: Int?, _ tail: Int, _ path: YAMLPath
  ) throws(YAMLEditProblem) -> String {
    guard let next, bytes[begin] != UInt8(ascii: "-"), layout.lineStart(next) == tail else { throw .unusual(path) }
    replace(begin..<next, by: "")
    return String(decoding: bytes[begin..<tail], as: UTF8.self)
  }

  private mutating func removeInFlow(
    _ index: Int, of count: Int, from parent: YAMLNode, _ path: YAMLPath
  ) throws(YAMLEditProblem) -> String {
    let extents = try extents(of: parent, path)
    let own = extents[index]
    if !isJSON,
      let lines = ownLines(of: own, behind: index > 0 ? extents[index - 1].upperBound : Int(parent.range.start))
    {
      // The comma before the last one may stay.
      replace(lines, by: "")
      return String(decoding: bytes[lines], as: UTF8.self)
    }
    let range =
      index + 1 < count
      ? own.lowerBound..<extents[index + 1].lowerBound
      : index > 0
        ? extents[index - 1].upperBound..<own.upperBound
        : own.lowerBound..<(comma(behind: own.upperBound).map { $0 + 1 } ?? own.upperBound)
    let around = [bytes[range.lowerBound..<own.lowerBound], bytes[own.upperBound..<range.upperBound]]
    if around.contains(where: { $0.contains(UInt8(ascii: "#")) }) { throw .losesComment(path) }
    // The sign before the next key would go with it.
    if around[1].contains(UInt8(ascii: "?")) { throw .unusual(path) }
    let isBehindLast = range.lowerBound < own.lowerBound
    // A dash that is a text before a comma is none before a blank.
    let isAtBlank =
      own.upperBound == layout.lineEnd(own.upperBound) || layout.skipBlanks(own.upperBound) > own.upperBound
    if isBehindLast, isAtBlank, "-?:".utf8.contains(bytes[range.lowerBound - 1]) { throw .unusual(path) }
    replace(range, by: isBehindLast ? gap(behind: index - 1, in: parent) : "")
    return String(decoding: bytes[own], as: UTF8.self)
  }

  /// The lines that hold an item between brackets with its comma, if it has one, and nothing else but its comments.
  private func ownLines(of own: Range<Int>, behind before: Int) -> Range<Int>? {
    guard layout.isFirstOnLine(own.lowerBound) else { return nil }
    var rest = layout.skipBlanks(own.upperBound)
    if rest < bytes.count, bytes[rest] == UInt8(ascii: ",") {
      rest = layout.skipBlanks(rest + 1)
    } else if comma(behind: own.upperBound) != nil {
      return nil
    }
    guard rest == layout.lineEnd(rest) || bytes[rest] == UInt8(ascii: "#") else { return nil }
    let first = max(layout.commentsAbove(layout.lineStart(own.lowerBound)), layout.nextLine(before))
    return first..<layout.nextLine(own.upperBound)
  }
}
