/// Breaks text into lines at spaces.
public enum TextWrapping {
  /// The lines, each behind the indentation; the first behind `first` where that is given. Escape sequences take no
  /// room, so a line that holds some may end a little early.
  public static func wrap(_ text: String, width: Int, indent: Int, first: String? = nil) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let room = max(20, width - indent)
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.unicodeScalars.split(separator: " ") {
      let size = word.count
      if length > 0, length + 1 + size > room {
        lines.append(line)
        line = ""
        length = 0
      }
      if length > 0 { line += " " }
      line += Substring(word)
      length += length > 0 ? size + 1 : size
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines.enumerated().map { ($0.offset == 0 ? first ?? margin : margin) + $0.element }
  }
}
