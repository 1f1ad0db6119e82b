internal import LocalFiles

/// A review record as it was when it was read, and how another takes its place.
struct RecordFile {
  let path: String
  let bytes: [UInt8]

  /// Throws a `FileProblem` where it can't be read.
  init(reading path: String) throws {
    self.path = path
    bytes = try LocalFile.contents(path)
  }

  /// Writes other bytes in its place, unless somebody else changed it meanwhile: then theirs stay, and a `Failure` says so.
  func replace(by new: [UInt8]) throws {
    let file = try OutputFile.replacing(path)
    defer { file.discard() }
    try file.write(new)
    guard try LocalFile.contents(path) == bytes else {
      throw Failure(
        .invalidInput,
        "somebody else changed `\(path)` meanwhile: their change stays, and nothing was written; run this again"
      )
    }
    try file.finish()
  }

  /// Writes a file that must not be there yet.
  static func create(_ path: String, _ bytes: [UInt8]) throws {
    if LocalFile.isTaken(path) { throw Failure(.invalidInput, "`\(path)` is there already: it was left as it is") }
    let file = try OutputFile.replacing(path)
    defer { file.discard() }
    try file.write(bytes)
    try file.finishAsNew()
  }
}
