/// Texts as they are written in HTML and XML, in content and in double quotes.
enum MarkupText {
  /// The text without anything that could begin or end markup; `>` too, since `]]>` may not stand in an XML text.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func isSpecial(_ byte: UInt8) -> Bool { [0x22, 0x26, 0x3C, 0x3E].contains(byte) }
}
