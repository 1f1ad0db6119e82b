internal import Foundation
public import Testing

/// Compares a text with the file that holds what it was when somebody last read and approved it.
///
/// `RECORD_SNAPSHOTS=1 swift test` writes the files anew, and fails all the same, so that nobody takes a recording for a
/// passed test. A missing file fails.
public func expectSnapshot(
  _ bytes: [UInt8], named name: String, in folder: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectFile(bytes, at: "Tests/\(folder)/Snapshots/\(name)", sourceLocation: sourceLocation)
}

/// The same for a file of the package that is more than a test's.
public func expectFile(
  _ bytes: [UInt8], at path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = Folder.package.appending(path: path)
  let name = file.lastPathComponent
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let old = try? Data(contentsOf: file)
    if old != Data(bytes) {
      try Data(bytes).write(to: file)
      Issue.record("recorded \(name): read it before you commit it", sourceLocation: sourceLocation)
    }
    return
  }
  guard let expected = try? Data(contentsOf: file) else {
    Issue.record("there is no snapshot \(name): record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  let found = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
  let wanted = String(decoding: expected, as: UTF8.self).components(separatedBy: "\n")
  guard found != wanted else { return }
  let line =
    zip(found, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(found.count, wanted.count)
  func at(_ lines: [String]) -> String { lines.indices.contains(line) ? lines[line] : "(the end)" }
  Issue.record(
    "\(name), line \(line + 1): expected\n  \(at(wanted))\nfound\n  \(at(found))", sourceLocation: sourceLocation)
}
