import Foundation
import TestSupport
import Testing

/// compliance-trestle, the tools of OSCAL's own community, as a judge of documents.
///
/// `ANSWERABLE_JUDGES` names the folder of a virtual environment of Python that has it; else the `python3` on the path may.
enum OSCALJudge {
  /// What is wrong with each document; nil, said loudly, where the judge is absent. With `ANSWERABLE_REQUIRE_TOOLS=1` its
  /// absence is a failure.
  static func faults(in documents: [[UInt8]]) throws -> [[String]]? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    guard try run(["-c", "import trestle.oscal.assessment_results"], Data(), in: folder) != nil else {
      let message = "NOT CHECKED: compliance-trestle is absent; pip install compliance-trestle"
      if ProcessInfo.processInfo.environment["ANSWERABLE_REQUIRE_TOOLS"] == "1" {
        Issue.record("\(message)")
      } else {
        print(message)
      }
      return nil
    }
    let files = documents.indices.map { folder.appending(path: "\($0).json") }
    for (file, document) in zip(files, documents) { try Data(document).write(to: file) }
    let script = Folder.package.appending(path: "Tests/ReportsTests/Cases/check_oscal.py").path()
    let input = try JSONEncoder().encode(files.map { $0.path() })
    let output = try #require(try run(["-B", script], input, in: folder), "the script failed")
    return try JSONDecoder().decode([[String]].self, from: output)
  }

  /// Standard output; nil where Python fails.
  private static func run(_ words: [String], _ input: Data, in folder: URL) throws -> Data? {
    let (source, target) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try input.write(to: source)
    try Data().write(to: target)
    let process = Process()
    let environment = ProcessInfo.processInfo.environment["ANSWERABLE_JUDGES"]
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [environment.map { "\($0)/bin/python3" } ?? "python3"] + words
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: target)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? try Data(contentsOf: target) : nil
  }
}
