internal import Foundation

/// What a program is made of, as CycloneDX 1.6 (ECMA-424).
struct BillOfMaterials {
  /// A library that is no package of Swift.
  struct SystemLibrary {
    let name: String
    let version: String
    /// As an expression of SPDX.
    let license: String
    /// Whether it is in the program; otherwise the system has it.
    let isStatic: Bool
  }

  let version: String
  /// SHA-256 of the program, in hexadecimal.
  let digest: String
  /// What `swift package show-dependencies --format json` prints.
  let dependencies: String
  let systemLibraries: [SystemLibrary]
  let swift: String

  /// Packages that only tests or documentation use would be listed too: more is said than is in the program, never less.
  func json() throws -> Data {
    var components: [String: [String: Any]] = [:]
    var edges: [String: Set<String>] = [:]
    let root = try JSONSerialization.jsonObject(with: Data(dependencies.utf8)) as? [String: Any] ?? [:]
    let program = "answerable@\(version)"
    collect(root, as: program, &components, &edges)
    for library in systemLibraries {
      let reference = "pkg:generic/\(library.name)@\(library.version)"
      components[reference] = [
        "type": "library", "bom-ref": reference, "name": library.name, "version": library.version, "purl": reference,
        "licenses": [["expression": library.license]],
        "properties": [["name": "linked", "value": library.isStatic ? "static" : "dynamic"]],
      ]
      edges[program, default: []].insert(reference)
    }
    components["swift"] = ["type": "platform", "bom-ref": "swift", "name": "Swift", "version": swift]
    edges[program, default: []].insert("swift")
    let document: [String: Any] = [
      "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
      "metadata": [
        "component": [
          "type": "application", "bom-ref": program, "name": "answerable", "version": version,
          "hashes": [["alg": "SHA-256", "content": digest]],
        ]
      ],
      "components": components.keys.sorted().compactMap { components[$0] },
      "dependencies": edges.keys.sorted().map { ["ref": $0, "dependsOn": (edges[$0] ?? []).sorted()] },
    ]
    return try JSONSerialization.data(withJSONObject: document, options: [.prettyPrinted, .sortedKeys])
  }

  private func collect(
    _ package: [String: Any], as reference: String, _ components: inout [String: [String: Any]],
    _ edges: inout [String: Set<String>]
  ) {
    edges[reference, default: []].formUnion([])
    for inner in package["dependencies"] as? [[String: Any]] ?? [] {
      guard let name = inner["name"] as? String, let version = inner["version"] as? String else { continue }
      let place = (inner["url"] as? String).map(Self.place) ?? name
      let purl = "pkg:swift/\(place)@\(version)"
      edges[reference, default: []].insert(purl)
      guard components[purl] == nil else { continue }
      components[purl] = ["type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl]
      collect(inner, as: purl, &components, &edges)
    }
  }

  /// The host and path of an address, as package URLs of Swift have them.
  private static func place(_ url: String) -> String {
    var place = Substring(url)
    if let cut = place.range(of: "://") { place = place[cut.upperBound...] }
    if place.hasSuffix(".git") { place = place.dropLast(4) }
    return String(place)
  }
}
