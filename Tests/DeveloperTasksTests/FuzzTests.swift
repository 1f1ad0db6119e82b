import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import developer_tasks

@Suite("Seeds of fuzzing")
struct FuzzSeedsTests {
  @Test("every target has seeds and a dictionary", arguments: FuzzSeeds.targets)
  func seeds(target: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FuzzSeeds.write(for: target, from: Folder.package.path(), into: folder.path())
    #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path()).isEmpty)
    let dictionary = "Tests/Fuzzing/Dictionaries/\(FuzzSeeds.dictionary(for: target)).dict"
    let lines = String(decoding: try Folder.bytes(dictionary), as: UTF8.self).split(separator: "\n")
    #expect(lines.count > 10)
    #expect(lines.allSatisfy { $0.hasPrefix("\"") && $0.hasSuffix("\"") })
    let all = String(decoding: try Folder.bytes("Tests/Fuzzing/Sources/fuzz/FuzzTarget.swift"), as: UTF8.self)
    #expect(all.contains(".\(target)"), "the package of targets has none of that name")
  }

  @Test("what is kept is read again, the shortest first and no more than there is room for")
  func keeping() throws {
    let package = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString)")
    let (corpus, learned) = (package.appending(path: "Tests/Fuzzing/Corpus"), package.appending(path: "learned"))
    for folder in [corpus, learned] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(at: package) }
    let inputs = [Data([0xFF, 0x0A]), Data("three".utf8), Data(repeating: 0, count: 200_000)]
    for (number, input) in inputs.enumerated() { try input.write(to: learned.appending(path: "input-\(number)")) }
    try Data("seed".utf8).write(to: learned.appending(path: "seed-0"))
    try FuzzSeeds.keep(learned.path(), of: "yaml", package: package.path())
    #expect(try FuzzSeeds.kept(for: "yaml", package.path()) == Array(inputs.prefix(2)))
  }
}

@Suite("The fuzzing command")
struct FuzzCommandTests {
  @Test(
    "what would try or keep nothing is refused",
    arguments: [["--runs", "0"], ["--seconds", "0"], ["yml"], ["--keep", "--runs", "1"]])
  func refusals(arguments: [String]) {
    #expect(throws: (any Error).self) { try FuzzCommand.parse(arguments) }
  }

  @Test("a short run tries something at every target", arguments: FuzzSeeds.targets)
  func shortRun(target: String) throws {
    let command = try FuzzCommand.parse([target, "--runs", "20000"])
    #expect(command.runs.map { $0 / FuzzSeeds.cost(of: target) } ?? 0 >= 400)
  }
}
