/// A text as it is compared: what looks the same is the same.
public enum CleanedText {
  /// The text in form NFKC, without formatting characters, every run of white space one space and none at the ends.
  public static func clean(_ text: String) -> String {
    if isClean(text) { return text }
    var out = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in Normalization.nfkc(text).unicodeScalars where !ScalarClass.isFormat(scalar) {
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
  public static func words(_ cleaned: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in cleaned.unicodeScalars {
      if ScalarClass.isWordPart(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(CaseFolding.fold(String(word)))
        word.removeAll()
      }
    }
    if !word.isEmpty { words.append(CaseFolding.fold(String(word))) }
    return words
  }

  /// ASCII without control characters, doubled spaces and spaces at the ends needs no work.
  private static func isClean(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte >= 0x7F || byte == 0x20 && last == 0x20 { return false }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }
}
