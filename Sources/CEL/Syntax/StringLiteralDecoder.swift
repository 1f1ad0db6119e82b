internal import Diagnostics

/// Resolves the escapes of a string or bytes literal (cel-spec `langdef.md`, section String and Bytes Values).
struct StringLiteralDecoder {
  private let content: ArraySlice<UInt8>
  private var index: Int
  private let isRaw: Bool
  private let isBytes: Bool
  private var out: [UInt8] = []

  init(_ content: ArraySlice<UInt8>, isRaw: Bool, isBytes: Bool) {
    self.content = content
    self.isRaw = isRaw
    self.isBytes = isBytes
    index = content.startIndex
  }

  /// The bytes of the value; UTF-8 where it is a string.
  mutating func decode() throws(SyntaxFailure) -> [UInt8] {
    out.reserveCapacity(content.count)
    while index < content.endIndex {
      let byte = content[index]
      if byte == 0x0D {
        // All line endings inside a literal are line feeds.
        if index + 1 >= content.endIndex || content[index + 1] != 0x0A { out.append(0x0A) }
        index += 1
      } else if byte == UInt8(ascii: "\\"), !isRaw {
        try decodeEscape()
      } else {
        out.append(byte)
        index += 1
      }
    }
    return out
  }

  private mutating func decodeEscape() throws(SyntaxFailure) {
    let start = index
    index += 1
    guard index < content.endIndex else { throw failure(from: start) }
    let kind = content[index]
    index += 1
    switch kind {
    case UInt8(ascii: "a"): out.append(0x07)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "v"): out.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      out.append(kind)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): try append(digits: 2, radix: 16, from: start)
    case UInt8(ascii: "u") where !isBytes: try append(digits: 4, radix: 16, from: start)
    case UInt8(ascii: "U") where !isBytes: try append(digits: 8, radix: 16, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      index -= 1
      try append(digits: 3, radix: 8, from: start)
    default: throw failure(from: start)
    }
  }

  private mutating func append(digits: Int, radix: Int, from start: Int) throws(SyntaxFailure) {
    guard index + digits <= content.endIndex else { throw failure(from: start) }
    let text = String(decoding: content[index..<index + digits], as: UTF8.self)
    guard text.utf8.first != UInt8(ascii: "+"), let value = UInt32(text, radix: radix) else {
      throw failure(from: start)
    }
    index += digits
    if isBytes {
      guard let byte = UInt8(exactly: value) else { throw failure(from: start) }
      return out.append(byte)
    }
    guard let scalar = Unicode.Scalar(value) else { throw failure(from: start) }
    out.append(contentsOf: Array(String(Character(scalar)).utf8))
  }

  private func failure(from start: Int) -> SyntaxFailure {
    SyntaxFailure(Messages.badEscape(range: SourceRange(start: start, end: min(index, content.endIndex))))
  }
}
