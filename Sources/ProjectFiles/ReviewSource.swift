public import Diagnostics
internal import LocalFiles
internal import LocatedYAML
public import PolicyModel
internal import Sharing

/// Finds the review record of a project.
public struct ReviewSource: Sendable {
  /// A record as read, and its digest.
  public struct Found: Sendable {
    public let record: ReviewRecord
    public let diagnostics: [Diagnostic]
    /// The name of its file.
    public let file: String
    public let digest: String
  }

  /// The one record to use, for a single project.
  public var file: String?
  /// The folder that reviewers own: records are looked for there only.
  public var folder: String?
  public var isIgnored = false
  /// What records are called.
  public var names = FileNames.asNamed

  /// Whether records are looked for beside the projects.
  public var looksBesideProjects: Bool { file == nil && folder == nil && !isIgnored }

  /// What the name of a record ends with, behind the name of its project.
  public static let endings = [".review.yaml", ".review.yml", ".review.json"]

  private let listings = FolderListings()
  private let bindings = Bindings()
  /// The folder, without symbolic links, that records must be in, through links too; nil where they may be anywhere.
  private let root: String?

  public init(
    file: String? = nil, folder: String? = nil, isIgnored: Bool = false, names: FileNames = .asNamed,
    inside root: String? = nil
  ) {
    self.root = root
    self.names = names
    self.file = file
    self.folder = folder
    self.isIgnored = isIgnored
  }

  /// The record for a project file; nil where there is none. Throws a `FileProblem` where it can't be read, and a
  /// `Failure` where there are several.
  public func find(for project: String) throws -> Found? {
    guard let path = try path(for: project) else { return nil }
    return Self.read(try LocalFile.contents(path), at: names.name(of: path))
  }

  /// Of a project without a record of its name: throws a `Failure` where a record in the reviewers' folder, or else beside the
  /// project, was written for these very bytes, and a `FileProblem` where a record can't be read. Whoever names a project must
  /// not choose whether its record is found.
  public func requireNoOther(for project: String, holding digest: String) throws {
    guard let record = try other(for: project, holding: digest) else { return }
    throw Failure(
      .invalidInput,
      "`\(names.name(of: record))` was written for `\(names.name(of: project))` as it is, and is not called like it: its "
        + "entries were not read. A record is called as its project is, with the ending `.review.yaml`")
  }

  private func other(for project: String, holding digest: String) throws -> String? {
    if let folder { return try bindings.record(boundTo: digest, below: folder) }
    guard looksBesideProjects, project != "-" else { return nil }
    let (parent, name) = PathText.split(project)
    let folder = PathText.openable(parent + name).folder
    return try bindings.record(boundTo: digest, in: folder) {
      try listings.records(in: folder).map { parent + $0 }.filter { (try? requireUsable($0)) != nil }
    }
  }

  /// Bytes as a record of that name.
  public static func read(_ bytes: [UInt8], at name: String) -> Found {
    let read = ReviewRecord.read(SourceFile(name: name, bytes: bytes))
    return Found(record: read.value, diagnostics: read.diagnostics, file: name, digest: Digest.of(bytes))
  }

  /// Where the record for a project file stands; nil where there is none. Throws a `Failure` where there are several.
  public func path(for project: String) throws -> String? {
    if isIgnored { return nil }
    if let file { return file }
    let found = try records(for: project)
    if found.count > 1 {
      let named = found.map { "`\(names.name(of: $0))`" }
      throw Failure(.invalidInput, "\(named[0]) and \(named[1]) are both there: remove the one that does not count")
    }
    if let record = found.first { try requireUsable(record) }
    return found.first
  }

  /// Throws a `Failure` where a record that was found is no file, which opening could wait for without end, or leads out
  /// of where records must be.
  private func requireUsable(_ record: String) throws {
    if LocalFile.kind(record) == .other {
      throw Failure(.invalidInput, "`\(names.name(of: record))` is no file: nothing was read from it")
    }
    guard let root, let found = LocalFile.resolved(record) else { return }
    guard PathText.isInside(found, root) else {
      throw Failure(
        .invalidInput, "`\(names.name(of: record))` leads out of this folder: put the record itself there")
    }
  }

  /// The records for a project that are there, by their names. Their endings may be in any letter case: a record that is
  /// overlooked would fail to tighten without a word.
  /// Throws a `Failure` where the folder is there and can't be listed.
  public func records(for project: String) throws -> [String] {
    guard let (parent, stem) = place(of: project) else { return [] }
    let folder = PathText.openable(parent + stem).folder
    do {
      return try listings.records(of: stem, in: folder).map { parent + $0 }
    } catch {
      throw Failure(
        .inputOutput,
        "`\(folder)` can't be listed, and a review record may be in it: name the record with `--review`, or leave records "
          + "out with `--no-review`")
    }
  }

  /// Where a record for a project is put where there is none.
  public func newPath(for project: String) -> String? {
    file ?? place(of: project).map { $0.folder + $0.stem + Self.endings[0] }
  }

  /// The folder of a project's record, with its `/`, and what its name begins with.
  private func place(of project: String) -> (folder: String, stem: String)? {
    guard project != "-" else { return nil }
    let (parent, name) = PathText.split(project)
    return (folder.map { PathText.below($0) } ?? parent, PathText.withoutExtension(name))
  }
}

/// The records in folders, each listed once in a run: there may be thousands of projects in one.
private final class FolderListings: Sendable {
  /// By what stands before their endings.
  private typealias Records = [ExactPath: [String]]

  private let known = Mutex<[ExactPath: Records]>([:])

  /// The names of the records of a project, by what its name begins with.
  func records(of stem: String, in folder: String) throws -> [String] {
    try listing(folder)[ExactPath(stem)] ?? []
  }

  /// The names of all records, in their order.
  func records(in folder: String) throws -> [String] {
    try listing(folder).values.flatMap { $0 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func listing(_ folder: String) throws -> Records {
    try known.withLock { known in
      if let records = known[ExactPath(folder)] { return records }
      let records = try Self.listed(folder)
      known[ExactPath(folder)] = records
      return records
    }
  }

  private static func listed(_ folder: String) throws -> Records {
    var records: Records = [:]
    guard LocalFile.kind(folder) == .folder else { return records }
    for name in try LocalFile.names(in: folder) {
      guard let stem = PathText.stem(of: name, before: ReviewSource.endings) else { continue }
      records[ExactPath(stem), default: []].append(name)
    }
    return records
  }
}

/// Records of folders by the digest of what they are about, each read once in a run, and none of them where every project has a
/// record of its name.
private final class Bindings: Sendable {
  private typealias Records = [String: String]

  private let known = Mutex<[ExactPath: Records]>([:])

  /// Of those anywhere below a folder. Throws a `Failure` where some may be behind a link, which is not followed.
  func record(boundTo digest: String, below folder: String) throws -> String? {
    try record(boundTo: digest, in: folder) {
      var passedOver: [String] = []
      let files = try LocalFile.files(in: folder) { passedOver.append($0) }
      if let link = passedOver.first(where: { LocalFile.kind($0) == .folder }) {
        throw Failure(
          .invalidInput, "`\(link)` is a link to a folder, whose records would be left out: put the folder itself there"
        )
      }
      return files.filter { ProjectPaths.isRecord($0) }
    }
  }

  /// Of those that `paths` gives for a folder; it is asked once in a run.
  func record(boundTo digest: String, in folder: String, _ paths: () throws -> [String]) throws -> String? {
    try known.withLock { known in
      if let records = known[ExactPath(folder)] { return records[digest] }
      var records: Records = [:]
      for path in try paths() where LocalFile.kind(path) != .other {
        let read = ReviewSource.read(try LocalFile.contents(path), at: path)
        if let subject = read.record.subject, records[subject] == nil { records[subject] = path }
      }
      known[ExactPath(folder)] = records
      return records[digest]
    }
  }
}
