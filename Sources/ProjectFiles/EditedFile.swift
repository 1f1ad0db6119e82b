public import LocalFiles

/// A file as it was when it was read, and how other bytes take their place.
public struct EditedFile: Sendable {
  public let path: String
  /// What messages call it.
  public let name: String
  public let bytes: [UInt8]

  /// Whether there is nothing in it but blanks and line breaks.
  public var isBlank: Bool { bytes.allSatisfy { [0x09, 0x0A, 0x0D, 0x20].contains($0) } }

  /// Throws a `FileProblem` where it can't be read.
  public init(reading path: String, names: FileNames = .asNamed) throws(FileProblem) {
    self.path = path
    name = names.name(of: path)
    bytes = try LocalFile.contents(path)
  }

  private init(path: String, name: String, bytes: [UInt8]) {
    self.path = path
    self.name = name
    self.bytes = bytes
  }

  /// The file as it is once these bytes were written to it.
  func holding(_ bytes: [UInt8]) -> EditedFile { EditedFile(path: path, name: name, bytes: bytes) }

  /// Writes other bytes in its place, unless somebody else changed it meanwhile: then theirs stay, and a `Failure` says so.
  public func replace(by new: [UInt8]) throws {
    guard try replaceUnlessChanged(by: new) else {
      throw Failure(
        .inputOutput,
        "somebody else changed `\(name)` meanwhile: their change stays, and nothing was written; run this again",
        isConflict: true)
    }
  }

  /// The same, and says whether it was done: false where somebody else changed it meanwhile. Throws a `FileProblem` where
  /// it can't be written; then it is as it was.
  public func replaceUnlessChanged(by new: [UInt8]) throws(FileProblem) -> Bool {
    let lock = try FileLock(path)
    return try withExtendedLifetime(lock) { () throws(FileProblem) -> Bool in
      let file = try OutputFile.replacing(path)
      defer { file.discard() }
      try file.write(new)
      // Editors ask for no lock: between the comparison and the exchange there is as little as can be.
      return try file.finish(unless: { () throws(FileProblem) -> Bool in try LocalFile.contents(path) != bytes })
    }
  }

  /// Writes a file that must not be there yet. Throws a `Failure` where it is, and leaves it, and a `FileProblem` where it
  /// can't be written.
  public static func create(_ path: String, _ bytes: [UInt8]) throws {
    let taken = Failure(.invalidInput, "`\(path)` is there already: it was left as it is", isConflict: true)
    if LocalFile.isTaken(path) { throw taken }
    do throws(FileProblem) {
      let file = try OutputFile.replacing(path)
      defer { file.discard() }
      try file.write(bytes)
      try file.finishAsNew()
    } catch {
      // Somebody else may have been faster.
      if error.kind == .taken { throw taken }
      throw error
    }
  }
}
