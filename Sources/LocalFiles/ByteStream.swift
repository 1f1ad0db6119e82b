internal import Glibc
internal import SystemPackage

/// The bytes of a file or of standard input, a chunk at a time.
public final class ByteStream {
  private let path: String
  private let descriptor: FileDescriptor
  private let isOwned: Bool
  /// As it was before anything was read.
  private let version: Version?

  /// Opens a file. Throws a `FileProblem` of kind `missing` where there is none.
  public init(_ path: String) throws(FileProblem) {
    self.path = path
    isOwned = true
    do {
      descriptor = try FileDescriptor.open(FilePath(exactly: path), .readOnly)
    } catch {
      throw FileProblem(FileProblem.reading, path, error)
    }
    version = Version(descriptor)
  }

  private init(_ name: String, _ descriptor: FileDescriptor) {
    path = name
    self.descriptor = descriptor
    isOwned = false
    version = Version(descriptor)
  }

  /// Standard input, under the name that messages give it.
  public static func standardInput(name: String) -> ByteStream { ByteStream(name, .standardInput) }

  /// Whether there is nothing to read yet, although there may be later: the next read would wait.
  public var isWaiting: Bool { SystemCalls.hasInput(descriptor.rawValue, within: 0) == false }

  /// The next bytes, at most 128 KiB; nil at the end. Throws a `FileProblem` there where the file was written to meanwhile:
  /// what was read may be half of what it was, and half of what it is.
  public func next() throws(FileProblem) -> [UInt8]? {
    do {
      let chunk = try SystemCalls.read(descriptor, atMost: 1 << 17)
      if !chunk.isEmpty { return chunk }
    } catch {
      throw FileProblem(FileProblem.reading, path, error)
    }
    if Version(descriptor) != version { throw FileProblem(changedWhileRead: path) }
    return nil
  }

  /// What writing to a file changes, and putting another one in its place does not.
  private struct Version: Equatable {
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    /// Nil for what is no file, such as a pipe: it has no state that could be another one.
    init?(_ descriptor: FileDescriptor) {
      guard let found = try? descriptor.stat(), found.type == .regular else { return nil }
      size = Int64(found.size)
      seconds = found.st_mtim.tv_sec
      nanoseconds = found.st_mtim.tv_nsec
    }
  }

  deinit {
    // Nothing was written, so a failing close loses nothing.
    if isOwned { try? descriptor.close() }
  }
}
