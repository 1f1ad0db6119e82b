internal import LocalFiles

/// Expands what was named on the command line into files: folders are searched for project descriptions.
enum ProjectPaths {
  struct Named {
    let path: String
    /// Whether it was found in a folder, where other files may stand too.
    let isFound: Bool
  }

  /// The path itself, or the files below it. Throws a `Failure` where a folder has none.
  static func expand(_ path: String) throws -> [Named] {
    guard path != "-", LocalFile.kind(path) == .folder else { return [Named(path: path, isFound: false)] }
    let found = try LocalFile.files(in: path).filter { isCandidate($0) }
    if found.isEmpty { throw Failure(.missingInput, "there is no YAML or JSON file in `\(path)`") }
    return found.map { Named(path: $0, isFound: true) }
  }

  private static func isCandidate(_ path: String) -> Bool {
    let path = path.lowercased()
    return [".yaml", ".yml", ".json"].contains { path.hasSuffix($0) }
      && !ReviewSource.endings.contains { path.hasSuffix($0) }
  }
}
