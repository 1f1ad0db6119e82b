internal import LocalFiles
internal import PolicyModel
public import Questionnaire

extension NewEvidence {
  /// Evidence that somebody names by a file in the project's folder, as it is called from there or from where they are, or
  /// else by an address. A file is bound by its digest, and gives its name where there is no title.
  ///
  /// Throws a `Failure` where it is neither, or a file that can show nothing.
  public init(_ source: String, title: String?, supports: [String], of project: String) throws {
    let folder = try ProjectFolder(EvidenceFiles.folder(of: project))
    guard let (name, path) = Self.file(source, in: folder) else {
      let isElsewhere = LocalFile.kind(source) == .file
      if !isElsewhere, EvidenceAddress.hasScheme(source) {
        guard EvidenceAddress.namesPlace(source) else {
          throw Failure(
            .invalidInput, "nothing is kept at `\(source)`: say where it is, such as `https://records.example/7`")
        }
        self.init(supports: supports, title: title ?? source, uri: source)
        return
      }
      throw Failure(
        .missingInput,
        isElsewhere
          ? "`\(source)` is not in the folder of the project: put a copy there"
          : "there is no file `\(source)` beside the project or below: a name with blanks stands between quotes, an "
            + "address begins such as `https:`")
    }
    let digest = try Self.digest(of: path, called: source, for: project)
    self.init(supports: supports, title: title ?? PathText.split(name).name, file: name, sha256: digest)
  }

  /// The digest of a file that is to be evidence of what a project says. Throws a `Failure` where it can show nothing.
  public static func digest(of path: String, called name: String, for project: String) throws -> String {
    if path == LocalFile.resolved(project) { throw Failure(.invalidInput, "a project is no evidence of itself") }
    guard LocalFile.size(path) != 0 else { throw Failure(.invalidInput, "`\(name)` is empty: it shows nothing") }
    guard let digest = Digest.ofFile(path) else { throw Failure(.inputOutput, "`\(name)` can't be read") }
    return digest
  }

  /// The file's name in the folder, and its path.
  private static func file(_ source: String, in folder: ProjectFolder) -> (name: String, path: String)? {
    if let path = try? folder.presentFile(source) { return (source, path) }
    guard let found = LocalFile.resolved(source),
      let name = PathText.rest(of: found, behind: PathText.below(folder.path))
    else { return nil }
    return (try? folder.presentFile(name)).map { (name, $0) }
  }
}
