/// JSON as the reader of YAML takes it: YAML 1.2 is nearly all of JSON.
enum JSONText {
  /// Throws a `Problem` where the bytes are no JSON.
  static func asYAML(_ bytes: [UInt8]) throws -> [UInt8] {
    do throws(JSONSyntax.Fault) {
      try JSONSyntax.check(bytes)
    } catch {
      throw Problem(
        .badRequest,
        "what was sent is no JSON: at line \(error.line), column \(error.column) \(error.expected) was expected")
    }
    return written(bytes)
  }

  /// Characters beyond the first plane are two escapes in JSON, and one in YAML: `\ud83d\ude00` is `\U0001f600`.
  private static func written(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count else {
        append(bytes[place], to: &out)
        place += 1
        continue
      }
      if let high = unit(bytes, at: place), let low = unit(bytes, at: place + 6), (0xD800..<0xDC00).contains(high),
        (0xDC00..<0xE000).contains(low)
      {
        let scalar = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        let digits = String(scalar, radix: 16)
        out += Array("\\U\(String(repeating: "0", count: 8 - digits.utf8.count))\(digits)".utf8)
        place += 12
      } else {
        // The character behind a backslash is never the beginning of another escape.
        out += bytes[place...place + 1]
        place += 2
      }
    }
    return out
  }

  /// DEL may stand in a text of JSON as it is, and in none of YAML.
  private static func append(_ byte: UInt8, to out: inout [UInt8]) {
    if byte == 0x7F { out += Array("\\x7f".utf8) } else { out.append(byte) }
  }

  /// The code unit of an escape that stands at a place; nil where none does.
  private static func unit(_ bytes: [UInt8], at place: Int) -> UInt32? {
    guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return UInt32(String(decoding: bytes[place + 2..<place + 6], as: UTF8.self), radix: 16)
  }
}
