import Foundation
import Testing

@testable import developer_tasks

@Suite("Bill of materials")
struct BillOfMaterialsTests {
  private static let dependencies = """
    {"name": "answerable", "url": "/somewhere", "version": "unspecified", "dependencies": [
      {"name": "swift-nio", "url": "https://github.com/apple/swift-nio.git", "version": "2.101.2", "dependencies": [
        {"name": "swift-atomics", "url": "https://github.com/apple/swift-atomics", "version": "1.3.0", "dependencies": []}]},
      {"name": "swift-atomics", "url": "https://github.com/apple/swift-atomics", "version": "1.3.0", "dependencies": []}]}
    """

  @Test("every package is listed once, with what it needs")
  func packages() throws {
    let materials = BillOfMaterials(
      version: "0.1.0", digest: String(repeating: "a", count: 64), dependencies: Self.dependencies,
      systemLibraries: [
        .init(name: "libyaml", version: "0.2.5", license: "MIT", isStatic: true),
        .init(name: "glibc", version: "2.36", license: "LGPL-2.1-or-later", isStatic: false),
      ], swift: "Swift version 6.3.1")
    let document = try #require(try JSONSerialization.jsonObject(with: materials.json()) as? [String: Any])
    let components = try #require(document["components"] as? [[String: Any]])
    #expect(
      components.compactMap { $0["bom-ref"] as? String } == [
        "pkg:generic/glibc@2.36", "pkg:generic/libyaml@0.2.5", "pkg:swift/github.com/apple/swift-atomics@1.3.0",
        "pkg:swift/github.com/apple/swift-nio@2.101.2", "swift",
      ])
    let linked = components.compactMap { ($0["properties"] as? [[String: String]])?.first?["value"] }
    #expect(linked == ["dynamic", "static"])
    let licenses = components.compactMap { ($0["licenses"] as? [[String: String]])?.first?["expression"] }
    #expect(licenses == ["LGPL-2.1-or-later", "MIT"])
    let edges = try #require(document["dependencies"] as? [[String: Any]])
    let nio = try #require(edges.first { ($0["ref"] as? String)?.contains("swift-nio") ?? false })
    #expect(nio["dependsOn"] as? [String] == ["pkg:swift/github.com/apple/swift-atomics@1.3.0"])
    let program = try #require(edges.first { $0["ref"] as? String == "answerable@0.1.0" })
    #expect((program["dependsOn"] as? [String])?.count == 5)
  }
}
