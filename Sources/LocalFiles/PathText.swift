/// Paths as texts, cut and compared as the system does: to it a slash is one whatever accent stands behind it, and names that
/// look the same are different.
public enum PathText {
  /// What stands up to the last `/`, with it, and the name behind it. The folder is empty where there is no slash.
  public static func split(_ path: String) -> (folder: String, name: String) {
    let scalars = path.unicodeScalars
    guard let slash = scalars.lastIndex(of: "/") else { return ("", path) }
    let cut = scalars.index(after: slash)
    return (String(scalars[..<cut]), String(scalars[cut...]))
  }

  /// The same with the folder as something that can be opened: `.` where there is no slash, and no slash at its end.
  public static func openable(_ path: String) -> (folder: String, name: String) {
    let (folder, name) = split(path)
    if folder.isEmpty { return (".", name) }
    return (folder == "/" ? folder : String(folder.unicodeScalars.dropLast()), name)
  }

  /// What stands behind a beginning; nil where the path does not begin so.
  public static func rest(of path: String, behind beginning: String) -> String? {
    guard path.utf8.starts(with: beginning.utf8) else { return nil }
    return String(path.unicodeScalars[path.utf8.index(path.utf8.startIndex, offsetBy: beginning.utf8.count)...])
  }

  /// Whether a path is that of a folder, or leads below it. Neither has `.`, `..` or symbolic links in it.
  public static func isInside(_ path: String, _ folder: String) -> Bool {
    path.utf8.elementsEqual(folder.utf8) || rest(of: path, behind: below(folder)) != nil
  }

  /// The beginning of all paths below a folder.
  public static func below(_ folder: String) -> String { folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/" }
}
