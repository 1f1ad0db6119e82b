import SeededRandomness

/// Makes texts out of what the patterns and word lists are made of, whole and spoilt.
struct TextGenerator {
  private let fragments: [String]
  private var random: SplitMix64

  private static let separators = [
    " ", " ", " ", "  ", "-", ", ", ".", ". ", "/", "_", "", "\u{A0}", "\t", "\u{AD}", "'s ",
  ]
  /// Characters that decompose, fold, vanish, mark, or stand at the edge of a word in an unusual way.
  private static let oddities = [
    "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{301}", "\u{E48}", "\u{2028}", "\u{85}", "ﬁ", "ｅ", "Ⅷ", "²", "½", "ß", "İ",
    "ı",
    "ſ", "K", "Å", "é", "e\u{301}", "Đ", "đ", "_", "\u{1F600}", "\u{20DD}", "ａｉ", "９", "٣", "\u{1D400}", "Σ", "ς", "ệ",
    "ơ\u{323}",
    "А", "а", "Ｔ", "\u{180E}", "\u{3000}", "・", "ー", "々", "\u{FF0D}",
  ]

  init(_ requirements: Requirements, random: SplitMix64) {
    self.random = random
    let vocabulary =
      Vocabulary.goodNames + Vocabulary.machineNames + Vocabulary.vendorNames + Vocabulary.facelessNames
      + Vocabulary.purposes + Vocabulary.force + Vocabulary.targeting + Vocabulary.weapons + Vocabulary.nuclear
      + Vocabulary.cyberAttack + Vocabulary.people + Vocabulary.personTargets + Vocabulary.catchAll + Vocabulary.legal
      + Vocabulary.hashes + Vocabulary.brokenHashes + Vocabulary.plain + Vocabulary.empty + Vocabulary.lookalikes
    var fragments = vocabulary
    for name in requirements.patterns.keys.sorted() {
      guard let pattern = requirements.patterns[name] else { continue }
      for expression in pattern.match + pattern.except { fragments += Self.literals(of: expression) }
    }
    fragments += requirements.nameTitles.sorted() + requirements.placeholderWords.sorted()
    fragments += requirements.noneWords.map { $0.joined(separator: " ") }.sorted()
    for _ in 0..<fragments.count / 100 { fragments += Vocabulary.hashes }
    self.fragments = fragments
  }

  /// The runs of plain letters, spaces and hyphens in an expression.
  private static func literals(of expression: String) -> [String] {
    var literals: [String] = []
    var current = ""
    var isEscaped = false
    for character in expression {
      if isEscaped {
        isEscaped = false
        continue
      }
      if character.isLetter || character == " " || character == "-" {
        current.append(character)
        continue
      }
      isEscaped = character == "\\"
      if !current.isEmpty { literals.append(current) }
      current = ""
    }
    return current.isEmpty ? literals : literals + [current]
  }

  mutating func text() -> String {
    var text = ""
    for number in 0..<random.pick([1, 1, 2, 2, 3, 4, 6], or: 1) {
      if number > 0 { text += random.pick(Self.separators) }
      text += inflected(random.pick(fragments))
    }
    return random.happens(0.3) ? spoilt(text) : text
  }

  /// The same text in another guise, or another text.
  mutating func variant(of text: String) -> String {
    switch random.number(0...4) {
    case 0: text.uppercased()
    case 1: "Dr " + text + "."
    case 2: spoilt(text)
    case 3: inflected(text)
    default: self.text()
    }
  }

  private mutating func inflected(_ text: String) -> String {
    switch random.number(0...9) {
    case 0: text.uppercased()
    case 1: text + "s"
    case 2: text + "ing"
    case 3: text.lowercased()
    case 4: text + random.pick(["ed", "d", "es", "ment", "1", "-2", "th"])
    default: text
    }
  }

  private mutating func spoilt(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<random.number(1...3) {
      let place = random.number(0...scalars.count)
      if random.happens(0.3) && place < scalars.count {
        scalars.remove(at: place)
      } else {
        scalars.insert(contentsOf: random.pick(Self.oddities).unicodeScalars, at: place)
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}
