internal import ArgumentParser
internal import CEL
internal import Diagnostics
internal import Foundation
internal import PolicyModel

/// Writes the reference pages of functions into the documentation of the modules that declare them.
struct CELReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cel-reference", abstract: "Write the reference pages of CEL's and the packs' functions.")

  @Flag(help: "Write nothing; fail where a page differs from what would be written.")
  var check = false

  @Option(help: "The folder of the package.")
  var package = "."

  func run() throws {
    var stale: [String] = []
    for (path, reference) in try references() {
      let file = "\(package)/\(path)"
      if check {
        if (try? String(contentsOfFile: file, encoding: .utf8)) != reference.page { stale.append(path) }
      } else {
        try reference.page.write(toFile: file, atomically: true, encoding: .utf8)
      }
    }
    guard stale.isEmpty else {
      throw ValidationError(
        "out of date: \(stale.joined(separator: ", ")); write them with `swift run developer-tasks cel-reference`")
    }
  }

  private func references() throws -> [(path: String, reference: FunctionReference)] {
    [
      ("Sources/CEL/CEL.docc/Functions.md", Self.language),
      ("Sources/PolicyModel/PolicyModel.docc/Functions.md", try packs()),
    ]
  }

  private static let language = FunctionReference(
    title: "Functions, macros and operators",
    summary: "Everything that an expression can call or write, with results.",
    sections: [
      .init(title: "Operators", entries: Operator.all.map { ReferenceEntry($0) }),
      .init(title: "Macros", entries: Macro.all.map { ReferenceEntry($0) }),
    ]
      + FunctionLibrary.standardSections.map { section in
        .init(title: section.name, entries: section.functions.map { ReferenceEntry($0) })
      })

  private func packs() throws -> FunctionReference {
    let known = Set(FunctionLibrary.standard.functions.map(\.name))
    let functions = try policies().environment.functions.functions.filter { !known.contains($0.name) }
    return FunctionReference(
      title: "Functions of packs", summary: "What conditions can call beyond CEL's own functions.",
      sections: [.init(title: nil, entries: functions.map { ReferenceEntry($0) })])
  }

  private func policies() throws -> PolicySet {
    let folder = "\(package)/Policies"
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".yaml") && !$0.hasSuffix(".tests.yaml")
    }
    .sorted()
    let files = try names.map { name in
      SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
    }
    guard let policies = PolicySet.load(files, sha256: { _ in "" }).value else {
      throw ValidationError("the packs in \(folder) have errors")
    }
    return policies
  }
}
