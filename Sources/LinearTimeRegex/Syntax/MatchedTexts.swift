internal import UnicodeText

/// What is known of the texts that a part of a pattern matches.
struct MatchedTexts {
  /// All of them, where they are few.
  private var all: [[UInt8]]?
  /// Texts of which each of them holds one; nil where none are known.
  private var required: [[UInt8]]?

  /// Nothing is known.
  static let anything = MatchedTexts()
  /// Only the empty text.
  static let nothing = MatchedTexts(all: [[]])

  private static let most = 16
  private static let mostRequired = 128
  private static let longest = 24

  /// Texts of which each match holds one.
  var needed: [[UInt8]]? { Self.better(all, required) }

  /// A single character.
  init(_ value: UInt32, foldsCase: Bool) {
    guard value != 0x20, let scalar = Unicode.Scalar(value) else { return }
    if value < 0x80 {
      all = [[Self.lowered(UInt8(value))]]
    } else {
      let forms = foldsCase ? CaseFolding.simpleOrbit(scalar) : [scalar]
      // Which of those beyond ASCII fold into ASCII is known to whoever looks a text up; the others do not.
      if forms.allSatisfy({ $0.value >= 0x80 }) { all = forms.map { Array(String(Character($0)).utf8) } }
    }
  }

  init(_ set: ScalarSet) {
    guard let members = set.fewASCII(atMost: Self.most), !members.contains(0x20) else { return }
    all = Self.distinct(members.map { [Self.lowered($0)] })
  }

  private init(all: [[UInt8]]? = nil, required: [[UInt8]]? = nil) {
    self.all = all
    self.required = required
  }

  /// Either of two.
  func or(_ other: MatchedTexts) -> MatchedTexts {
    if let all, let others = other.all {
      let both = Self.distinct(all + others)
      if both.count <= Self.most { return MatchedTexts(all: both) }
    }
    guard let needed, let others = other.needed else { return .anything }
    let both = Self.distinct(needed + others)
    return both.count <= Self.mostRequired ? MatchedTexts(required: both) : .anything
  }

  func repeated(_ minimum: Int, _ maximum: Int?) -> MatchedTexts {
    switch (minimum, maximum) {
    case (1, 1): self
    case (0, 1): or(.nothing)
    case (0, _): .anything
    default: MatchedTexts(required: needed)
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  private static func distinct(_ texts: [[UInt8]]) -> [[UInt8]] {
    var distinct: [[UInt8]] = []
    for text in texts where !distinct.contains(text) { distinct.append(text) }
    return distinct
  }

  /// The one that says more of a text: the one whose shortest text is longer.
  private static func better(_ first: [[UInt8]]?, _ second: [[UInt8]]?) -> [[UInt8]]? {
    func worth(_ texts: [[UInt8]]?) -> Int { texts?.map(\.count).min() ?? 0 }
    let (left, right) = (worth(first), worth(second))
    return max(left, right) == 0 ? nil : left >= right ? first : second
  }

  /// Parts that follow each other.
  struct Sequence {
    /// What the parts since the last one that is not known as a whole match.
    private var run: [[UInt8]] = [[]]
    private var isWhole = true
    private var required: [[UInt8]]?

    mutating func append(_ part: MatchedTexts) {
      guard let texts = part.all else {
        required = better(better(required, run), part.required)
        run = [[]]
        isWhole = false
        return
      }
      let longer = run.flatMap { start in texts.map { start + $0 } }
      if longer.count <= most, longer.allSatisfy({ $0.count <= longest }) {
        run = distinct(longer)
      } else {
        required = better(required, run)
        run = texts
        isWhole = false
      }
    }

    var texts: MatchedTexts {
      isWhole ? MatchedTexts(all: run) : MatchedTexts(required: better(required, run))
    }
  }
}
