internal import LocalFiles

/// A folder with projects, and the only place where somebody may look who names them from outside; or one project alone.
public struct ProjectFolder: Sendable {
  /// The folder, without symbolic links.
  public let path: String
  /// The name of the one project; nil where all in the folder may be worked on.
  public let only: String?

  /// A folder, or a project's file, which alone may be worked on then. Throws a `Failure` where there is neither.
  public init(_ named: String) throws {
    guard let found = LocalFile.resolved(named) else { throw Failure(.missingInput, "there is no `\(named)`") }
    switch LocalFile.kind(found) {
    case .folder:
      path = found
      only = nil
    case .file:
      (path, only) = PathText.openable(found)
    case .missing, .other: throw Failure(.missingInput, "`\(named)` is neither a folder nor a file")
    }
  }

  /// The names of the files that can be projects, relative to the folder, in the order of their bytes; what is in them is
  /// not looked at. Throws a `FileProblem` where the folder can't be listed.
  public func candidates() throws -> [String] {
    if let only { return [only] }
    return try LocalFile.files(in: path).compactMap { file in
      guard ProjectPaths.isCandidate(file), !ProjectPaths.isRecord(file), !ProjectPaths.isPackTests(file),
        let name = PathText.rest(of: file, behind: PathText.below(path)), (try? self.file(name)) != nil
      else { return nil }
      return name
    }
  }

  /// The path of a project by its name. Throws a `Failure` where there is no such file in the folder: names that lead out
  /// of it, through links too, hidden ones, and those of anything but a YAML or JSON file are no such files.
  public func file(_ name: String) throws -> String {
    let missing = Failure(.missingInput, "there is no project `\(name)` here")
    guard isPlain(name), ProjectPaths.isCandidate(name), !ProjectPaths.isRecord(name),
      only.map({ ExactPath($0) == ExactPath(name) }) ?? true
    else {
      throw missing
    }
    let full = join(name)
    guard let found = LocalFile.resolved(full), isInside(found), LocalFile.kind(found) == .file else { throw missing }
    return full
  }

  /// Where a file would be put that must not be there yet. Throws a `Failure` where its name leads out of the folder, or
  /// is taken.
  public func newFile(_ name: String) throws -> String {
    guard isPlain(name) else { throw Failure(.invalidInput, "`\(name)` is no name for a file in this folder") }
    let full = join(name)
    guard let parent = LocalFile.resolved(PathText.openable(full).folder), isInside(parent)
    else { throw Failure(.missingInput, "there is no folder for `\(name)` here") }
    if LocalFile.isTaken(full) {
      throw Failure(.invalidInput, "`\(name)` is there already: it was left as it is", isConflict: true)
    }
    return full
  }

  /// The path of any file that is there already, such as evidence. Throws a `Failure` where there is none in the folder, or
  /// its name leads out.
  public func presentFile(_ name: String) throws -> String {
    let missing = Failure(.missingInput, "there is no file `\(name)` in the folder of the projects")
    guard isPlain(name), let found = LocalFile.resolved(join(name)), isInside(found), LocalFile.kind(found) == .file
    else { throw missing }
    return found
  }

  private func join(_ name: String) -> String { PathText.below(path) + name }

  private func isInside(_ found: String) -> Bool { PathText.isInside(found, path) }

  /// Whether it is a relative name, down into the folder, of nothing hidden, in characters that are seen.
  private func isPlain(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return !name.isEmpty && name.utf8.count <= 1024
      && parts.allSatisfy { !$0.isEmpty && $0.first != UInt8(ascii: ".") }
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" }
  }
}
