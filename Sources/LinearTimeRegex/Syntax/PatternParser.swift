/// Reads the syntax of RE2 (https://github.com/google/re2/wiki/Syntax).
struct PatternParser {
  /// Groups inside each other. Each level costs a few stack frames here and in the builder.
  static let deepest = 100
  static let mostRepetitions = 1_000

  struct Flags {
    var foldsCase = false
    var dotMatchesNewline = false
    var isMultiline = false
    var isUngreedy = false
  }

  let scalars: [Unicode.Scalar]
  /// UTF-8 offset of each code point, and of the end.
  private let offsets: [Int]
  let options: LinearRegex.Options
  var index = 0
  var flags = Flags()
  private var depth = 0

  init(_ pattern: String, options: LinearRegex.Options) {
    scalars = Array(pattern.unicodeScalars)
    var offset = 0
    var offsets = [0]
    offsets.reserveCapacity(scalars.count + 1)
    for scalar in scalars {
      offset += UTF8.width(scalar)
      offsets.append(offset)
    }
    self.offsets = offsets
    self.options = options
  }

  mutating func parse() throws(RegexSyntaxError) -> PatternNode {
    let node = try parseAlternatives()
    if index < scalars.count {
      throw error("`)` closes no group", from: index, remedy: "write `\\)` for the character")
    }
    return node
  }

  func error(_ message: String, from start: Int, to end: Int? = nil, remedy: String? = nil) -> RegexSyntaxError {
    let first = min(start, scalars.count)
    let last = min(max(end ?? first + 1, first), scalars.count)
    return RegexSyntaxError(message: message, range: offsets[first]..<offsets[last], remedy: remedy)
  }

  func peek(_ ahead: Int = 0) -> Unicode.Scalar? { index + ahead < scalars.count ? scalars[index + ahead] : nil }

  mutating func skip(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard index + wanted.count <= scalars.count, scalars[index..<index + wanted.count].elementsEqual(wanted) else {
      return false
    }
    index += wanted.count
    return true
  }

  private mutating func parseAlternatives() throws(RegexSyntaxError) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw error("more than \(Self.deepest) groups stand inside each other", from: index) }
    let outer = flags
    defer { flags = outer }
    var alternatives = [try parseSequence()]
    while skip("|") { alternatives.append(try parseSequence()) }
    return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
  }

  private mutating func parseSequence() throws(RegexSyntaxError) -> PatternNode {
    var parts: [PatternNode] = []
    while let next = peek(), next != "|", next != ")" {
      if skip("\\Q") {
        while index < scalars.count, !skip("\\E") {
          parts.append(.scalars(.single(scalars[index], foldsCase: flags.foldsCase)))
          index += 1
        }
        continue
      }
      let start = index
      guard let atom = try parseAtom() else { continue }
      parts.append(try parseRepetitions(of: atom, from: start))
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func parseRepetitions(of atom: PatternNode, from start: Int) throws(RegexSyntaxError) -> PatternNode
  {
    guard let (minimum, maximum) = try parseCount() else { return atom }
    let isLazy = skip("?")
    let node = PatternNode.repetition(atom, minimum: minimum, maximum: maximum, isGreedy: isLazy == flags.isUngreedy)
    let second = index
    if try parseCount() != nil {
      throw error("a repetition of a repetition", from: second, to: index, remedy: "put a group around the first")
    }
    return node
  }

  private mutating func parseCount() throws(RegexSyntaxError) -> (Int, Int?)? {
    if skip("*") { return (0, nil) }
    if skip("+") { return (1, nil) }
    if skip("?") { return (0, 1) }
    guard peek() == "{" else { return nil }
    let start = index
    index += 1
    guard let minimum = parseDigits() else {
      index = start
      return nil
    }
    var maximum: Int? = minimum
    if skip(",") { maximum = parseDigits() }
    guard skip("}") else {
      index = start
      return nil
    }
    if minimum > Self.mostRepetitions || maximum ?? 0 > Self.mostRepetitions {
      throw error("a count above \(Self.mostRepetitions)", from: start, to: index)
    }
    if let maximum, maximum < minimum {
      throw error("the largest count is below the smallest", from: start, to: index)
    }
    return (minimum, maximum)
  }

  private mutating func parseDigits() -> Int? {
    var value: Int?
    while let digit = peek(), ("0"..."9").contains(digit) {
      value = min((value ?? 0) * 10 + Int(digit.value - 0x30), 1_000_000)
      index += 1
    }
    return value
  }

  /// One thing that can be repeated; nil for flags, which match nothing of themselves.
  private mutating func parseAtom() throws(RegexSyntaxError) -> PatternNode? {
    guard let scalar = peek() else { return .empty }
    let start = index
    switch scalar {
    case "*", "+", "?":
      throw error("nothing to repeat before `\(scalar)`", from: start, remedy: "write `\\\(scalar)` for the character")
    case "(":
      index += 1
      return try parseGroup(from: start)
    case "[": return .scalars(try parseClass())
    case ".":
      index += 1
      return .scalars(
        flags.dotMatchesNewline ? ScalarSet([], isNegated: true) : ScalarSet([.range(10, 10)], isNegated: true))
    case "^":
      index += 1
      return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$":
      index += 1
      return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "\\": return try parseEscape()
    case "{" where try isRepetition():
      throw error("nothing to repeat before `{`", from: start, remedy: "write `\\{` for the character")
    default:
      index += 1
      return .scalars(.single(scalar, foldsCase: flags.foldsCase))
    }
  }

  private mutating func isRepetition() throws(RegexSyntaxError) -> Bool {
    let start = index
    defer { index = start }
    return try parseCount() != nil
  }

  private mutating func parseGroup(from start: Int) throws(RegexSyntaxError) -> PatternNode? {
    let outer = flags
    if skip("?") {
      if peek() == "=" || peek() == "!" || peek() == "<" && (peek(1) == "=" || peek(1) == "!") {
        throw error(
          "look-around is not supported", from: start, to: index + (peek() == "<" ? 2 : 1),
          remedy: "match the text around it, or use two patterns")
      }
      if peek() == "P" || peek() == "<" {
        _ = skip("P")
        guard skip("<") else { throw error("expected `<` before the group's name", from: index) }
        try parseGroupName()
      } else if try parseFlags(from: start) {
        return nil
      }
    }
    let node = try parseAlternatives()
    flags = outer
    guard skip(")") else { throw error("the group is not closed", from: start, remedy: "add `)`") }
    return node
  }

  private mutating func parseGroupName() throws(RegexSyntaxError) {
    let start = index
    while let next = peek(),
      next == "_" || ("0"..."9").contains(next) || ("a"..."z").contains(next) || ("A"..."Z").contains(next)
    {
      index += 1
    }
    guard index > start, skip(">") else { throw error("this is no name of a group", from: start, to: index) }
  }

  /// Reads `i-s)` or `i-s:`; true where it ends with `)` and so holds to the end of the group around it.
  private mutating func parseFlags(from start: Int) throws(RegexSyntaxError) -> Bool {
    var isOn = true
    while let next = peek() {
      index += 1
      switch next {
      case "i": flags.foldsCase = isOn
      case "s": flags.dotMatchesNewline = isOn
      case "m": flags.isMultiline = isOn
      case "U": flags.isUngreedy = isOn
      case "-" where isOn: isOn = false
      case ")": return true
      case ":": return false
      default: throw error("`\(next)` is no flag", from: index - 1, remedy: "the flags are `i`, `m`, `s` and `U`")
      }
    }
    throw error("the group is not closed", from: start, remedy: "add `)`")
  }
}
