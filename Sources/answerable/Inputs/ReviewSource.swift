internal import Diagnostics
internal import LocalFiles
internal import LocatedYAML
internal import PolicyModel

/// Finds the review record of a project.
struct ReviewSource {
  /// A record as read, and its digest.
  struct Found {
    let record: ReviewRecord
    let diagnostics: [Diagnostic]
    /// The name of its file.
    let file: String
    let digest: String
  }

  /// The one record to use, for a single project.
  var file: String?
  /// The folder that reviewers own: records are looked for there only.
  var folder: String?
  var isIgnored = false

  /// Whether records are looked for beside the projects.
  var looksBesideProjects: Bool { file == nil && folder == nil && !isIgnored }

  /// What the name of a record ends with, behind the name of its project.
  static let endings = [".review.yaml", ".review.yml", ".review.json"]

  /// The record for a project file; nil where there is none. Throws a `FileProblem` where it can't be read, and a
  /// `Failure` where there are several.
  func find(for project: String) throws -> Found? {
    guard !isIgnored, let path = try path(for: project) else { return nil }
    let bytes = try LocalFile.contents(path)
    let read = ReviewRecord.read(SourceFile(name: path, bytes: bytes))
    return Found(record: read.value, diagnostics: read.diagnostics, file: path, digest: Digest.of(bytes))
  }

  private func path(for project: String) throws -> String? {
    if let file { return file }
    let found = candidates(for: project).filter { LocalFile.isTaken($0) }
    if found.count > 1 {
      throw Failure(.invalidInput, "`\(found[0])` and `\(found[1])` are both there: remove the one that does not count")
    }
    return found.first
  }

  /// Where the record of a project may stand.
  func candidates(for project: String) -> [String] {
    guard project != "-" else { return [] }
    let cut = project.lastIndex(of: "/").map { project.index(after: $0) } ?? project.startIndex
    let name = project[cut...]
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    let parent = folder.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? String(project[..<cut])
    return Self.endings.map { "\(parent)\(stem)\($0)" }
  }
}
