import AssessmentTestSupport
import PolicyModel
import SeededRandomness
import Testing

@Suite("Random texts")
struct RandomTextTests {
  let requirements: Requirements
  let policies: PolicySet
  let patterns: PatternBook

  init() throws {
    requirements = try Requirements.shared.get()
    policies = try #require(World.policies)
    patterns = try PatternBook(requirements.patterns)
  }

  @Test("every pattern hits the same texts in both readings, and each hits some and misses some")
  func patternHits() throws {
    var texts = TextGenerator(requirements, random: SplitMix64(seed: Settings.seed))
    var hits: [String: Int] = [:]
    let count = Settings.texts
    for _ in 0..<count {
      let text = Texts.cleaned(texts.text())
      for pattern in policies.foundation.patterns {
        let wanted = try patterns.anyHits([pattern.name], text)
        #expect(pattern.hits(text) == wanted, "\(pattern.name) on `\(text)`")
        if wanted { hits[pattern.name, default: 0] += 1 }
      }
    }
    for pattern in policies.foundation.patterns {
      let found = hits[pattern.name] ?? 0
      #expect(found > 0 && found < count, "\(pattern.name): \(found)")
    }
  }

  @Test("names are good, and people differ, in both readings alike")
  func names() throws {
    var texts = TextGenerator(requirements, random: SplitMix64(seed: Settings.seed &+ 1))
    let names = PersonNames(policies.foundation)
    let limits = ReviewLimits(requirements: requirements, patterns: patterns, answers: [:], day: 0)
    var good = 0
    var same = 0
    for _ in 0..<Settings.texts {
      let text = texts.text()
      let wanted = try limits.goodName(text)
      #expect(names.good(text) == wanted, "`\(text)`")
      if wanted != nil { good += 1 }
      let other = texts.variant(of: text)
      let differ = limits.differ(Texts.cleaned(text), Texts.cleaned(other))
      #expect(names.differ(Texts.cleaned(text), Texts.cleaned(other)) == differ, "`\(text)` and `\(other)`")
      if !differ { same += 1 }
    }
    #expect(good > 0 && same > 0)
  }
}
