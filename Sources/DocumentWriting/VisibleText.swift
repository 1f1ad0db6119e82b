/// Texts made so that what is read is what is there.
public enum VisibleText {
  /// The text with a replacement character for everything that is not seen, reorders what is read or has no place in a
  /// document: control and formatting characters, noncharacters. Lines and tabs become spaces, unless lines are kept.
  public static func clean(_ text: String, keepingLines: Bool = false) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(shown(scalar, keepingLines)) }
    return String(out)
  }

  /// The words of the text with one space between them, on one line.
  public static func oneLine(_ text: String) -> String {
    clean(text).split(separator: " ").joined(separator: " ")
  }

  private static func shown(_ scalar: Unicode.Scalar, _ keepsLines: Bool) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7F: return scalar
    case 0x0A: return keepsLines ? scalar : " "
    case 0x09, 0x0D: return " "
    default: break
    }
    switch scalar.properties.generalCategory {
    case .lineSeparator, .paragraphSeparator: return " "
    case .control, .format: return "\u{FFFD}"
    default: return scalar.properties.isNoncharacterCodePoint ? "\u{FFFD}" : scalar
    }
  }
}
