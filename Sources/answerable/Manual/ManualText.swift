/// Text in the language of manual pages (https://mandoc.bsd.lv/man/mdoc.7.html).
struct ManualText {
  private(set) var lines: [String] = []

  /// A macro with arguments that are escaped already.
  mutating func macro(_ name: String, _ arguments: String = "") {
    lines.append(arguments.isEmpty ? ".\(name)" : ".\(name) \(arguments)")
  }

  /// Sentences, each on lines of its own, as the macros of other people want them.
  mutating func text(_ text: String) {
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      let next = Self.escaped(String(word))
      if line.isEmpty {
        line = next
      } else if line.utf8.count + next.utf8.count < Self.width, !line.hasSuffix(".") {
        line += " " + next
      } else {
        lines.append(line)
        line = next
      }
    }
    if !line.isEmpty { lines.append(line) }
  }

  /// Bytes of a line of input.
  private static let width = 80

  /// Paragraphs, with lines that begin with spaces as they are.
  mutating func paragraphs(_ text: String) {
    var isDisplay = false
    var isApart = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard !line.isEmpty else {
        isApart = true
        continue
      }
      if line.hasPrefix("  ") {
        if !isDisplay { macro("Bd", "-literal -offset 2n") }
        if isDisplay, isApart { lines.append("") }
        lines.append(Self.escaped(String(line.dropFirst(2))))
      } else {
        if isDisplay { macro("Ed") }
        if isApart || isDisplay { macro("Pp") }
        self.text(String(line))
      }
      isDisplay = line.hasPrefix("  ")
      isApart = false
    }
    if isDisplay { macro("Ed") }
  }

  /// In one line of input, so that nothing in it is a macro, an escape, or another character on other devices.
  static func escaped(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": line += "\\e"
      case "-": line += "\\-"
      case "'": line += "\\(aq"
      case "`": line += "\\(ga"
      case "^": line += "\\(ha"
      case "~": line += "\\(ti"
      case "\n", "\t": line += " "
      case "…": line += "..."
      case _ where scalar.value < 0x7F: line.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        line += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.utf8.count)))\(digits)]"
      }
    }
    return line.hasPrefix(".") ? "\\&" + line : line
  }
}
