/// Breaks text into lines at spaces.
public enum TextWrapping {
  /// The lines, each behind the indentation; the first behind `first` where that is given. Escape sequences take no
  /// room, so a line that holds some may end a little early.
  public static func wrap(_ text: String, width: Int, indent: Int, first: String? = nil) -> [String] {
    let margin = Array(repeating: UInt8(ascii: " "), count: indent)
    let room = max(20, width - indent)
    let bytes = Array(text.utf8)
    var lines: [String] = []
    var line = first.map { Array($0.utf8) } ?? margin
    var length = 0
    var index = 0
    while index < bytes.count {
      let start = index
      var size = 0
      while index < bytes.count, bytes[index] != UInt8(ascii: " ") {
        // Bytes that continue a character take no room of their own.
        if bytes[index] & 0xC0 != 0x80 { size += 1 }
        index += 1
      }
      if size > 0 {
        if length > 0, length + 1 + size > room {
          lines.append(String(decoding: line, as: UTF8.self))
          line = margin
          length = 0
        }
        if length > 0 {
          line.append(UInt8(ascii: " "))
          length += 1
        }
        line += bytes[start..<index]
        length += size
      }
      index += 1
    }
    if length > 0 || lines.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
    return lines
  }
}
