import ArgumentParser
import Foundation
import SeededRandomness
import TestSupport
import Testing

@testable import answerable

@Suite("The words of a check")
struct CheckWordsTests {
  private static let flags = ["--no-review", "--quiet", "--verbose"]

  /// As many as there are properties, each called as the parser calls it, but for the names of projects.
  private static let options = names { _ in true }.filter { !flags.contains($0) }
  /// Those that take several values.
  private static let lists = names { $0 is [String] }

  private static func names(where holds: (Any) -> Bool) -> [String] {
    Mirror(reflecting: CheckWords.usual).children.filter { $0.label != "projects" && holds($0.value) }
      .compactMap(\.label)
      .map { "--" + $0.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) } }
  }

  @Test(
    "what is plain means what the parser reads in it",
    arguments: [
      ["a.yaml"], ["a.yaml", "b c.yaml"], ["help"], ["check"], ["Projekt é", "a=b", "@a"],
      ["--quiet", "a", "--verbose"],
      ["--format", "json", "a", "--date=text"], ["--report=json=a", "--report", "=", "a"], ["--marking= ", "a"],
    ] + options.flatMap { [[$0, "a=b", "c"], ["\($0)=a=b", "c"]] } + lists.map { ["c", $0, "a", $0, "b"] }
      + flags.map { [$0, "a"] })
  func plain(words: [String]) throws {
    #expect(CheckWords(plain: words) == (try Check.parse(words).words))
  }

  @Test(
    "anything that could be more than that is left to the parser",
    arguments: [
      [], [""], ["-"], ["--help"], ["a.yaml", "-q"], ["--", "a.yaml"], ["a.yaml", ""], ["--quiet"],
      ["--quiet=yes", "a"],
      ["--Quiet", "a"], ["a", "--format"], ["a", "--format", ""], ["a", "--format="], ["--format", "-", "a"],
      ["--format", "--quiet", "a"], ["-format", "json", "a"], ["---format", "json", "a"], ["--=", "a"],
      ["--form", "json", "a"],
      ["--output", "-", "a"], ["--projects", "a", "b"],
    ] + options.filter { !lists.contains($0) }.map { [$0, "a", "b", $0, "a"] })
  func others(words: [String]) {
    #expect(CheckWords(plain: words) == nil)
  }

  @Test("whatever is plain means what the parser reads in it", arguments: 0..<8 as Range<UInt64>)
  func anything(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let values = [
      "a", "b c", "=", "a=b", "json", "-", "--", "", "-q", "-qv", "-v", "--help", "--version", "é", "--x", "help",
    ]
    var plain = 0
    for _ in 0..<2_000 {
      let words: [String] = try (0...Int.random(in: 0...5, using: &chance)).map { _ in
        let option = try #require((Self.options + Self.flags).randomElement(using: &chance))
        let value = try #require(values.randomElement(using: &chance))
        return switch Int.random(in: 0..<9, using: &chance) {
        case 0...2: option
        case 3: option + "=" + value
        default: value
        }
      }
      guard let read = CheckWords(plain: words) else { continue }
      plain += 1
      #expect(try Check.parse(words).words == read, "\(words)")
    }
    #expect(plain > 50)
  }

  private static let examples: [[String]] = {
    let folder = Folder.package.appending(path: "Examples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { ["Examples/\($0)"] }
      + [
        ["Examples"], ["Examples/nowhere.yaml"], ["Examples/mine-disposal.yaml", "Examples/nowhere.yaml"],
        ["Examples/mine-disposal.yaml", "--format=json", "--no-review", "--date", "2026-03-01"],
        ["Examples/mine-disposal.yaml", "--format", "jsno"], ["Examples/mine-disposal.yaml", "--quiet", "--verbose"],
      ]
  }()

  @Test("a check that is plain says the same as one that is parsed", arguments: examples)
  func same(words: [String]) throws {
    let short = try Program.run(["check"] + words, in: Folder.package)
    let parsed = try Program.run(["check"] + words + ["--"], in: Folder.package)
    #expect(short.output == parsed.output)
    #expect(short.errors == parsed.errors)
    #expect(short.status == parsed.status)
  }
}
