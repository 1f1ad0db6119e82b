import Foundation
import TestSupport
import Testing

@Suite("The module's boundary")
struct ModuleBoundaryTests {
  /// The sources and articles, by path.
  private static func texts() throws -> [(path: String, text: String)] {
    let folder = "Sources/CEL"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Folder.package.appending(path: folder).path())
    return try paths.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".md") }.map { path in
      (path, String(decoding: try Folder.bytes("\(folder)/\(path)"), as: UTF8.self))
    }
  }

  @Test("nothing is imported but places in texts, regular expressions, archives and what threads share")
  func imports() throws {
    let texts = try Self.texts().filter { $0.path.hasSuffix(".swift") }
    #expect(texts.count > 100)
    let allowed = ["Archiving", "Diagnostics", "LinearTimeRegex", "Sharing"]
    for (path, text) in texts {
      let imports = text.components(separatedBy: "\n").filter { $0.contains("import ") && !$0.hasPrefix(" ") }
      for line in imports where !line.hasPrefix("//") {
        let module = line.components(separatedBy: " ").last ?? ""
        #expect(allowed.contains(module), "\(path)")
      }
    }
  }

  @Test("nothing is named that is built on the module, in comments neither")
  func words() throws {
    let foreign: Set<String> = [
      "assessment", "pack", "packs", "policies", "policy", "project", "projects", "question", "questionnaire",
      "questions", "reviewer", "yaml",
    ]
    for (path, text) in try Self.texts() {
      let words = Set(text.lowercased().components(separatedBy: CharacterSet.letters.inverted))
      #expect(words.intersection(foreign) == [], "\(path)")
    }
  }
}
