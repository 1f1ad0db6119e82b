import Testing
import UnicodeText

@Suite("Text as it is compared")
struct UnicodeTextTests {
  @Test(
    "form NFKC",
    arguments: [
      ("plain", "plain"), ("ｆｕｌｌ", "full"), ("ﬁ", "fi"), ("①", "1"), ("x²", "x2"), ("한국", "한국"),
      ("\u{1112}\u{1161}\u{11AB}", "한"), ("e\u{301}", "é"), ("trí tuệ", "tri\u{301} tue\u{323}\u{302}"),
      ("\u{212A}", "K"),
      ("\u{212B}", "Å"), ("ﷺ", "صلى الله عليه وسلم"), ("㍿", "株式会社"), ("q\u{307}\u{323}", "q\u{323}\u{307}"),
      ("\u{0344}", "\u{308}\u{301}"), ("豈", "豈"), ("\u{1F12F}", "\u{1F12F}"), ("\u{0E33}", "\u{0E4D}\u{0E32}"),
    ])
  func nfkc(text: String, expected: String) {
    let normal = Normalization.nfkc(text)
    let wanted = Normalization.nfkc(expected)
    #expect(Array(normal.unicodeScalars) == Array(wanted.unicodeScalars))
    #expect(Array(Normalization.nfkc(normal).unicodeScalars) == Array(normal.unicodeScalars))
  }

  @Test("form NFKC composes what it decomposed, scalar by scalar")
  func composed() {
    #expect(Array(Normalization.nfkc("e\u{301}").unicodeScalars) == ["\u{E9}"])
    #expect(Array(Normalization.nfkc("\u{1EC7}").unicodeScalars) == ["\u{1EC7}"])
    #expect(Array(Normalization.nfkc("e\u{302}\u{323}").unicodeScalars) == ["\u{1EC7}"])
    #expect(Array(Normalization.nfkc("\u{958}").unicodeScalars) == ["\u{915}", "\u{93C}"])
  }

  @Test(
    "case folding",
    arguments: [("Straße", "strasse"), ("ΣΑΣ", "σασ"), ("İ", "i\u{307}"), ("ABC", "abc"), ("ﬃ", "ffi"), ("Ⅷ", "ⅷ")])
  func fold(text: String, expected: String) {
    #expect(Array(CaseFolding.fold(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("what is equal to a letter without regard to case")
  func orbits() {
    #expect(Set(CaseFolding.simpleOrbit("k")) == ["k", "K", "\u{212A}"])
    #expect(Set(CaseFolding.simpleOrbit("ſ")) == ["s", "S", "ſ"])
    #expect(CaseFolding.simpleOrbit("1") == ["1"])
    #expect(Set(CaseFolding.simpleOrbit("ς")) == ["σ", "Σ", "ς"])
  }

  @Test(
    "scripts",
    arguments: [
      ("Adlam", 0x1E900...0x1E94B, 3), ("Common", 0...0x40, 173), ("Thai", 0xE01...0xE3A, 2),
      ("Zanabazar_Square", 0x11A00...0x11A47, 1), ("Greek", 0x370...0x373, 36),
    ] as [(String, ClosedRange<UInt32>, Int)])
  func scripts(name: String, first: ClosedRange<UInt32>, count: Int) throws {
    let ranges = try #require(ScriptRanges.ranges(of: name))
    #expect(ranges.first == first)
    #expect(ranges.count == count)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound + 1 < $1.lowerBound })
  }

  @Test("what is no name of a script", arguments: ["", "greek", "Gree", "Greek ", "Greek 370", "Zzzz", "370"])
  func noScript(name: String) {
    #expect(ScriptRanges.ranges(of: name) == nil)
  }

  @Test(
    "cleaning",
    arguments: [
      ("  a \t\n b ", "a b"), ("S\u{200B}entinel", "Sentinel"), ("a\u{A0}b", "a b"), ("\u{3000}", ""),
      ("a\u{AD}b", "ab"),
      ("ＡＩ", "AI"), ("a\u{1F}b", "a b"), ("x\u{2060} y", "x y"), ("a \u{200B} b", "a b"),
      ("A\u{FE0F}I", "AI"), ("A\u{34F}I", "AI"), ("A\u{E0100}I", "AI"), ("A\u{180B}I", "AI"), ("A\u{17B5}I", "AI"),
      ("\u{3164}\u{115F}", ""), ("Tan\u{FFA0}", "Tan"), ("Tan\u{3164} Ai", "Tan Ai"),
      ("A\u{1}I", "AI"), ("A\u{7F}I", "AI"), ("A\u{80}I", "AI"), ("A\u{9F}I", "AI"), ("A\u{E000}I", "AI"),
      ("A\u{FFFC}I", "AI"), ("A\u{378}I", "AI"), ("A\u{10FFFD}I", "AI"), ("A\u{2800}I", "A I"),
      ("a\u{85}b", "a b"), ("a\u{1C}b", "a b"), ("a\u{B}b", "a b"), ("\u{1}\u{E000}", ""),
      ("e\u{200D}\u{301}", "é"), ("\u{1112}\u{FE00}\u{1161}\u{11AB}", "한"),
    ])
  func clean(text: String, expected: String) {
    #expect(CleanedText.clean(text) == expected)
  }

  @Test("nothing that is not seen comes out of what is")
  func invisible() {
    let all = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    let found = all.filter { scalar in
      !ScalarClass.isInvisible(scalar)
        && Normalization.nfkc(String(scalar)).unicodeScalars.contains(where: ScalarClass.isInvisible)
    }
    #expect(found == [])
    #expect(all.count { ScalarClass.isInvisible($0) } > 4_000)
  }

  @Test(
    "words",
    arguments: [
      ("Lt Col A. Rahman-Ali", ["lt", "col", "a", "rahman", "ali"]), ("ไม่มี", ["ไม่มี"]), ("Không!", ["không"]), ("", []),
      ("v2.0", ["v2", "0"]), ("--", []), ("Straße 4", ["strasse", "4"]),
    ])
  func words(text: String, expected: [String]) {
    #expect(CleanedText.words(text) == expected)
  }

  @Test("ASCII is read a short way, which gives the same", arguments: ["", "A b-C4  d_e", "...x", "one. Two!", "9"])
  func asciiWords(text: String) {
    // Anything else makes the whole text go the long way.
    #expect(CleanedText.words(text) + ["é"] == CleanedText.words(text + " É"))
  }

  @Test("so many words as are asked for, and no more", arguments: ["one two, three four", "ein zwei, drei für"])
  func firstWords(text: String) {
    let all = CleanedText.words(text)
    for most in 1...5 { #expect(CleanedText.words(text, atMost: most) == Array(all.prefix(most))) }
  }
}
