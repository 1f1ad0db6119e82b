/// Reads `application/x-www-form-urlencoded` (URL Standard, section 5.1), and queries, which are written alike.
enum URLEncodedFields {
  /// A form of ours has a few dozen.
  static let limit = 2000

  /// Throws a `Problem` where an escape is none, a text is not UTF-8, or there are too many fields.
  static func read(_ bytes: [UInt8]) throws -> [FormField] {
    var fields: [FormField] = []
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      guard fields.count < limit else { throw Problem(.tooLarge, "the form has more than \(limit) fields") }
      let cut = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      fields.append(FormField(name: try text(pair[..<cut]), value: try text(pair[cut...].dropFirst())))
    }
    return fields
  }

  /// A part of a path. Throws a `Problem` as `read` does.
  static func pathPart(_ part: Substring) throws -> String { try text(Array(part.utf8)[...], plusIsSpace: false) }

  private static func text(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = true) throws -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+") where plusIsSpace: out.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
          throw Problem(.badRequest, "a `%` is not followed by two hexadecimal digits")
        }
        out.append(high << 4 | low)
      default: out.append(byte)
      }
    }
    guard let text = String(validating: out, as: UTF8.self) else { throw Problem(.badRequest, "a text is not UTF-8") }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
