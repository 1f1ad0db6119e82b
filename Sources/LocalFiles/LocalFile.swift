internal import FoundationEssentials
internal import Glibc
internal import SystemPackage

/// Files and folders by path. Everything here follows symbolic links, as the shell does.
public enum LocalFile {
  public enum Kind: Sendable {
    case file, folder, missing
    /// A device, a pipe, a socket.
    case other
  }

  /// What is at a path; `missing` also where nobody may look.
  public static func kind(_ path: String) -> Kind {
    guard let found = try? FilePath(exactly: path).stat() else { return .missing }
    switch found.type {
    case .regular: return .file
    case .directory: return .folder
    default: return .other
    }
  }

  /// Whether a name is taken, if only by a link that leads nowhere.
  public static func isTaken(_ path: String) -> Bool {
    (try? FilePath(exactly: path).stat(followTargetSymlink: false)) != nil
  }

  /// Whether the folder is there that a file of this path is in, or would be.
  public static func hasFolder(_ path: String) -> Bool {
    kind(PathText.openable(path).folder) == .folder
  }

  /// When a file was last written, in seconds since 1970; nil where nobody may look.
  public static func changed(_ path: String) -> Int? {
    (try? FilePath(exactly: path).stat()).map { Int($0.st_mtim.tv_sec) }
  }

  /// Makes a folder, unless there is one. The folder around it has to be there.
  public static func makeFolder(_ path: String) throws(FileProblem) {
    do {
      try SystemCalls.makeFolder(path)
    } catch {
      if kind(path) != .folder { throw FileProblem(FileProblem.writing, path, error) }
    }
  }

  /// Takes a file away, as far as that is possible.
  public static func remove(_ path: String) { SystemCalls.remove(path) }

  /// Bytes of a file; nil where nobody may look.
  public static func size(_ path: String) -> Int? { (try? FilePath(exactly: path).stat()).map { Int($0.size) } }

  /// Who may do what with a file, as `chmod` has it; nil where nobody may look.
  public static func permissions(_ path: String) -> Int? {
    (try? FilePath(exactly: path).stat()).map { Int($0.permissions.rawValue) }
  }

  /// Whether the first bytes of a file can be read. Opening a pipe may wait for its writer: ask for files alone.
  public static func isReadable(_ path: String) -> Bool {
    do {
      _ = try ByteStream(path).next()
      return true
    } catch {
      return false
    }
  }

  /// All bytes of a file. Throws a `FileProblem` of kind `missing` where there is none, and where there are more than
  /// `limit` bytes: a device may have no end.
  public static func contents(_ path: String, limit: Int = 16_777_216) throws(FileProblem) -> [UInt8] {
    let stream = try ByteStream(path)
    var bytes: [UInt8] = []
    while let chunk = try stream.next() {
      bytes += chunk
      if bytes.count > limit { throw FileProblem(tooLarge: path, limit: limit) }
    }
    return bytes
  }

  /// The paths of the files in a folder and the folders below it, by the bytes of their names. Hidden ones are left out,
  /// and folders behind symbolic links, which could lead round in a circle. Links that lead nowhere are listed: reading
  /// them says so, as it does of files whose names are not in UTF-8. `passOver` gets folders behind links, and what is neither
  /// file nor folder. Throws where a name that is not in UTF-8 has no ending: nobody could tell what would be left out.
  public static func files(
    in folder: String, passOver: (String) -> Void = { _ in }
  ) throws(FileProblem) -> [String] {
    var found: [String] = []
    var folders = [folder]
    while let next = folders.popLast() {
      for name in try names(in: next) where name.utf8.first != UInt8(ascii: ".") {
        let path = PathText.below(next) + name
        if FilePath.isRepaired(name) {
          guard hasEnding(name) else { throw FileProblem(FileProblem.reading, path, Errno.illegalByteSequence) }
          found.append(path)
          continue
        }
        let isLink = (try? FilePath(exactly: path).stat(followTargetSymlink: false))?.type == .symbolicLink
        switch kind(path) {
        case .file: found.append(path)
        case .folder where !isLink: folders.append(path)
        case .missing: found.append(path)
        case .folder, .other: passOver(path)
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a name ends as those of files do, in a dot and a few letters or digits.
  private static func hasEnding(_ name: String) -> Bool {
    let ending = name.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }
    return ending.count < name.utf8.count && (1...5).contains(ending.count)
      && ending.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
  }

  /// The names of everything in a folder, by their bytes.
  public static func names(in folder: String) throws(FileProblem) -> [String] {
    do {
      // Foundation's own error says nothing of why it can't be listed.
      try FileDescriptor.open(FilePath(exactly: folder), .readOnly, options: [.directory]).close()
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw FileProblem(FileProblem.reading, folder, error)
    }
  }

  /// The one name of a path that may not be taken yet: its folder without symbolic links, `.` and `..`.
  public static func canonical(_ path: String) -> String {
    if let found = resolved(path) { return found }
    let (parent, name) = PathText.openable(path)
    guard let folder = resolved(parent) else { return path }
    return PathText.below(folder) + name
  }

  /// The path without symbolic links, `.` and `..`; nil where there is nothing at it.
  public static func resolved(_ path: String) -> String? { SystemCalls.resolved(path) }
}
