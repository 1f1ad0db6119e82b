/// The classes of characters that reading words and names needs.
public enum ScalarClass {
  /// A letter, a digit or a combining mark (general categories L, N and M): what words are made of.
  public static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return isASCIIAlphanumeric(scalar) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// A letter or a digit of any script (general categories L and N).
  public static func isLetterOrNumber(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return isASCIIAlphanumeric(scalar) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  /// White space, the separators of information in ASCII (U+001C to U+001F) and the blank of Braille included.
  public static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x1C...0x1F, 0x2800: true
    case 0..<0x80: false
    default: scalar.properties.isWhitespace
    }
  }

  /// A character of which nothing is seen, or nothing that has a meaning for all: a formatting or controlling one that is no white
  /// space, one of nobody's or of somebody's own (general categories Cc, Cf, Cn and Co), one that stands for something else
  /// (U+FFFC), or one that is shown as nothing where it is not known (Default_Ignorable_Code_Point), such as a selector of
  /// variations or a filler of Hangul, which is a letter.
  public static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) || isWhitespace(scalar) { return false }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .unassigned, .privateUse: return true
    default: return scalar.value == 0xFFFC || properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isASCIIAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
