internal import ArgumentParser
internal import Foundation

/// Makes the documentation of every module that has a catalog.
struct DocumentationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documentation",
    abstract: "Make the modules' documentation with DocC; fail where it has a warning, such as a broken link.")

  @Option(help: "The folder for the result, one folder for each module.")
  var output = ".build/documentation"

  func run() throws {
    let files = FileManager.default
    try Shell.call(["swift", "package", "dump-symbol-graph", "--minimum-access-level", "public"])
    let graphs = try files.subpathsOfDirectory(atPath: ".build").filter { $0.hasSuffix(".symbols.json") }
    for module in try files.contentsOfDirectory(atPath: "Sources").sorted() {
      let catalog = "Sources/\(module)/\(module).docc"
      guard files.fileExists(atPath: catalog) else { continue }
      let folder = "\(output)/\(module)"
      try? files.removeItem(atPath: folder)
      try files.createDirectory(atPath: "\(folder)/symbols", withIntermediateDirectories: true)
      for graph in graphs where graph.hasSuffix("/symbolgraph/\(module).symbols.json") {
        try files.copyItem(atPath: ".build/\(graph)", toPath: "\(folder)/symbols/\(module).symbols.json")
      }
      try Shell.call([
        "docc", "convert", catalog, "--fallback-display-name", module, "--fallback-bundle-identifier", module,
        "--additional-symbol-graph-dir", "\(folder)/symbols", "--output-path", "\(folder)/archive",
        "--warnings-as-errors",
      ])
    }
  }
}
