public import Foundation

/// Validation of documents against JSON Schemas by Python's `jsonschema`, which shares no code with the program.
///
/// It needs Python 3 with the packages `jsonschema` and `yaml`. Where they are absent, tests that use it say so and are
/// left out; with `ANSWERABLE_REQUIRE_TOOLS=1` they run, and fail.
public enum SchemaValidator {
  /// A document to hold against a schema; without one the schema itself is checked.
  public struct Job: Encodable, Sendable {
    let schema: String
    let document: String?

    public init(schema: URL, document: URL? = nil) {
      self.schema = schema.path()
      self.document = document?.path()
    }
  }

  /// What absence means, for `.enabled(if:_:)`.
  public static let need =
    "needs Python 3 with jsonschema and yaml (Debian: python3-jsonschema python3-yaml)"

  /// Whether what it needs is there, or must be.
  public static let isWanted =
    python != nil || ProcessInfo.processInfo.environment["ANSWERABLE_REQUIRE_TOOLS"] == "1"

  /// The first Python that has the packages: Debian's stands behind others that somebody may have installed.
  private static let python = ["python3", "/usr/bin/python3"].first { name in
    let words = [name, "-c", "import yaml; from jsonschema import Draft202012Validator"]
    return (try? run(words))?.status == 0
  }

  /// What is wrong with one JSON document.
  public static func faults(in document: [UInt8], schema: URL) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(document).write(to: file)
    return try faults([Job(schema: schema, document: file)]).first ?? []
  }

  /// What is wrong with each document, at its path inside the document; empty where nothing is. Files that end in
  /// `.json` or `.ndjson` are JSON, all others YAML.
  public static func faults(_ jobs: [Job]) throws -> [[String]] {
    let script = Folder.package.appending(path: "Tests/TestSupport/validate.py")
    let result = try run([python ?? "python3", "-B", script.path()], input: JSONEncoder().encode(jobs))
    guard result.status == 0 else { throw Failed(message: result.errors) }
    return try JSONDecoder().decode([[String]].self, from: result.output)
  }

  /// The script could not do its work: a file is missing, or a schema is none.
  public struct Failed: Error, CustomStringConvertible {
    let message: String
    public var description: String { String(message.suffix(2_000)) }
  }

  private static func run(
    _ words: [String], input: Data = Data()
  ) throws -> (status: Int32, output: Data, errors: String) {
    // Files rather than pipes: a process that writes much never waits for its reader.
    let folder = FileManager.default.temporaryDirectory.appending(path: "answerable-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appending(path: $0) }
    for (file, bytes) in zip(files, [input, Data(), Data()]) { try bytes.write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, try Data(contentsOf: files[1]),
      String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    )
  }
}
