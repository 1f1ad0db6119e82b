/// Texts as they are written in Markdown (CommonMark with GitHub's tables), so that they are shown as they are.
public enum MarkdownText {
  /// A text for within a line, a table's cell included.
  public static func escaped(_ text: String) -> String {
    var out = ""
    let scalars = Array(VisibleText.clean(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      // Within a word it begins no emphasis.
      case "_" where isInWord(index, scalars): out += "_"
      // `$` begins a formula on GitHub, `~` a deletion.
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": out += "\\\(scalar)"
      // Addresses would become links.
      case ":" where scalars[(index + 1)...].starts(with: "//".unicodeScalars): out += "\\:"
      case "." where isAfterWWW(scalars[..<index]): out += "\\."
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A text that begins a line, where a number with a dot or a dash would begin a list, and `#` a heading.
  public static func escapedAtLineStart(_ text: String) -> String {
    let text = String(text.drop { $0 == " " })
    let out = escaped(text)
    guard let first = text.unicodeScalars.first else { return out }
    if ["#", "+", "-", "=", ":"].contains(first) { return "\\" + out }
    let digits = out.utf8.prefix { (0x30...0x39).contains($0) }.count
    let rest = out.dropFirst(digits)
    return digits > 0 && (rest.hasPrefix(".") || rest.hasPrefix(")")) ? out.prefix(digits) + "\\" + rest : out
  }

  /// A text in type of fixed width, within a line.
  public static func code(_ text: String, inTable: Bool = false) -> String {
    let text = VisibleText.clean(text)
    // A table is cut at every bar before code is looked for, and behind a backslash no bar can be kept from that.
    if inTable, text.utf8.contains(UInt8(ascii: "|")) { return "<code>\(escaped(text))</code>" }
    let (space, backtick) = (UInt8(ascii: " "), UInt8(ascii: "`"))
    if text.utf8.allSatisfy({ $0 == space }) { return "` `" }
    let quote = String(repeating: "`", count: longestRun(in: text) + 1)
    let ends = [text.utf8.first, text.utf8.last]
    let margin = ends.contains(backtick) || ends == [space, space] ? " " : ""
    return quote + margin + text + margin + quote
  }

  /// The line of backticks that begins and ends a block which holds the text.
  public static func fence(around text: String) -> String {
    String(repeating: "`", count: max(3, longestRun(in: text) + 1))
  }

  /// The text's sentences, as far as can be told without knowing its words: each goes on a line of its own, so that
  /// a changed sentence is a changed line.
  public static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var sentence = String.UnicodeScalarView()
    let scalars = Array(VisibleText.oneLine(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = scalars[(index + 1)...].first
      if scalar == " ", endsSentence(sentence), next.map(beginsSentence) ?? false {
        sentences.append(String(sentence))
        sentence.removeAll()
      } else {
        sentence.append(scalar)
      }
    }
    return sentence.isEmpty ? sentences : sentences + [String(sentence)]
  }

  private static func endsSentence(_ text: String.UnicodeScalarView) -> Bool {
    let last = text.reversed().first { !["\"", "'", ")", "\u{201D}", "\u{2019}"].contains($0) }
    return last == "." || last == "?" || last == "!"
  }

  private static func beginsSentence(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isUppercase || ["\"", "(", "\u{201C}"].contains(scalar)
  }

  private static func isInWord(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    return [scalars[index - 1], scalars[index + 1]].allSatisfy { $0.properties.isAlphabetic || "0"..."9" ~= $0 }
  }

  private static func isAfterWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.count >= 3 && scalars.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }

  private static func longestRun(in text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
