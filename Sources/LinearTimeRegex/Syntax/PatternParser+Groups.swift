extension PatternParser {
  /// `(`, and what may stand behind a `?` there.
  mutating func parseGroupStart() throws(RegexSyntaxError) {
    let start = index
    index += 1
    guard skip(UInt8(ascii: "?")) else { return try openGroup(from: start, inside: flags) }
    try refuseGroup(from: start)
    if starts(with: "P<") || starts(with: "<") {
      index += starts(with: "P") ? 2 : 1
      try parseGroupName()
      return try openGroup(from: start, inside: flags)
    }
    try parseFlags(from: start)
  }

  /// Groups of other engines.
  private func refuseGroup(from start: Int) throws(RegexSyntaxError) {
    for opening in ["=", "!", "<=", "<!"] where starts(with: opening) {
      throw .lookAround(at: range(start, index + opening.utf8.count))
    }
    if starts(with: "P=") { throw .backReference(at: range(start, index + 2)) }
    for (opening, instead): (String, String?) in [
      ("#", "leave the comment out"), (">", "write `(?:`: no text is tried twice here"),
      ("|", "write `(?:`"), ("'", "write `(?P<name>`"), ("P>", nil), ("&", nil), ("(", nil), ("R", nil), ("C", nil),
    ] where starts(with: opening) {
      throw .unsupportedGroup("(?\(opening)", instead: instead, at: range(start, index + opening.utf8.count))
    }
  }

  private mutating func parseGroupName() throws(RegexSyntaxError) {
    let start = index
    while let next = peek(), isWordPart(next) || next == UInt8(ascii: "_") { index += 1 }
    guard index > start, skip(UInt8(ascii: ">")) else { throw .noGroupName(at: range(start, max(index, start + 1))) }
  }

  func isWordPart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Reads `i-s)`, which holds to the end of the group around it, or `i-s:`, which opens a group.
  private mutating func parseFlags(from start: Int) throws(RegexSyntaxError) {
    var changed = flags
    var isOn = true
    var isAfterSign = false
    while let flag = peek() {
      let place = index
      index += 1
      switch flag {
      case UInt8(ascii: "i"): changed.foldsCase = isOn
      case UInt8(ascii: "s"): changed.dotMatchesNewline = isOn
      case UInt8(ascii: "m"): changed.isMultiline = isOn
      case UInt8(ascii: "U"): changed.isUngreedy = isOn
      case UInt8(ascii: "-") where isOn:
        isOn = false
        isAfterSign = true
        continue
      case UInt8(ascii: ")") where !isAfterSign:
        flags = changed
        return
      case UInt8(ascii: ":") where !isAfterSign: return try openGroup(from: start, inside: changed)
      case UInt8(ascii: ")"), UInt8(ascii: ":"): throw .noFlags(at: range(place))
      default: throw .noFlag(text(range(place)), at: range(place))
      }
      isAfterSign = false
    }
    throw .groupNotClosed(at: range(start))
  }
}
