import Foundation
import TestSupport
import Testing

@Suite("The documentation of the modules")
struct DocumentationTests {
  /// The articles of each catalog, by name, with their texts.
  private static func catalogs() throws -> [String: [String: String]] {
    let sources = try FileManager.default.subpathsOfDirectory(atPath: Folder.package.appending(path: "Sources").path())
    var catalogs: [String: [String: String]] = [:]
    for path in sources where path.hasSuffix(".md") {
      let parts = path.components(separatedBy: "/")
      let name = (parts.last ?? "").replacing(".md", with: "")
      catalogs[parts[0], default: [:]][name] = String(decoding: try Folder.bytes("Sources/\(path)"), as: UTF8.self)
    }
    return catalogs
  }

  private static func links(in text: String) -> [String] {
    text.components(separatedBy: "<doc:").dropFirst().map { $0.components(separatedBy: ">")[0] }
  }

  @Test("every link between articles leads to one, and every article is linked from its module's page")
  func links() throws {
    let catalogs = try Self.catalogs()
    #expect(catalogs.count > 8)
    for (module, articles) in catalogs {
      for (name, text) in articles {
        for link in Self.links(in: text) { #expect(articles[link] != nil, "\(module)/\(name): \(link)") }
      }
      let root = try #require(articles[module], "\(module) has no page of its own")
      #expect(Set(articles.keys).subtracting(Self.links(in: root)) == [module], "\(module)")
    }
  }
}
