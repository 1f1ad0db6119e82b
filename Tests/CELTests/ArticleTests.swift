import CEL
import Foundation
import TestSupport
import Testing

@Suite("The articles about CEL")
struct ArticleTests {
  private static let articles = (try? Article.all()) ?? []
  private static let blocks = articles.flatMap(\.blocks)
  static let examples = ArticleExample.all(in: blocks)

  @Test("every article has examples, and every block is of a kind that is tested")
  func kinds() {
    #expect(Self.articles.count == 6)
    for article in Self.articles { #expect(!article.blocks.isEmpty, "\(article.name)") }
    let known = ["cel", "cel-causes", "cel-residual", "cel-trace", "swift"]
    for block in Self.blocks { #expect(known.contains(block.language), "\(block.article): \(block.language)") }
  }

  @Test("every expression comes to what the article says", arguments: examples)
  func results(example: ArticleExample) throws {
    let environment = Environment(
      variables: [VariableDeclaration(name: "order", type: .dyn)], objectTypes: [], dialect: .standard)
    let (checked, issues) = environment.compile(example.expression)
    #expect(issues.map(\.message) == [])
    let program = environment.plan(try #require(checked))
    let values = [ArticleCode.order]
    switch example.language {
    case "cel-causes": #expect(program.explain(values).map { Self.text($0) } == example.expected)
    case "cel-residual": #expect([program.residual(values)] == example.expected)
    case "cel-trace": #expect(Self.lines(program.trace(values)) == example.expected)
    default: #expect([Self.text(program.evaluate(values))] == example.expected)
    }
  }

  @Test("the Swift code of the articles is compiled")
  func code() throws {
    let source = String(decoding: try Folder.bytes("Tests/CELTests/ArticleCode.swift"), as: UTF8.self)
    let compiled = "\n" + Self.unindented(source.components(separatedBy: "\n")) + "\n"
    let blocks = Self.blocks.filter { $0.language == "swift" }
    #expect(blocks.count >= 4)
    for block in blocks {
      #expect(compiled.contains("\n" + Self.unindented(block.lines) + "\n"), "\(block.article)")
    }
  }

  private static func unindented(_ lines: [String]) -> String {
    lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .unknown(let set): "unknown: " + set.paths.map(\.description).joined(separator: ", ")
    case .error(let error): "error: \(error.message)"
    default: value.written
    }
  }

  private static func text(_ cause: Cause) -> String {
    let choice = cause.alternative.map { "choice \($0.choice), side \($0.side): " } ?? ""
    let found = cause.path.map { "\($0) is \(cause.actual.written), otherwise " } ?? ""
    return choice + found + cause.required
  }

  private static func lines(_ trace: Trace) -> [String] {
    let outcome =
      switch trace.outcome {
      case .value(.error(let error)): "error: \(error.message)"
      case .value(let value): value.written
      case .absorbed(let error): "error, not needed: \(error.message)"
      case .notEvaluated: "not evaluated"
      }
    return ["\(trace.text) = \(outcome)"] + trace.children.flatMap { lines($0).map { "  " + $0 } }
  }
}
