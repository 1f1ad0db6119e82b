internal import LocalFiles

/// What files are called in everything that is said of them.
public struct FileNames: Sendable {
  /// The folder that names begin below, with its `/`; nil where paths are names.
  private let root: String?

  private init(root: String?) { self.root = root }

  /// As they were named.
  public static let asNamed = FileNames(root: nil)

  /// Relative to a folder with projects: where it stands is not told to whoever asks from outside.
  public init(relativeTo folder: ProjectFolder) {
    self.init(root: PathText.below(folder.path))
  }

  public func name(of path: String) -> String {
    root.flatMap { PathText.rest(of: path, behind: $0) } ?? path
  }

  /// The same for the paths inside a text.
  public func shortened(_ text: String) -> String {
    guard let root, root != "/" else { return text }
    var out = ""
    var rest = text[...]
    while let found = rest.firstRange(of: root) {
      out += rest[..<found.lowerBound]
      rest = rest[found.upperBound...]
    }
    return out + rest
  }
}
