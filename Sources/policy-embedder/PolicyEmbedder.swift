internal import Diagnostics
internal import Foundation
internal import PolicyModel

/// Checks packs as the program itself does, and writes them and what was read of them out as a Swift source. A pack with
/// an error or a warning fails the build.
///
/// Usage: `policy-embedder OUTPUT INPUT…`
@main
struct PolicyEmbedder {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    guard let output = paths.first, paths.count > 1 else {
      FileHandle.standardError.write(Data("usage: policy-embedder OUTPUT INPUT…\n".utf8))
      exit(64)
    }
    let files = try paths.dropFirst().map { path in
      SourceFile(name: name(of: path), bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
    }
    let loaded = PolicySet.load(files, sha256: SHA256.digest)
    if !loaded.diagnostics.isEmpty {
      FileHandle.standardError.write(Data(DiagnosticRenderer().render(loaded.diagnostics).utf8))
    }
    // A warning would be lost with the image: what is embedded has none.
    guard loaded.diagnostics.isEmpty, let image = loaded.value?.image(of: files) else { exit(65) }
    try Data(source(files, image).utf8).write(to: URL(filePath: output), options: .atomic)
  }

  /// `Policies/foundation/NAME` or `Policies/NAME`.
  private static func name(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.suffix(parts.dropLast().last == "foundation" ? 3 : 2).joined(separator: "/")
  }

  private static func source(_ files: [SourceFile], _ image: String) -> String {
    var text = "// Made when building from the files of Policies/.\n\nenum EmbeddedPolicies {\n"
    text += "  static let files: [(name: String, text: String)] = [\n"
    for file in files {
      text += "    (\n      \"\(file.name)\",\n      \(literal(String(decoding: file.bytes, as: UTF8.self)))\n    ),\n"
    }
    return text + "  ]\n\n  static let image = \(literal(image))\n}\n"
  }

  private static func literal(_ text: String) -> String {
    // The line break before the closing quotes is not part of the literal.
    "####\"\"\"\n\(text)\n\"\"\"####"
  }
}
