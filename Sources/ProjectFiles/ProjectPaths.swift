internal import LocalFiles

/// Expands what was named on the command line into files: folders are searched for project descriptions.
public enum ProjectPaths {
  public struct Named: Sendable {
    public let path: String
    /// Whether it was found in a folder, where other files may stand too.
    public let isFound: Bool
  }

  /// The path itself, or the files below it; `passOver` gets what may hold others and is no file: links to folders, but for those
  /// that lead in a circle, and pipes of that name. Throws a `Failure` where a folder has none.
  public static func expand(_ path: String, passOver: (String) -> Void = { _ in }) throws -> [Named] {
    guard path != "-", LocalFile.kind(path) == .folder else { return [Named(path: path, isFound: false)] }
    let files = try LocalFile.files(in: path) { other in
      switch LocalFile.kind(other) {
      case .folder: if !leadsRound(other, from: path) { passOver(other) }
      default: if isCandidate(other) { passOver(other) }
      }
    }
    let found = files.filter { isCandidate($0) }
    if found.isEmpty { throw Failure(.missingInput, "there is no YAML or JSON file in `\(path)`") }
    return found.map { Named(path: $0, isFound: true) }
  }

  /// Whether a link leads to the folder that it was found in, or to one that holds that.
  private static func leadsRound(_ link: String, from folder: String) -> Bool {
    guard let target = LocalFile.resolved(link), let start = LocalFile.resolved(folder) else { return false }
    return PathText.isInside(start, target)
  }

  /// Whether the name is that of a YAML or JSON file.
  public static func isCandidate(_ path: String) -> Bool {
    PathText.stem(of: path, before: [".yaml", ".yml", ".json"]) != nil
  }

  /// Whether the name is that of a pack's cases.
  public static func isPackTests(_ path: String) -> Bool {
    PathText.stem(of: path, before: [".tests.yaml", ".tests.yml"]) != nil
  }

  /// Whether the name is that of a review record.
  public static func isRecord(_ path: String) -> Bool {
    PathText.stem(of: path, before: ReviewSource.endings) != nil
  }

  /// Throws a `Failure` where a path is no name of one project's file: it is empty, a folder, or a link to nothing.
  public static func requireFile(_ path: String) throws {
    if path.isEmpty { throw Failure(.usage, "the name of the file is empty: name the project's file") }
    switch LocalFile.kind(path) {
    case .folder: throw Failure(.usage, "`\(path)` is a folder: name one project's file in it")
    case .missing where LocalFile.isTaken(path):
      throw Failure(
        .missingInput, "`\(path)` is a link, and there is nothing where it leads: name the project's own file")
    case .file, .missing, .other: break
    }
  }

  /// Throws a `Failure` of wrong usage where the name is that of a review record: answers do not belong there.
  public static func requireNoRecord(_ path: String) throws {
    guard isRecord(path) else { return }
    throw Failure(.usage, "`\(path)` is the name of a review record: name the project's own file")
  }

  /// The records in a folder of records that belong to none of the projects of a run.
  public static func strayRecords(in folder: String, of projects: [Named]) throws -> [String] {
    let names = projects.map { PathText.split($0.path).name }
    return strays(among: try LocalFile.names(in: folder), of: names).map { PathText.below(folder) + $0 }
  }

  /// The records among paths of one folder that belong to none of the projects there: nobody would read them.
  public static func strayRecords(_ paths: [Named]) -> [String] {
    strays(among: paths.map(\.path), of: paths.map(\.path))
  }

  private static func strays(among names: [String], of projects: [String]) -> [String] {
    let stems = Set(projects.filter { !isRecord($0) }.map { ExactPath(PathText.withoutExtension($0)) })
    return names.filter { name in
      PathText.stem(of: name, before: ReviewSource.endings).map { !stems.contains(ExactPath($0)) } ?? false
    }
  }
}
