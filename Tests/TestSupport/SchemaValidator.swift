public import Foundation

/// JSON held against a JSON Schema by Python's package `jsonschema`, which knows nothing of this program.
///
/// Where Python or the package is absent, tests that need it are skipped, and say so. `ANSWERABLE_REQUIRE_TOOLS=1` makes
/// them fail instead, so that a machine that is meant to check everything does.
public enum SchemaValidator {
  /// What is missing; nil where everything is there.
  public static let absence: String? = {
    do {
      switch try run([]) {
      case (3, _): return "needs Python's package jsonschema"
      case (127, _): return "needs python3"
      default: return nil
      }
    } catch {
      return "python3 can't be run: \(error)"
    }
  }()

  /// Whether to run tests that need it: where it is there, and where its absence is a failure.
  public static var isWanted: Bool {
    absence == nil || ProcessInfo.processInfo.environment["ANSWERABLE_REQUIRE_TOOLS"] == "1"
  }

  /// Everything in the document that the schema does not allow, one fault each. Throws where it can't be told.
  public static func faults(in document: [UInt8], schema: URL) throws -> [String] {
    if let absence { throw Absent(what: absence) }
    let file = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(document).write(to: file)
    let (status, output) = try run([schema.path(), file.path()])
    let faults = output.split(separator: "\n").map(String.init)
    return status == 0 || !faults.isEmpty ? faults : ["the script ended with \(status)"]
  }

  private struct Absent: Error, CustomStringConvertible {
    let what: String
    var description: String { what }
  }

  private static func run(_ words: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["python3"] + [Folder.package.appending(path: "Tests/TestSupport/validate_json.py").path()] + words
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }
}
