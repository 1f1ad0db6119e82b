internal import Diagnostics

/// Reads a scalar's source again as YAML 1.2.2, chapter 7 and 8, says, noting where each byte of the text comes from.
struct ScalarTracer {
  private(set) var text: [UInt8] = []
  private(set) var places: [SourceRange] = []
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  mutating func trace(_ scalar: YAMLScalar) {
    skipProperties()
    switch scalar.style {
    case .plain: traceFlow(closing: nil, escapes: false)
    // What is tagged as a text is read as if it were quoted.
    case .doubleQuoted where index < end && bytes[index] != UInt8(ascii: "\""): traceFlow(closing: nil, escapes: false)
    case .singleQuoted: traceFlow(closing: UInt8(ascii: "'"), escapes: false)
    case .doubleQuoted: traceFlow(closing: UInt8(ascii: "\""), escapes: true)
    case .literal, .folded: traceBlock(scalar)
    }
  }

  /// An anchor and a tag may stand before the text, in either order. No plain text begins like them.
  private mutating func skipProperties() {
    while index < end, bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "!") {
      while index < end, !isBlank(index), !isBreak(index) { index += 1 }
      while isBlank(index) || isBreak(index) { index += 1 }
    }
  }

  private mutating func emit(_ byte: UInt8, from start: Int, to end: Int) {
    text.append(byte)
    places.append(SourceRange(start: start, end: end))
  }

  private func isBlank(_ index: Int) -> Bool { index < end && (bytes[index] == 0x20 || bytes[index] == 0x09) }
  private func isBreak(_ index: Int) -> Bool { index < end && (bytes[index] == 0x0A || bytes[index] == 0x0D) }

  private mutating func skipBreak() -> (start: Int, end: Int) {
    let start = index
    index += bytes[index] == 0x0D && index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
    return (start, index)
  }

  // MARK: Plain and quoted

  private mutating func traceFlow(closing quote: UInt8?, escapes: Bool) {
    if quote != nil { index += 1 }
    while index < end {
      if let quote, bytes[index] == quote {
        guard !escapes, index + 1 < end, bytes[index + 1] == quote else { return }
        emit(quote, from: index, to: index + 2)
        index += 2
      } else if escapes, bytes[index] == UInt8(ascii: "\\") {
        traceEscape()
      } else if isBlank(index) || isBreak(index) {
        traceWhite()
      } else {
        emit(bytes[index], from: index, to: index + 1)
        index += 1
      }
    }
  }

  /// Blanks inside a line are kept; around line breaks they fold away.
  private mutating func traceWhite() {
    let start = index
    while isBlank(index) { index += 1 }
    guard isBreak(index) else {
      for blank in start..<index { emit(bytes[blank], from: blank, to: blank + 1) }
      return
    }
    traceFold(keepingFirst: true)
  }

  private mutating func traceFold(keepingFirst: Bool) {
    var breaks: [(start: Int, end: Int)] = []
    while isBreak(index) || isBlank(index) {
      if isBreak(index) { breaks.append(skipBreak()) } else { index += 1 }
    }
    if breaks.count == 1, keepingFirst, let only = breaks.first { return emit(0x20, from: only.start, to: only.end) }
    for each in breaks.dropFirst() { emit(0x0A, from: each.start, to: each.end) }
  }

  private mutating func traceEscape() {
    let start = index
    guard index + 1 < end else { return index = end }
    let kind = bytes[index + 1]
    index += 2
    let digits: Int
    switch kind {
    case 0x0A, 0x0D:
      index -= 1
      return traceFold(keepingFirst: false)
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default:
      for byte in Self.escaped(kind) { emit(byte, from: start, to: index) }
      return
    }
    let stop = min(end, index + digits)
    let value = UInt32(String(decoding: bytes[index..<stop], as: UTF8.self), radix: 16)
    index = stop
    guard let value, let scalar = Unicode.Scalar(value) else { return }
    for byte in String(Character(scalar)).utf8 { emit(byte, from: start, to: stop) }
  }

  private static func escaped(_ kind: UInt8) -> [UInt8] {
    switch kind {
    case UInt8(ascii: "0"): [0x00]
    case UInt8(ascii: "a"): [0x07]
    case UInt8(ascii: "b"): [0x08]
    case UInt8(ascii: "t"), 0x09: [0x09]
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "v"): [0x0B]
    case UInt8(ascii: "f"): [0x0C]
    case UInt8(ascii: "r"): [0x0D]
    case UInt8(ascii: "e"): [0x1B]
    case UInt8(ascii: "N"): [0xC2, 0x85]
    case UInt8(ascii: "_"): [0xC2, 0xA0]
    case UInt8(ascii: "L"): [0xE2, 0x80, 0xA8]
    case UInt8(ascii: "P"): [0xE2, 0x80, 0xA9]
    default: [kind]
    }
  }

  // MARK: Block scalars

  private mutating func traceBlock(_ scalar: YAMLScalar) {
    var keepsAll = false
    var dropsAll = false
    while index < end, !isBreak(index) {
      if bytes[index] == UInt8(ascii: "+") { keepsAll = true }
      if bytes[index] == UInt8(ascii: "-") { dropsAll = true }
      if bytes[index] == UInt8(ascii: "#") { while index < end, !isBreak(index) { index += 1 } } else { index += 1 }
    }
    guard index < end else { return }
    _ = skipBreak()
    let indentation = indentation(of: scalar.text)
    var leadingBreak: (start: Int, end: Int)?
    var trailingBreaks = skipEmptyLines(indentation)
    var leadingBlank = false
    while index < end {
      let trailingBlank = isBlank(index)
      if scalar.style == .folded, let only = leadingBreak, !leadingBlank, !trailingBlank {
        if trailingBreaks.isEmpty { emit(0x20, from: only.start, to: only.end) }
      } else if let kept = leadingBreak {
        emit(0x0A, from: kept.start, to: kept.end)
      }
      for each in trailingBreaks { emit(0x0A, from: each.start, to: each.end) }
      leadingBlank = isBlank(index)
      while index < end, !isBreak(index) {
        emit(bytes[index], from: index, to: index + 1)
        index += 1
      }
      leadingBreak = nil
      guard index < end else { break }
      leadingBreak = skipBreak()
      trailingBreaks = skipEmptyLines(indentation)
    }
    if !dropsAll, let leadingBreak { emit(0x0A, from: leadingBreak.start, to: leadingBreak.end) }
    if keepsAll { for each in trailingBreaks { emit(0x0A, from: each.start, to: each.end) } }
  }

  /// Skips lines that hold no more than the indentation, then the indentation of the next line.
  private mutating func skipEmptyLines(_ indentation: Int) -> [(start: Int, end: Int)] {
    var breaks: [(start: Int, end: Int)] = []
    while index < end {
      let lineStart = index
      while index < end, index - lineStart < indentation, bytes[index] == 0x20 { index += 1 }
      guard isBreak(index) else { return breaks }
      breaks.append(skipBreak())
    }
    return breaks
  }

  /// How far the text is indented: what the first line with text has more in the source than in the text.
  private func indentation(of text: String) -> Int {
    var source = index
    var lineStart = index
    while source < end, bytes[source] == 0x20 || isBreak(source) {
      if isBreak(source) { lineStart = source + 1 }
      source += 1
    }
    let kept = text.utf8.drop { $0 == 0x0A }.prefix { $0 == 0x20 }.count
    return source - lineStart - kept
  }
}
