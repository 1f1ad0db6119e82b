/// Reads the syntax of RE2 (https://github.com/google/re2/wiki/Syntax); where that is silent, what Go's `regexp` accepts.
struct PatternParser {
  static let longest = 65_536
  static let deepest = 999
  static let mostRepetitions = 1_000

  struct Flags {
    var foldsCase = false
    var dotMatchesNewline = false
    var isMultiline = false
    var isUngreedy = false
  }

  let bytes: [UInt8]
  let options: LinearRegex.Options
  var index = 0
  var flags = Flags()
  var builder: ProgramBuilder
  /// The flags outside each open group, and where it began.
  private var outer: [(flags: Flags, start: Int)] = []

  init(_ pattern: String, options: LinearRegex.Options) {
    bytes = Array(pattern.utf8)
    self.options = options
    builder = ProgramBuilder(options: options, patternLength: bytes.count)
  }

  mutating func parse() throws(RegexSyntaxError) -> RegexProgram {
    if bytes.count > Self.longest { throw .patternTooLong(Self.longest, at: 0..<bytes.count) }
    var isAfterRepetition = false
    while index < bytes.count {
      let isRepetition = try parseRepetition(isAfterRepetition)
      if !isRepetition { try parseOther() }
      isAfterRepetition = isRepetition
    }
    if let open = outer.last { throw .groupNotClosed(at: open.start..<open.start + 1) }
    return try builder.finish()
  }

  // MARK: Reading

  func peek(_ ahead: Int = 0) -> UInt8? { index + ahead < bytes.count ? bytes[index + ahead] : nil }

  func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    index += 1
    return true
  }

  /// The code point here, which is passed; there must be one.
  mutating func next() -> UInt32 {
    let (value, length) = UTF8Text.decode(bytes.span, at: index)
    index += length
    return value
  }

  /// From `start` to the end of the code point after `end`, as far as the pattern goes.
  func range(_ start: Int, _ end: Int? = nil) -> Range<Int> {
    var last = min(end ?? start + 1, bytes.count)
    while last < bytes.count, bytes[last] & 0xC0 == 0x80 { last += 1 }
    return min(start, last)..<last
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: Parts of a pattern

  private mutating func parseOther() throws(RegexSyntaxError) {
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "("): try parseGroupStart()
    case UInt8(ascii: "|"):
      index += 1
      try builder.endAlternative()
    case UInt8(ascii: ")"):
      guard let open = outer.popLast() else { throw .unopenedGroup(at: range(start)) }
      index += 1
      flags = open.flags
      try builder.closeGroup()
    case UInt8(ascii: "["): try builder.take(try parseClass())
    case UInt8(ascii: "."):
      index += 1
      try builder.take(
        ScalarSet(flags.dotMatchesNewline ? [] : [.range(0x0A, 0x0A, foldsCase: false)], isNegated: true))
    case UInt8(ascii: "^"):
      index += 1
      try builder.check(flags.isMultiline ? .lineStart : .textStart)
    case UInt8(ascii: "$"):
      index += 1
      try builder.check(flags.isMultiline ? .lineEnd : .textEnd)
    case UInt8(ascii: "\\"): try parseEscape()
    default: try builder.take(next(), foldsCase: flags.foldsCase)
    }
  }

  mutating func openGroup(from start: Int, inside flags: Flags) throws(RegexSyntaxError) {
    if outer.count == Self.deepest { throw .groupsTooDeep(Self.deepest, at: range(start)) }
    outer.append((self.flags, start))
    self.flags = flags
    builder.openGroup()
  }

  /// Reads `*`, `+`, `?` or a count; false, with nothing read, where none stands.
  private mutating func parseRepetition(_ isAfterRepetition: Bool) throws(RegexSyntaxError) -> Bool {
    let start = index
    guard let (minimum, maximum) = try parseCount() else { return false }
    if isAfterRepetition {
      throw bytes[start] == UInt8(ascii: "+")
        ? .possessive(at: range(start, index)) : .repeatedRepetition(at: range(start, index))
    }
    guard builder.hasAtom else { throw .nothingToRepeat(text(start..<start + 1), at: range(start, index)) }
    let isLazy = skip(UInt8(ascii: "?"))
    let isWithin = try builder.repeatAtom(
      minimum, maximum, isGreedy: isLazy == flags.isUngreedy, most: Self.mostRepetitions)
    if !isWithin { throw .countsMultiply(Self.mostRepetitions, at: range(start, index)) }
    return true
  }

  private mutating func parseCount() throws(RegexSyntaxError) -> (Int, Int?)? {
    switch bytes[index] {
    case UInt8(ascii: "*"):
      index += 1
      return (0, nil)
    case UInt8(ascii: "+"):
      index += 1
      return (1, nil)
    case UInt8(ascii: "?"):
      index += 1
      return (0, 1)
    case UInt8(ascii: "{"): return try parseWrittenCount()
    default: return nil
    }
  }

  /// Reads `{2}`, `{2,}` or `{2,3}`; nil, with nothing read, where the brace is only a brace.
  private mutating func parseWrittenCount() throws(RegexSyntaxError) -> (Int, Int?)? {
    let start = index
    index += 1
    guard let minimum = parseDigits() else {
      index = start
      return nil
    }
    var maximum: Int? = minimum
    if skip(UInt8(ascii: ",")) { maximum = peek() == UInt8(ascii: "}") ? nil : parseDigits() ?? -1 }
    guard maximum != -1, skip(UInt8(ascii: "}")) else {
      index = start
      return nil
    }
    if max(minimum, maximum ?? 0) > Self.mostRepetitions {
      throw .countTooLarge(Self.mostRepetitions, at: range(start, index))
    }
    if let maximum, maximum < minimum { throw .countsReversed(at: range(start, index)) }
    return (minimum, maximum)
  }

  /// A number without needless zeros; nil where none stands.
  private mutating func parseDigits() -> Int? {
    let start = index
    var value = 0
    while let digit = peek(), (0x30...0x39).contains(digit) {
      value = min(value * 10 + Int(digit - 0x30), Self.mostRepetitions + 1)
      index += 1
    }
    return index == start || bytes[start] == 0x30 && index > start + 1 ? nil : value
  }
}
