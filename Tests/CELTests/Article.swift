import Foundation
import TestSupport
import Testing

/// An article about CEL, and the blocks of code in it.
struct Article {
  /// A block between fences.
  struct Block {
    let article: String
    /// What stands behind the opening fence.
    let language: String
    let lines: [String]
  }

  static let folder = "Sources/CEL/CEL.docc"
  let name: String
  let blocks: [Block]

  /// All articles but the reference page, whose examples are run from the declarations.
  static func all() throws -> [Article] {
    let names = try FileManager.default.contentsOfDirectory(atPath: Folder.package.appending(path: folder).path())
    return try names.filter { $0.hasSuffix(".md") && $0 != "Functions.md" }.sorted().map { name in
      let text = String(decoding: try Folder.bytes("\(folder)/\(name)"), as: UTF8.self)
      return Article(name: name, blocks: blocks(in: text.components(separatedBy: "\n"), of: name))
    }
  }

  private static func blocks(in lines: [String], of article: String) -> [Block] {
    var blocks: [Block] = []
    var open: (language: String, lines: [String])?
    for line in lines {
      guard line.hasPrefix("```") else {
        open?.lines.append(line)
        continue
      }
      if let block = open {
        blocks.append(Block(article: article, language: block.language, lines: block.lines))
        open = nil
      } else {
        open = (String(line.dropFirst(3)), [])
      }
    }
    return blocks
  }
}

/// An expression in an article, and what the article says that it comes to.
struct ArticleExample: Sendable, CustomTestStringConvertible {
  let article: String
  let language: String
  let expression: String
  let expected: [String]
  var testDescription: String { "\(article): \(expression)" }

  /// Of a block marked `cel` each line `expression  // result`; of the others the expression, then lines `// result`.
  static func all(in blocks: [Article.Block]) -> [ArticleExample] {
    blocks.filter { $0.language.hasPrefix("cel") }.flatMap { block -> [ArticleExample] in
      if block.language != "cel" {
        let isResult = { (line: String) in line.hasPrefix("// ") }
        return [
          ArticleExample(
            article: block.article, language: block.language,
            expression: block.lines.filter { !isResult($0) }.joined(separator: "\n"),
            expected: block.lines.filter(isResult).map { String($0.dropFirst(3)) })
        ]
      }
      return block.lines.map { line in
        let parts = line.components(separatedBy: "  // ")
        return ArticleExample(
          article: block.article, language: block.language, expression: parts[0], expected: Array(parts.dropFirst()))
      }
    }
  }
}
