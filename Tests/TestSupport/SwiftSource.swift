internal import Foundation

/// A file of the program's own sources, for tests that read them.
public struct SwiftSource: Sendable {
  /// In the folder that was asked for.
  public let path: String
  /// Without the lines that are comments.
  public let text: String

  /// All below a folder of the package, by their paths.
  public static func all(in folder: String = "Sources") throws -> [SwiftSource] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Folder.package.appending(path: folder).path())
    return try paths.sorted().filter { $0.hasSuffix(".swift") }.map { path in
      let text = String(decoding: try Folder.bytes("\(folder)/\(path)"), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return SwiftSource(
        path: path, text: lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n"))
    }
  }
}
