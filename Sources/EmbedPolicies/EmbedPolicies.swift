import Foundation
import PackagePlugin

/// Checks the packs of Policies/ whenever one of them changes, and makes them part of the program.
@main
struct EmbedPolicies: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Policies")
    let inputs = try files(in: folder.appending(path: "foundation")) + files(in: folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPolicies.swift")
    return [
      .buildCommand(
        displayName: "Checking and embedding Policies/", executable: try context.tool(named: "policy-embedder").url,
        arguments: [output.path()] + inputs.map { $0.path() }, inputFiles: inputs, outputFiles: [output])
    ]
  }

  private func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" && !$0.lastPathComponent.hasSuffix(".tests.yaml") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
