internal import Diagnostics

/// The lines of a document, and what stands on them.
struct TextLayout {
  let bytes: [UInt8]
  /// How lines end, as the first one does.
  let lineBreak: [UInt8]
  /// Behind a byte order mark.
  private let start: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let first = bytes.firstIndex(where: { Self.isBreak($0) }) {
      let isPair = bytes[first] == 0x0D && first + 1 < bytes.count && bytes[first + 1] == 0x0A
      lineBreak = isPair ? [0x0D, 0x0A] : [bytes[first]]
    } else {
      lineBreak = [0x0A]
    }
  }

  private static let behindMarks = [" ", "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether there is nothing but comments and blank lines.
  var hasOnlyComments: Bool {
    var line = start
    while line < bytes.count {
      guard isBlankLine(line) || commentColumn(line) != nil else { return false }
      // Before a value a tab may not stand, not even on a line of its own.
      if bytes[line..<skipBlanks(line)].contains(UInt8(ascii: "\t")) { return false }
      line = nextLine(line)
    }
    return true
  }

  /// Whether a tab stands on a line without text, or before a comment on a line of its own.
  var hasTabsWithoutText: Bool {
    var line = start
    while line < bytes.count {
      let text = firstText(line)
      let isWithoutText = text == lineEnd(line) || bytes[text] == UInt8(ascii: "#")
      if isWithoutText, bytes[line..<text].contains(UInt8(ascii: "\t")) { return true }
      line = nextLine(line)
    }
    return false
  }

  /// How many lines begin with one of the marks that begin or end a document, as libyaml sees them.
  func linesBeginning(with marks: String...) -> Int {
    var (line, count) = (start, 0)
    while line < bytes.count {
      let rest = bytes[line...].dropFirst(3)
      let isApart = rest.isEmpty || Self.behindMarks.contains { rest.starts(with: $0.utf8) }
      if isApart, marks.contains(where: { bytes[line...].starts(with: $0.utf8) }) { count += 1 }
      line = nextLine(line)
    }
    return count
  }

  /// Where the line begins that an offset is on.
  func lineStart(_ offset: Int) -> Int {
    var index = min(offset, bytes.count)
    while index > start, !Self.isBreak(bytes[index - 1]) { index -= 1 }
    return max(index, start)
  }

  /// Where that line ends, before its break.
  func lineEnd(_ offset: Int) -> Int {
    var index = offset
    while index < bytes.count, !Self.isBreak(bytes[index]) { index += 1 }
    return index
  }

  /// Where the next line begins; the end of the bytes where there is none.
  func nextLine(_ offset: Int) -> Int {
    let end = lineEnd(offset)
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { return end + 2 }
    return min(end + 1, bytes.count)
  }

  /// Where the line before one begins; nil for the first.
  func previousLine(_ lineStart: Int) -> Int? {
    guard lineStart > start else { return nil }
    let isPair = lineStart >= start + 2 && bytes[lineStart - 1] == 0x0A && bytes[lineStart - 2] == 0x0D
    return self.lineStart(lineStart - (isPair ? 2 : 1))
  }

  func column(_ offset: Int) -> Int { offset - lineStart(offset) }

  /// The offset of the first byte of a line that is no blank; the line's end where there is none.
  func firstText(_ lineStart: Int) -> Int { skipBlanks(lineStart) }

  /// Behind blanks, on the same line.
  func skipBlanks(_ offset: Int) -> Int {
    var index = offset
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    return index
  }

  func isFirstOnLine(_ offset: Int) -> Bool { firstText(lineStart(offset)) >= offset }

  func isBlankLine(_ lineStart: Int) -> Bool { firstText(lineStart) == lineEnd(lineStart) }

  /// The column of the `#` of a line that is a comment and nothing else.
  func commentColumn(_ lineStart: Int) -> Int? {
    let first = firstText(lineStart)
    return first < bytes.count && bytes[first] == UInt8(ascii: "#") ? first - lineStart : nil
  }

  /// Whether the bytes end inside a line.
  var lacksFinalBreak: Bool { bytes.last.map { !Self.isBreak($0) } ?? false }

  /// Behind comments that follow a line and are indented as far at least, and behind blank lines before such comments
  /// where those are to be crossed.
  func behindComments(_ lineStart: Int, indentedBy column: Int, crossingBlankLines: Bool) -> Int {
    var (line, found) = (lineStart, lineStart)
    while line < bytes.count {
      if let comment = commentColumn(line), comment >= column {
        line = nextLine(line)
        found = line
      } else if crossingBlankLines, isBlankLine(line) {
        line = nextLine(line)
      } else {
        break
      }
    }
    return found
  }

  /// Where the comments begin that stand right above a line, one below the other.
  func commentsAbove(_ lineStart: Int) -> Int {
    var found = lineStart
    while let above = previousLine(found), commentColumn(above) != nil { found = above }
    return found
  }

  /// The comments, each from its `#` to the end of its line, outside the values under a node. There libyaml takes every `#`
  /// for one, whatever stands before it.
  func comments(around root: YAMLNode?) -> [String] {
    var values: [Range<Int>] = []
    if let root { collect(root, &values) }
    values.sort { $0.lowerBound < $1.lowerBound }
    var next = values[...]
    var found: [String] = []
    var index = start
    while index < bytes.count {
      while let first = next.first, first.upperBound <= index { next.removeFirst() }
      if let first = next.first, first.contains(index) {
        index = first.upperBound
      } else if bytes[index] == UInt8(ascii: "#") {
        let end = lineEnd(index)
        found.append(String(decoding: bytes[index..<end], as: UTF8.self))
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private func collect(_ node: YAMLNode, _ values: inout [Range<Int>]) {
    switch node.content {
    case .scalar(let scalar):
      // A comment may stand behind the `|` of a block scalar.
      let isBlock = scalar.style == .literal || scalar.style == .folded
      let begin = isBlock ? min(nextLine(Int(node.range.start)), Int(node.range.end)) : Int(node.range.start)
      values.append(begin..<Int(node.range.end))
    case .sequence(let items): for item in items { collect(item, &values) }
    case .mapping(let entries):
      for entry in entries {
        collect(entry.key, &values)
        collect(entry.value, &values)
      }
    }
  }
}
