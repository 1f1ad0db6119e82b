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

  /// A stream of the first so many projects.
  func stream(of count: Int) throws -> URL {
    let part = folder.appending(path: "stream-\(count).yaml")
    let text = String(decoding: try Data(contentsOf: stream), as: UTF8.self)
    let documents = text.components(separatedBy: "\n---\n").prefix(count)
    try Data((documents.joined(separator: "\n---\n") + "\n").utf8).write(to: part)
    return part
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
