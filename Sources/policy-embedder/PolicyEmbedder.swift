internal import Diagnostics
internal import Foundation
internal import PolicyModel

/// Checks packs as the program itself does, and writes them out as a Swift source. A pack with an error fails the build.
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
      SourceFile(name: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
    }
    let loaded = PolicySet.load(files) { _ in "" }
    if !loaded.diagnostics.isEmpty {
      FileHandle.standardError.write(Data(DiagnosticRenderer().render(loaded.diagnostics).utf8))
    }
    guard loaded.value != nil else { exit(65) }
    try Data(source(files).utf8).write(to: URL(filePath: output), options: .atomic)
  }

  private static func source(_ files: [SourceFile]) -> String {
    var text = "// Made when building from the files of Policies/.\n\nenum EmbeddedPolicies {\n"
    text += "  static let files: [(name: String, text: String)] = [\n"
    for file in files {
      let parts = file.name.split(separator: "/")
      let name = parts.suffix(parts.dropLast().last == "foundation" ? 3 : 2).joined(separator: "/")
      text += "    (\n      \"\(name)\",\n      ####\"\"\"\n"
      text += String(decoding: file.bytes, as: UTF8.self)
      // The line break before the closing quotes is not part of the literal.
      text += "\n\"\"\"####\n    ),\n"
    }
    return text + "  ]\n}\n"
  }
}
