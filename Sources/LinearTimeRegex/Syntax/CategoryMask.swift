/// General categories as bits, and the names that `\p{…}` knows them by.
enum CategoryMask {
  /// RE2 knows the categories of assigned code points only: there is no `Cn`, and `C` has no part of it.
  private static let names: [(name: StaticString, category: Unicode.GeneralCategory)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter), ("Lm", .modifierLetter),
    ("Lo", .otherLetter), ("Mn", .nonspacingMark), ("Mc", .spacingMark), ("Me", .enclosingMark), ("Nd", .decimalNumber),
    ("Nl", .letterNumber), ("No", .otherNumber), ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation),
    ("Ps", .openPunctuation), ("Pe", .closePunctuation), ("Pi", .initialPunctuation), ("Pf", .finalPunctuation),
    ("Po", .otherPunctuation), ("Sm", .mathSymbol), ("Sc", .currencySymbol), ("Sk", .modifierSymbol),
    ("So", .otherSymbol), ("Zs", .spaceSeparator), ("Zl", .lineSeparator), ("Zp", .paragraphSeparator),
    ("Cc", .control), ("Cf", .format), ("Cs", .surrogate), ("Co", .privateUse),
  ]

  /// The categories of a name such as `L` or `Lu`; nil where there is no such category.
  static func mask(named name: String) -> UInt32? {
    var mask: UInt32 = 0
    for (index, entry) in names.enumerated() {
      let known = entry.name.description
      if known == name || name.utf8.count == 1 && known.hasPrefix(name) { mask |= 1 << UInt32(index) }
    }
    return mask == 0 ? nil : mask
  }

  static func bit(of scalar: Unicode.Scalar) -> UInt32 {
    let category = scalar.properties.generalCategory
    return names.firstIndex { $0.category == category }.map { 1 << UInt32($0) } ?? 0
  }
}
