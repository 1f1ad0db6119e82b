/// Case folding for comparison without regard to letter case (The Unicode Standard, section 3.13).
public enum CaseFolding {
  /// The text after full case folding: `Straße` becomes `strasse`.
  public static func fold(_ text: String) -> String {
    switch letters(text) {
    case .small: return text
    case .ascii: return text.lowercased()
    case .any: break
    }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        out.append(lowered(scalar))
      } else if let folded = full[scalar.value] {
        out.append(contentsOf: folded)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  private enum Letters {
    /// ASCII without capitals.
    case small
    case ascii, any
  }

  private static func letters(_ text: String) -> Letters {
    let span = text.utf8Span.span
    var letters = Letters.small
    for index in span.indices {
      let byte = span[index]
      if byte >= 0x80 { return .any }
      if byte >= 0x41, byte <= 0x5A { letters = .ascii }
    }
    return letters
  }

  /// The code point after simple case folding, which never changes the number of code points.
  public static func simpleFold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x80 { return lowered(scalar) }
    return folds.first(of: scalar.value) ?? scalar
  }

  /// All code points that are equal to this one under simple case folding, itself included: `k`, `K` and the sign for
  /// kelvin.
  public static func simpleOrbit(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let folded = simpleFold(scalar)
    return [folded] + orbits.all(of: folded.value)
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
  }

  private static let full = CodePointTable.mappings(UnicodeTables.fullCaseFolding)
  private static let folds = CodePointPairs(UnicodeTables.simpleCaseFolding)
  private static let orbits = folds.inverted()
}
