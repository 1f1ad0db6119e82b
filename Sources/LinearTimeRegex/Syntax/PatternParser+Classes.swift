extension PatternParser {
  /// A class in brackets.
  mutating func parseClass() throws(RegexSyntaxError) -> ScalarSet {
    let start = index
    index += 1
    let isNegated = skip(UInt8(ascii: "^"))
    var items: [ScalarSet.Item] = []
    var isFirst = true
    while let byte = peek(), isFirst || byte != UInt8(ascii: "]") {
      isFirst = false
      if let item = try parseNamedClass() {
        items.append(item)
      } else if let item = try parseClassEscape() {
        items.append(item)
      } else {
        items.append(try parseRange(ofClassFrom: start))
      }
    }
    guard skip(UInt8(ascii: "]")) else { throw .classNotClosed(at: range(start)) }
    return ScalarSet(items, isNegated: isNegated)
  }

  private mutating func parseRange(ofClassFrom classStart: Int) throws(RegexSyntaxError) -> ScalarSet.Item {
    let start = index
    let first = try parseClassCharacter()
    guard peek() == UInt8(ascii: "-"), let after = peek(1), after != UInt8(ascii: "]") else {
      return .range(first, first, foldsCase: flags.foldsCase)
    }
    index += 1
    let end = index
    if try parseClassEscape() != nil { throw .classEndsRange(at: range(end, index)) }
    let last = try parseClassCharacter()
    if last < first { throw .backwardsRange(at: range(start, index)) }
    return .range(first, last, foldsCase: flags.foldsCase)
  }

  private mutating func parseClassCharacter() throws(RegexSyntaxError) -> UInt32 {
    peek() == UInt8(ascii: "\\") ? try parseCharacterEscape() : next()
  }

  /// `[:alpha:]` or `[:^alpha:]`; nil, with nothing read, where none stands. As in RE2, a `[:` that no `:]` follows is
  /// two characters.
  private mutating func parseNamedClass() throws(RegexSyntaxError) -> ScalarSet.Item? {
    guard starts(with: "[:") else { return nil }
    let start = index
    var end = index + 2
    while end + 1 < bytes.count, bytes[end] != UInt8(ascii: ":") || bytes[end + 1] != UInt8(ascii: "]") { end += 1 }
    guard end + 1 < bytes.count else { return nil }
    index += 2
    let isNegated = skip(UInt8(ascii: "^"))
    let name = text(min(index, end)..<end)
    index = end + 2
    guard let ranges = ASCIIClass.ranges(named: name) else {
      throw .noClass(named: text(start..<index), near: nil, at: range(start, index))
    }
    return item(ranges, isNegated)
  }
}
