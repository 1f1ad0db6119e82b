/// Compatibility normalisation, form NFKC of Unicode Standard Annex #15.
public enum Normalization {
  /// The text in form NFKC.
  ///
  /// - Complexity: linear in the length of the text; a text of ASCII is returned as it is.
  public static func nfkc(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = decompose(text.unicodeScalars)
    order(&scalars)
    return compose(scalars)
  }

  private static func decompose(_ scalars: String.UnicodeScalarView) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.value < 0xA0 {
        out.append(scalar)
      } else if let parts = Hangul.decompose(scalar) {
        out += parts
      } else if let parts = Decompositions.full[scalar.value] {
        out += parts
      } else {
        out.append(scalar)
      }
    }
    return out
  }

  /// Sorts each run of combining marks by combining class, keeping the order within a class.
  private static func order(_ scalars: inout [Unicode.Scalar]) {
    var index = 0
    while index < scalars.count {
      guard combiningClass(scalars[index]) != 0 else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, combiningClass(scalars[index]) != 0 { index += 1 }
      guard index - start > 1 else { continue }
      let run = scalars[start..<index].enumerated().sorted {
        (combiningClass($0.element), $0.offset) < (combiningClass($1.element), $1.offset)
      }
      scalars.replaceSubrange(start..<index, with: run.map(\.element))
    }
  }

  private static func compose(_ scalars: [Unicode.Scalar]) -> String {
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(scalars.count)
    var starter: Int?
    var lastClass: UInt8 = 0
    for scalar in scalars {
      let own = combiningClass(scalar)
      if let starter, lastClass < own || lastClass == 0 && starter == out.count - 1,
        let composed = Hangul.compose(out[starter], scalar) ?? Compositions.pair(out[starter], scalar)
      {
        out[starter] = composed
        continue
      }
      if own == 0 { starter = out.count }
      lastClass = own
      out.append(scalar)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: out)
    return String(text)
  }

  private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
  }
}

/// Syllables of Hangul are made and taken apart by arithmetic (The Unicode Standard, section 3.12).
private enum Hangul {
  static func decompose(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
    let index = scalar.value - 0xAC00
    let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
    return parts.prefix(index % 28 == 0 ? 2 : 3).compactMap(Unicode.Scalar.init)
  }

  static func compose(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    if (0x1100...0x1112).contains(first.value), (0x1161...0x1175).contains(second.value) {
      return Unicode.Scalar(0xAC00 + (first.value - 0x1100) * 588 + (second.value - 0x1161) * 28)
    }
    if (0xAC00...0xD7A3).contains(first.value), (first.value - 0xAC00) % 28 == 0,
      (0x11A8...0x11C2).contains(second.value)
    {
      return Unicode.Scalar(first.value + second.value - 0x11A7)
    }
    return nil
  }
}

private enum Decompositions {
  /// The full compatibility decomposition of every code point that has one, Hangul syllables apart.
  static let full: [UInt32: [Unicode.Scalar]] = CodePointTable.mappings(UnicodeTables.compatibilityDecompositions)
}

private enum Compositions {
  private static let pairs: [UInt64: Unicode.Scalar] = {
    var pairs: [UInt64: Unicode.Scalar] = [:]
    for (composed, parts) in CodePointTable.mappings(UnicodeTables.compositions) where parts.count == 2 {
      pairs[key(parts[0], parts[1])] = Unicode.Scalar(composed)
    }
    return pairs
  }()

  static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? { pairs[key(first, second)] }

  private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }
}
