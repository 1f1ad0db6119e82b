internal import FoundationEssentials
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
    guard let found = try? FilePath(path).stat() else { return .missing }
    switch found.type {
    case .regular: return .file
    case .directory: return .folder
    default: return .other
    }
  }

  /// All bytes of a file. Throws a `FileProblem` of kind `missing` where there is none.
  public static func contents(_ path: String) throws(FileProblem) -> [UInt8] {
    let stream = try ByteStream(path)
    var bytes: [UInt8] = []
    while let chunk = try stream.next() { bytes += chunk }
    return bytes
  }

  /// The paths of the files in a folder and the folders below it, by the bytes of their names. Hidden ones are left out,
  /// and folders behind symbolic links, which could lead round in a circle.
  public static func files(in folder: String) throws(FileProblem) -> [String] {
    var found: [String] = []
    var folders = [folder]
    while let next = folders.popLast() {
      for name in try names(in: next) where !name.hasPrefix(".") {
        let path = next.hasSuffix("/") ? next + name : "\(next)/\(name)"
        let isLink = (try? FilePath(path).stat(followTargetSymlink: false))?.type == .symbolicLink
        switch kind(path) {
        case .file: found.append(path)
        case .folder: if !isLink { folders.append(path) }
        case .missing, .other: break
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func names(in folder: String) throws(FileProblem) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw FileProblem(FileProblem.reading, folder, error)
    }
  }

  /// The path without symbolic links, `.` and `..`; nil where there is nothing at it.
  public static func resolved(_ path: String) -> String? {
    guard kind(path) != .missing else { return nil }
    let absolute = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    return URL(filePath: absolute).resolvingSymlinksInPath().standardizedFileURL.path(percentEncoded: false)
  }
}
