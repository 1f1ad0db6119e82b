public import AssessmentEngine
internal import LocalFiles
public import PolicyModel

/// Looks at the files that evidence names: relative to the project's file and inside its folder, or below a folder that
/// whoever runs the check allows.
public struct EvidenceFiles {
  /// What was found at the file of each item.
  public private(set) var states: [AssessmentInput.FileState] = []
  /// The name that the first item with the same file gives it; nil where no file was looked at.
  public private(set) var identities: [String?] = []

  /// What an item says of its file.
  struct Named: Sendable {
    let file: String?
    let sha256: String?
  }

  /// Where an item's file is.
  private enum Place {
    case file(String)
    case other(AssessmentInput.FileState)
  }

  private let folder: String
  /// Folders without symbolic links, below which files may be looked at.
  private let roots: [String]
  private let allowsElsewhere: Bool
  /// The project's own file.
  private let own: String?
  private let ownDigest: String?
  /// Of files that were read: nil where that was not possible.
  private var digests: [ExactPath: String?] = [:]

  /// `folders` are allowed beside that of the project.
  /// `digest` is that of the description, for one that came through a pipe.
  public init(of project: Project, at path: String, from folders: [String] = [], digest: String? = nil) {
    self.init(of: Self.named(by: project), at: path, from: folders, digest: digest)
  }

  static func named(by project: Project) -> [Named] {
    project.evidence.map { Named(file: $0.file, sha256: $0.sha256) }
  }

  /// The same of items by what they say of their files.
  init(of items: [Named], at path: String, from folders: [String], digest ownDigest: String? = nil) {
    self.ownDigest = ownDigest
    folder = Self.folder(of: path)
    // Most projects of a stream name no file: then nothing has to be found.
    let namesFiles = items.contains { $0.file != nil }
    let allowed = namesFiles ? [folder] + folders : []
    roots = allowed.compactMap { LocalFile.resolved($0) }.map { PathText.below($0) }
    allowsElsewhere = !folders.isEmpty
    own = namesFiles && path != "-" ? LocalFile.resolved(path) : nil
    var places: [Place] = []
    for item in items { places.append(item.file.map { place(of: $0) } ?? .other(.unchecked)) }
    let shared = Self.sharedSizes(places)
    var names: [ExactPath: String] = [:]
    for (item, place) in zip(items, places) {
      switch place {
      case .other(let state):
        states.append(state)
        identities.append(nil)
      case .file(let file):
        let isShared = LocalFile.size(file).map { shared.contains($0) } ?? false
        let digest = item.sha256 != nil || isShared ? digest(of: file) : nil
        states.append(state(of: file, expected: item.sha256))
        // Files of the same size may be one, by a link or as a copy: their bytes tell.
        let key = ExactPath(isShared ? digest ?? file : file)
        let name = names[key] ?? item.file ?? ""
        names[key] = name
        identities.append(name)
      }
    }
  }

  /// Of a project that was sent without its files.
  init(unseenOf project: Project) {
    folder = ""
    roots = []
    allowsElsewhere = false
    own = nil
    ownDigest = nil
    states = project.evidence.map { $0.file == nil ? .unchecked : .missing }
    identities = project.evidence.map { _ in nil }
  }

  /// Where the files of a project's evidence stand, or would: a report must not take their places.
  public static func paths(of project: Project, at path: String) -> [String] {
    project.evidence.compactMap { item in item.file.map { LocalFile.canonical(full($0, in: folder(of: path))) } }
  }

  /// Folders that were named for evidence. Throws a `Failure` where one is not there: a slip would make all in it stale.
  public static func folders(_ named: [String]) throws -> [String] {
    for folder in named where LocalFile.kind(folder) != .folder {
      throw Failure(.missingInput, "there is no folder `\(folder)`: no evidence was looked for")
    }
    return named
  }

  static func folder(of path: String) -> String {
    path == "-" ? "." : PathText.openable(path).folder
  }

  private static func full(_ file: String, in folder: String) -> String {
    PathText.isAbsolute(file) ? file : "\(folder)/\(file)"
  }

  private mutating func place(of file: String) -> Place {
    let path = Self.full(file, in: folder)
    guard allowsElsewhere || !PathText.isAbsolute(file) else { return .other(.outside) }
    guard let found = LocalFile.resolved(path) else {
      // Whether something is there is nobody's business outside the folders.
      return .other(wouldBeInside(path) ? .missing : .outside)
    }
    if roots.contains(where: { ExactPath($0) == ExactPath(found + "/") }) { return .other(.noFile) }
    guard isInside(found) else { return .other(.outside) }
    // A description is no evidence of itself, and an empty file shows nothing.
    guard LocalFile.kind(found) == .file, LocalFile.size(found) != 0, !isOwn(found) else { return .other(.noFile) }
    return .file(found)
  }

  /// Whether a file is the project's own, or a copy of it.
  private mutating func isOwn(_ file: String) -> Bool {
    guard let own else { return ownDigest != nil && digest(of: file) == ownDigest }
    if ExactPath(file) == ExactPath(own) { return true }
    return LocalFile.size(file) == LocalFile.size(own) && digest(of: file) == digest(of: own)
  }

  private func isInside(_ path: String) -> Bool {
    roots.contains { PathText.rest(of: path + "/", behind: $0) != nil }
  }

  /// Whether a path that leads to nothing would lead inside, as far as there are folders.
  private func wouldBeInside(_ path: String) -> Bool {
    var rest = path
    while rest.utf8.contains(UInt8(ascii: "/")), rest != "/" {
      let (folder, name) = PathText.openable(rest)
      if name == ".." { return false }
      rest = folder
      if let found = LocalFile.resolved(rest) { return isInside(found) }
    }
    return false
  }

  /// The sizes that several files have.
  private static func sharedSizes(_ places: [Place]) -> Set<Int> {
    var files: Set<ExactPath> = []
    for case .file(let file) in places { files.insert(ExactPath(file)) }
    var counts: [Int: Int] = [:]
    for size in files.compactMap({ LocalFile.size($0.text) }) { counts[size, default: 0] += 1 }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  private mutating func digest(of file: String) -> String? {
    if let known = digests[ExactPath(file)] { return known }
    let digest = Digest.ofFile(file)
    digests[ExactPath(file)] = .some(digest)
    return digest
  }

  private func state(of file: String, expected: String?) -> AssessmentInput.FileState {
    guard let read = digests[ExactPath(file)] else { return LocalFile.isReadable(file) ? .current : .unreadable }
    guard let digest = read else { return .unreadable }
    return expected == nil || expected == digest ? .current : .hashDiffers
  }
}
