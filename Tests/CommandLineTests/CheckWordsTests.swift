import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import answerable

@Suite("The words of a check")
struct CheckWordsTests {
  @Test(
    "names alone mean what the parser reads in them",
    arguments: [["a.yaml"], ["a.yaml", "b c.yaml"], ["help"], ["check"], ["Projekt é", "a=b", "@a"]])
  func names(words: [String]) throws {
    #expect(CheckWords(names: words) == (try Check.parse(words).words))
  }

  @Test(
    "anything that could be more than a name is left to the parser",
    arguments: [[], [""], ["-"], ["--help"], ["a.yaml", "-q"], ["--", "a.yaml"], ["a.yaml", ""]])
  func others(words: [String]) {
    #expect(CheckWords(names: words) == nil)
  }

  private static let examples: [[String]] = {
    let folder = Folder.package.appending(path: "Examples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { ["Examples/\($0)"] }
      + [["Examples"], ["Examples/nowhere.yaml"], ["Examples/mine-disposal.yaml", "Examples/nowhere.yaml"]]
  }()

  @Test("a check of names says the same as one that is parsed", arguments: examples)
  func same(names: [String]) throws {
    let short = try Program.run(["check"] + names, in: Folder.package)
    let parsed = try Program.run(["check", "--"] + names, in: Folder.package)
    #expect(short.output == parsed.output)
    #expect(short.errors == parsed.errors)
    #expect(short.status == parsed.status)
  }
}
