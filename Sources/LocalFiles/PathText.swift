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

  /// What stands before an ending, in whichever case the letters of it are written; nil where the path ends otherwise. The
  /// ending is of ASCII, in small letters.
  public static func stem(of path: String, before ending: String) -> String? {
    let tail = path.utf8.suffix(ending.utf8.count)
    guard tail.elementsEqual(ending.utf8, by: { ($0 | (0x41...0x5A ~= $0 ? 0x20 : 0)) == $1 }) else { return nil }
    return String(path.unicodeScalars[..<tail.startIndex])
  }

  /// The same for the first ending of several that it has.
  public static func stem(of path: String, before endings: [String]) -> String? {
    endings.lazy.compactMap { stem(of: path, before: $0) }.first
  }

  /// What stands before the last dot of a name; the whole where it has none.
  public static func withoutExtension(_ path: String) -> String {
    let scalars = path.unicodeScalars
    return scalars.lastIndex(of: ".").map { String(scalars[..<$0]) } ?? path
  }

  public static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

  /// Whether a path is that of a folder, or leads below it. Neither has `.`, `..` or symbolic links in it.
  public static func isInside(_ path: String, _ folder: String) -> Bool {
    path.utf8.elementsEqual(folder.utf8) || rest(of: path, behind: below(folder)) != nil
  }

  /// The beginning of all paths below a folder.
  public static func below(_ folder: String) -> String { folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/" }
}

/// A path as what something is found by: two paths are one where their bytes are.
public struct ExactPath: Sendable, Hashable {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  public static func == (left: ExactPath, right: ExactPath) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    hasher.combine(UInt8(0xFF))
  }
}
