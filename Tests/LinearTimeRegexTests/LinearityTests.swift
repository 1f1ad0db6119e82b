import Foundation
import SeededRandomness
import Synchronization
import Testing

@testable import LinearTimeRegex

@Suite("Linear time and bounded memory")
struct LinearityTests {
  private static let patterns = [
    "(a*)*b", "(a|a)*b", "(a|aa)+$", "(a?){30}a{30}", "(x+x+)+y", ".*.*.*=.*", "(.*)(.*)(.*)(.*)(.*)z",
    "((a{0,10}){0,10}){0,10}b", "(?:a{1,30}){1,30}b", "(?i)(?:(?:s|ſ|S)*)*t", "(a|b|ab)*c", "^(a+)+$", "(?:a?a?a?a?)*b",
    "(\\b|a)*c", "[ab]*a[ab]{12}c", "(?:a.*z|a)", "(a.*z|b)|a", "(?s).*?.*?.*?x\\z", "(|a)+b", "(?m)^(.+)+$x",
  ]
  private static let texts = ["a", "x", "ab", "aab ", "é", "sſ", "a\n"]

  private struct Growth {
    let found: Effort
    let matches: Effort
    init(_ regex: LinearRegex, _ text: String) {
      var (found, matches) = (Effort(), Effort())
      _ = regex.isFound(in: text, &found)
      _ = regex.matches(in: text, &matches)
      self.found = found
      self.matches = matches
    }
  }

  /// Twice the text may cost a little over twice the effort, and never more for each character than the program is long.
  @Test("pathological patterns", arguments: patterns)
  func pathological(pattern: String) throws {
    for text in Self.texts {
      let short = Growth(try LinearRegex(pattern), String(repeating: text, count: 500))
      let long = Growth(try LinearRegex(pattern), String(repeating: text, count: 1_000))
      for (short, long) in [(short.found, long.found), (short.matches, long.matches)] {
        #expect(long.places <= short.places * 2 + 2_000, "\(text)")
        #expect(long.characters <= short.characters * 2 + 10, "\(text)")
      }
    }
  }

  @Test("100 kB", arguments: ["(a*)*b", "(x+x+)+y", ".*.*.*=.*", "(?:a.*z|a)", "(a?){30}a{30}b"])
  func large(pattern: String) throws {
    let regex = try LinearRegex(pattern)
    let text = String(repeating: "a", count: 100_000)
    let growth = Growth(regex, text)
    #expect(growth.found.characters <= 100_002)
    // Once warm, nothing is worked out again.
    #expect(Growth(regex, text).found.places == 0)
    #expect(growth.matches.characters <= 100_001)
    #expect(growth.matches.places < 3_000_000)
  }

  @Test("many alternatives")
  func alternatives() throws {
    let words = (0..<2_000).map { "word\($0)x" }
    let regex = try LinearRegex("(?i)\\b(?:\(words.joined(separator: "|")))\\b")
    #expect(regex.isFound(in: "this is WORD1234X indeed"))
    #expect(!regex.isFound(in: "this is word12345x indeed"))
    #expect(regex.matches(in: "word7x, word1999x") == [0..<6, 8..<17])
  }

  @Test("an automaton that forgets costs each character no more than its program is long")
  func thrashing() throws {
    // Every text of the last 15 letters is a state of its own.
    let pattern = "[ab]*a[ab]{15}c|a"
    var generator = SplitMix64(seed: 11)
    let text = String((0..<5_000).map { _ in Bool.random(using: &generator) ? "a" : "b" })
    let regex = try LinearRegex(pattern, options: LinearRegex.Options(), memory: 0)
    let growth = Growth(regex, text)
    // Twice in the worst case: what was forgotten is worked out again.
    #expect(growth.matches.places < 2 * 100 * text.utf8.count)
    #expect(growth.matches.characters <= 2 * text.utf8.count + 2)
    #expect(regex.matches(in: text) == (try LinearRegex(pattern)).matches(in: text))
  }

  @Test("memory stays bounded whatever the text")
  func memory() throws {
    var parser = PatternParser("(?:[ab]*a[ab]{15}c)|[一-龥]{3}\\p{Greek}", options: LinearRegex.Options())
    let limit = 100_000
    var cache = AutomatonCache(TransitionGraph(try parser.parse(), isBackward: false), memory: limit)
    var (state, effort, most) = (0, Effort(), 0)
    var generator = SplitMix64(seed: 3)
    for index in 0..<20_000 {
      let scalar: Unicode.Scalar = Bool.random(using: &generator) ? "a" : index % 7 == 0 ? "一" : "b"
      let entry = cache.entry(from: state, .scalar(scalar), &effort)
      state = AutomatonTables.Entry.state(entry) >> cache.tables.shift
      most = max(most, cache.tables.entries.count * 4 + cache.tables.contents.count * 16)
    }
    #expect(cache.tables.generation > 1)
    #expect(most <= limit)
  }

  @Test("limits of size")
  func limits() throws {
    let long = #expect(throws: RegexSyntaxError.self) { try LinearRegex(String(repeating: "a", count: 65_537)) }
    #expect(long?.message.contains("65536 bytes") == true)
    let large = #expect(throws: RegexSyntaxError.self) {
      try LinearRegex(String(repeating: "(?:abcdefghijklm){1000}", count: 4))
    }
    #expect(large?.message.contains("too large") == true)
    #expect(large?.range == 0..<92)
    #expect(throws: Never.self) { try LinearRegex("\\pL{1000}") }
    #expect(throws: Never.self) { try LinearRegex("(\(String(repeating: "|", count: 12_345)))") }
  }

  @Test(
    "nesting costs no stack: on a thread of 512 kB",
    arguments: [("(", ")"), ("(?:", ")*"), ("(a|", "|b)+"), ("(?i:", "){1}|c"), ("(?:a?", ")*?"), ("(?<n>", "|)??")])
  func nesting(opening: String, closing: String) throws {
    let most = String(repeating: opening, count: 999) + "x" + String(repeating: closing, count: 999)
    #expect(try onSmallThread { Self.found(most) } == "found")
    for tooMany in ["(\(most))", String(repeating: opening, count: 65_536 / opening.utf8.count)] {
      #expect(try onSmallThread { Self.found(tooMany) } == "more than 999 groups stand inside each other")
    }
  }

  private static func found(_ pattern: String) -> String {
    do throws(RegexSyntaxError) {
      let regex = try LinearRegex(pattern)
      return regex.isFound(in: "x") && !regex.matches(in: "x").isEmpty ? "found" : "not found"
    } catch {
      return error.message
    }
  }

  private func onSmallThread(_ body: @escaping @Sendable () -> String) throws -> String {
    let box = Box()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let text = body()
      box.text.withLock { $0 = text }
      done.signal()
    }
    thread.stackSize = 512 * 1_024
    thread.start()
    done.wait()
    return try #require(box.text.withLock { $0 })
  }

  private final class Box: Sendable {
    let text = Mutex<String?>(nil)
  }

  @Test("many threads share an automaton, also one that forgets")
  func threads() async throws {
    for memory in [0, 1_000, LazyAutomaton.memory] {
      let regex = try LinearRegex("(?i)[ab]*a[ab]{4}c|ngữ\\b|é+x", options: LinearRegex.Options(), memory: memory)
      let texts = (0..<40).map { index in
        String((0..<200).map { "abécxữ ng"[($0 * $0 + index * 7) % 9] })
      }
      let plain = try LinearRegex(regex.pattern)
      let expected = texts.map { plain.matches(in: $0) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for start in 0..<8 {
          group.addTask {
            for index in 0..<texts.count {
              let place = (index * 3 + start * 5) % texts.count
              #expect(regex.matches(in: texts[place]) == expected[place])
              #expect(regex.isFound(in: texts[place]) == !expected[place].isEmpty)
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }
}

extension String {
  fileprivate subscript(_ index: Int) -> Character { self[self.index(startIndex, offsetBy: index)] }
}
