public import Foundation

/// Where things stand, whatever folder the tests run in.
public enum Folder {
  /// The package.
  public static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What others wrote: conformance cases and schemas. Named by `ANSWERABLE_SHARED`; nil where it is absent.
  public static var shared: URL? {
    let named = ProcessInfo.processInfo.environment["ANSWERABLE_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? package.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path()) ? folder : nil
  }

  /// The content of a file of the package.
  public static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: package.appending(path: path)))
  }
}
