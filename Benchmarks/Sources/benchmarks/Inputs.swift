import Foundation

/// The inputs of all measurements: an example, and streams of many.
struct Inputs {
  let example: URL
  let exampleBytes: [UInt8]
  /// How many projects `stream` holds.
  let projects: Int
  let stream: URL
  private let folder: URL

  init(package: URL, projects: Int) throws {
    let examples = package.appending(path: "Examples")
    example = examples.appending(path: "counter-drone-turret.yaml")
    exampleBytes = [UInt8](try Data(contentsOf: example))
    self.projects = projects
    folder = FileManager.default.temporaryDirectory.appending(path: "answerable-benchmarks-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    stream = folder.appending(path: "stream.yaml")
    let names = ["counter-drone-turret", "predictive-maintenance", "maritime-awareness-hadr"]
    let texts = try names.map { try Data(contentsOf: examples.appending(path: "\($0).yaml")) }
    FileManager.default.createFile(atPath: stream.path(), contents: nil)
    let handle = try FileHandle(forWritingTo: stream)
    for number in 0..<projects {
      try handle.write(contentsOf: Data("---\n".utf8))
      try handle.write(contentsOf: texts[number % texts.count])
    }
    try handle.close()
  }

  /// A file with the schema of project descriptions.
  func schema(by program: String) throws -> String {
    let file = folder.appending(path: "project.schema.json")
    FileManager.default.createFile(atPath: file.path(), contents: nil)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["schema", "project"]
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadUnknown) }
    return file.path()
  }

  /// The yardstick: libyaml's events, counted and thrown away. Built by the compiler for C alone: as a product of a package
  /// for Swift it would load Swift's libraries, which takes longer than all that it does.
  func yardstick(of package: URL) throws -> String {
    let program = folder.appending(path: "raw-libyaml").path()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let source = package.appending(path: "Benchmarks/Yardstick/raw-libyaml.c").path()
    process.arguments = ["clang", "-O2", "-o", program, source, "-lyaml"]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Unbuilt(source: source) }
    return program
  }

  struct Unbuilt: Error, CustomStringConvertible {
    let source: String
    var description: String { "clang can't build \(source): is libyaml-dev installed?" }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
