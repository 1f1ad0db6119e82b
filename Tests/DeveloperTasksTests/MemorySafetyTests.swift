import Foundation
import TestSupport
import Testing

/// Swift keeps the program's memory safe except where the sources say that they know better.
@Suite("Memory safety")
struct MemorySafetyTests {
  /// The places that handle memory: each says at every step why that is sound.
  private static let trusted = ["LocatedYAML/", "LocalFiles/SystemCalls.swift"]

  /// A line of code that handles memory. A hyphen behind the word makes it one of a policy for browsers.
  private static var step: Regex<Substring> { #/(?m)^(?! *//).*\bunsafe\b(?!-)/# }

  @Test("memory is handled in the two places that are there for it", arguments: ["Sources", "Benchmarks/Sources"])
  func unsafe(folder: String) throws {
    let files = try SwiftSource.all(in: folder).filter { $0.text.contains(Self.step) }.map(\.path)
    #expect(files.filter { file in !Self.trusted.contains { file.hasPrefix($0) } } == [])
  }

  @Test("wherever memory is handled, it says why that is sound")
  func reasons() throws {
    for file in try SwiftSource.all() where file.text.contains(Self.step) {
      let text = String(decoding: try Folder.bytes("Sources/\(file.path)"), as: UTF8.self)
      // Members stand apart by an empty line.
      for member in text.components(separatedBy: "\n\n") where member.contains(Self.step) {
        #expect(member.contains("// SAFETY: "), "\(file.path): \(member)")
      }
    }
  }

  @Test(
    "nothing ends the program instead of an error, and no check of the compiler is switched off",
    arguments: ["Sources", "Benchmarks/Sources"])
  func promises(folder: String) throws {
    let promise = /\btry!|\bas!|@unchecked\b|\bnonisolated\(unsafe\)|[\w)\]}]!(?!=)/
    let found = try SwiftSource.all(in: folder).flatMap { file in
      file.text.split(separator: "\n").filter { $0.contains(promise) }.map { "\(file.path): \($0)" }
    }
    #expect(found == [])
  }
}
