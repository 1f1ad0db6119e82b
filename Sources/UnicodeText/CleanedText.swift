/// A text as it is compared: what looks the same is the same.
public enum CleanedText {
  /// The text without invisible characters, in form NFKC, every run of white space one space and none at the ends.
  public static func clean(_ text: String) -> String {
    if isPlain(text) { return text }
    var out = String.UnicodeScalarView()
    var needsSpace = false
    // Before: a mark behind one of them would not be composed with the letter that it is seen on.
    let visible = String(String.UnicodeScalarView(text.unicodeScalars.filter { !ScalarClass.isInvisible($0) }))
    for scalar in Normalization.nfkc(visible).unicodeScalars {
      if ScalarClass.isWhitespace(scalar) {
        needsSpace = !out.isEmpty
      } else {
        if needsSpace { out.append(" ") }
        needsSpace = false
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// The words of a cleaned text: maximal runs of letters, digits and combining marks, case-folded.
  public static func words(_ cleaned: String) -> [String] { words(cleaned, atMost: .max) }

  /// The first so many of them, at least one.
  public static func words(_ cleaned: String, atMost most: Int) -> [String] {
    asciiWords(cleaned, most) ?? allWords(cleaned, most)
  }

  /// Nil where there is anything but ASCII.
  private static func asciiWords(_ cleaned: String, _ most: Int) -> [String]? {
    var bytes = Array(cleaned.utf8)
    var words: [String] = []
    words.reserveCapacity(4)
    var start = 0
    for index in bytes.indices {
      switch bytes[index] {
      case 0x30...0x39, 0x61...0x7A: continue
      case 0x41...0x5A: bytes[index] += 0x20
      case 0x80...: return nil
      default:
        if start < index { words.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
        if words.count == most { return words }
        start = index + 1
      }
    }
    if start < bytes.count { words.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return words
  }

  private static func allWords(_ cleaned: String, _ most: Int) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in cleaned.unicodeScalars {
      if ScalarClass.isWordPart(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(CaseFolding.fold(String(word)))
        if words.count == most { return words }
        word.removeAll()
      }
    }
    if !word.isEmpty { words.append(CaseFolding.fold(String(word))) }
    return words
  }

  /// Whether it is ASCII without control characters, doubled spaces and spaces at the ends, which needs no work.
  public static func isPlain(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    let span = text.utf8Span.span
    for index in span.indices {
      let byte = span[index]
      if byte < 0x20 || byte >= 0x7F || byte == 0x20 && last == 0x20 { return false }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }
}
