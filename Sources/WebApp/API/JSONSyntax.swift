/// Whether bytes are a text of JSON (RFC 8259). YAML holds nearly all of JSON and much more: what says that it is JSON is
/// held against this before it is read.
///
/// Whether the text is UTF-8, and whether a key stands twice in an object, is left to the reader of YAML.
struct JSONSyntax {
  /// What is wrong first.
  struct Fault: Error, Equatable {
    /// Counted from 1, columns in Unicode scalars.
    let line: Int
    let column: Int
    let expected: String
  }

  private let bytes: [UInt8]
  private var place = 0
  /// The brackets that are open.
  private var open: [UInt8] = []

  /// Throws a `Fault` where they are none. Works in one pass and without recursion, however deep the text is.
  static func check(_ bytes: [UInt8]) throws(Fault) {
    var syntax = JSONSyntax(bytes)
    try syntax.check()
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // Programs on some systems put a byte order mark in front, which may be ignored.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  private mutating func check() throws(Fault) {
    try value()
    while let bracket = open.last {
      let isObject = bracket == UInt8(ascii: "{")
      skipSpace()
      if take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        open.removeLast()
      } else if take(UInt8(ascii: ",")) {
        if isObject { try key() }
        try value()
      } else {
        throw fault(isObject ? "`,` or `}`" : "`,` or `]`")
      }
    }
    skipSpace()
    if place < bytes.count { throw fault("nothing more") }
  }

  /// A value, or the beginning of one that holds others, with all that begins in its front.
  private mutating func value() throws(Fault) {
    while true {
      skipSpace()
      switch place < bytes.count ? bytes[place] : 0 {
      case UInt8(ascii: "{"):
        place += 1
        skipSpace()
        if take(UInt8(ascii: "}")) { return }
        open.append(UInt8(ascii: "{"))
        try key()
      case UInt8(ascii: "["):
        place += 1
        skipSpace()
        if take(UInt8(ascii: "]")) { return }
        open.append(UInt8(ascii: "["))
      case UInt8(ascii: "\""): return try string()
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
      default:
        for word in ["true", "false", "null"] where take(word) { return }
        throw fault("a value: an object, a list, a text in `\"`, a number, `true`, `false` or `null`")
      }
    }
  }

  private mutating func key() throws(Fault) {
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw fault("a name in `\"`") }
    try string()
    skipSpace()
    guard take(UInt8(ascii: ":")) else { throw fault("`:`") }
  }

  private mutating func string() throws(Fault) {
    place += 1
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return
      case 0..<0x20: throw fault("`\\n`, `\\t` or another escape in place of the character itself")
      case UInt8(ascii: "\\"): try escape()
      default: place += 1
      }
    }
    throw fault("`\"` at the end of the text")
  }

  private mutating func escape() throws(Fault) {
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    if next == UInt8(ascii: "u") {
      let digits = bytes[(place + 2)...].prefix(4)
      guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
        throw fault("four hexadecimal digits behind `\\u`")
      }
      place += 6
    } else {
      guard "\"\\/bfnrt".utf8.contains(next) else { throw fault("one of the escapes of JSON, such as `\\n`") }
      place += 2
    }
  }

  private mutating func number() throws(Fault) {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      try digits()
    }
  }

  private mutating func digits() throws(Fault) {
    let start = place
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
    if place == start { throw fault("a digit") }
  }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    guard bytes[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  private func fault(_ expected: String) -> Fault {
    let before = bytes[..<place]
    let line = before.lastIndex(of: 0x0A).map { before[(before.index(after: $0))...] } ?? before
    return Fault(
      line: before.count { $0 == 0x0A } + 1, column: line.count { $0 & 0xC0 != 0x80 } + 1, expected: expected)
  }
}
