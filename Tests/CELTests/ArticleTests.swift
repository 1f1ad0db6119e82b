import CEL
import Foundation
import TestSupport
import Testing

@Suite("The articles about CEL")
struct ArticleTests {
  /// The lines `expression  // result` of all blocks that are marked as CEL. Those of the reference page are run from the
  /// declarations.
  static let lines: [(expression: String, result: String)] = {
    let folder = "Sources/CEL/CEL.docc"
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: Folder.package.appending(path: folder).path())) ?? []
    return names.filter { $0.hasSuffix(".md") && $0 != "Functions.md" }.sorted().flatMap {
      name -> [(expression: String, result: String)] in
      let text = String(decoding: (try? Folder.bytes("\(folder)/\(name)")) ?? [], as: UTF8.self)
      return text.components(separatedBy: "```cel\n").dropFirst().flatMap { block in
        (block.components(separatedBy: "\n```").first ?? "").components(separatedBy: "\n").compactMap { line in
          let parts = line.components(separatedBy: "  // ")
          return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
      }
    }
  }()

  @Test("there are examples")
  func some() { #expect(Self.lines.count >= 3) }

  @Test("every example gives what it says", arguments: lines.map(\.expression))
  func examples(expression: String) throws {
    let expected = try #require(Self.lines.first { $0.expression == expression }).result
    let environment = Environment(variables: [], objectTypes: [], dialect: .standard)
    let checked = try #require(environment.compile(expression).checked)
    #expect(environment.plan(checked).evaluate([]).written == expected)
  }
}
