import LinearTimeRegex
import SeededRandomness
import Testing

@Suite("Regular expressions in linear time")
struct LinearTimeRegexTests {
  @Test(
    "matches, leftmost and in order of preference",
    arguments: [
      ("abc", "xabcx", [1..<4]), ("a|ab", "ab", [0..<1]), ("ab|a", "ab", [0..<2]), ("a*", "baa", [0..<0, 1..<3]),
      ("a+?", "aa", [0..<1, 1..<2]), ("(?U)a+", "aa", [0..<1, 1..<2]), ("^a", "aa", [0..<1]), ("a$", "aa", [1..<2]),
      ("(?m)^a$", "a\na", [0..<1, 2..<3]), (".", "a\nb", [0..<1, 2..<3]), ("(?s).", "\n", [0..<1]),
      ("[^a-c]", "abd", [2..<3]),
      ("[]a]", "]", [0..<1]), ("[a-]", "-", [0..<1]), ("\\d{2,3}", "1234", [0..<3]),
      ("\\bcat\\b", "cat concat cat", [0..<3, 11..<14]),
      ("\\Bat", "cat at", [1..<3]), ("(?i)straße", "STRAßE", [0..<6]), ("(?i)k", "\u{212A}", [0..<1]),
      ("(?i)s", "ſ", [0..<1]),
      ("(?i)[ſ]", "sS", [0..<1, 1..<2]), ("(?i)[\u{100}-\u{3000}]", "kKsSaA", [0..<1, 1..<2, 2..<3, 3..<4]),
      ("(?i)[^k]", "kKK\u{212A}x", [4..<5]), ("(?i)[a-f]", "Fg", [0..<1]), ("(?i)[A-F]", "fg", [0..<1]),
      ("[\u{0}-z]", "{~", []), ("[z-\u{1000}]", "yz~", [1..<2, 2..<3]), ("(?i)[[:upper:]]", "a", [0..<1]),
      ("(?i)[^s]", "ſ", []), ("\\pL+", "aé1", [0..<2]), ("\\p{Lu}", "aB", [1..<2]), ("\\PL", "a1", [1..<2]),
      ("\\p{^L}", "a1", [1..<2]),
      ("[[:alpha:]]+", "ab1", [0..<2]), ("[[:^alpha:]]", "a1", [1..<2]), ("\\Qa.b\\E", "a.b", [0..<3]),
      ("\\x41\\x{1F600}", "A😀", [0..<2]),
      ("\\101", "A", [0..<1]), ("a{0}b", "b", [0..<1]), ("a{,2}", "a{,2}", [0..<5]), ("(?:a|b)+c", "abac", [0..<4]),
      ("", "ab", [0..<0, 1..<1, 2..<2]),
      ("(?P<n>a)(?<m>b)", "ab", [0..<2]), ("(?i:a)b", "Ab AB", [0..<2]), ("a(?i)b|c", "aB C", [0..<2, 3..<4]),
      ("x*", "", [0..<0]),
      ("\\w+", "aé", [0..<1]), ("\\s", "\u{0B} ", [1..<2]), ("\\A\\z", "", [0..<0]), ("(a|aa)+$", "aaaaab", []),
    ] as [(String, String, [Range<Int>])])
  func matches(pattern: String, text: String, expected: [Range<Int>]) throws {
    let regex = try LinearRegex(pattern)
    #expect(regex.matches(in: text) == expected)
    #expect(regex.isFound(in: text) == !expected.isEmpty)
  }

  @Test("words of any script, where asked for")
  func wordsOfAnyScript() throws {
    var options = LinearRegex.Options()
    options.wordsOfAnyScript = true
    #expect(try LinearRegex("\\w+", options: options).matches(in: "aé_1 ngữ") == [0..<4, 5..<8])
    #expect(try LinearRegex("\\bAI\\b", options: options).isFound(in: "éAI") == false)
    #expect(try LinearRegex("\\bAI\\b").isFound(in: "éAI"))
    #expect(try LinearRegex("\\bAI\\b", options: options).isFound(in: "é AI"))
    #expect(try LinearRegex("\\bngữ\\b", options: options).matches(in: "ngữ ngữa, ngữ") == [0..<3, 10..<13])
    #expect(try LinearRegex("(?i)\\bПЛАН\\B", options: options).matches(in: "план плана") == [5..<9])
    #expect(try LinearRegex("[^\\W\\d]+", options: options).matches(in: "ยิง 12 目标") == [0..<1, 2..<3, 7..<9])
    // A combining mark is no letter: it ends a word.
    #expect(try LinearRegex("\\W", options: options).matches(in: "e\u{323}") == [1..<2])
  }

  @Test(
    "replacing",
    arguments: [
      ("a+", "baac", "b-c"), ("", "ab", "-a-b-"), ("^.*\\bchief\\b.*$", "the chief bot", "-"), ("x", "ab", "ab"),
    ])
  func replacing(pattern: String, text: String, expected: String) throws {
    #expect(try LinearRegex(pattern).replacingMatches(in: text, with: "-") == expected)
  }

  @Test("finding and matching agree on random patterns and texts")
  func agreement() throws {
    var generator = SplitMix64(seed: 7)
    let atoms = ["a", "b", ".", "[ab]", "[^a]", "\\b", "\\B", "^", "$", "(a|b)", "(ab|a)", "c", " "]
    for _ in 0..<1_500 {
      var pattern = ""
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let atom = atoms.randomElement(using: &generator) ?? "a"
        let isAssertion = ["\\b", "\\B", "^", "$"].contains(atom)
        pattern +=
          atom + (isAssertion ? "" : ["", "", "*", "+", "?", "{1,2}", "|"].randomElement(using: &generator) ?? "")
      }
      guard let regex = try? LinearRegex(pattern) else { continue }
      for _ in 0..<6 {
        let text = String(
          (0..<Int.random(in: 0...7, using: &generator)).map { _ in "ab c".randomElement(using: &generator) ?? "a" })
        #expect(regex.isFound(in: text) == !regex.matches(in: text).isEmpty, "\(pattern) in \(text)")
      }
    }
  }
}
