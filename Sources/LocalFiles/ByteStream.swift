internal import Glibc
internal import SystemPackage

/// The bytes of a file or of standard input, a chunk at a time.
public final class ByteStream {
  private let path: String
  private let descriptor: FileDescriptor
  private let isOwned: Bool

  /// Opens a file. Throws a `FileProblem` of kind `missing` where there is none.
  public init(_ path: String) throws(FileProblem) {
    self.path = path
    isOwned = true
    do {
      descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
    } catch {
      throw FileProblem(FileProblem.reading, path, error)
    }
  }

  private init(_ name: String, _ descriptor: FileDescriptor) {
    path = name
    self.descriptor = descriptor
    isOwned = false
  }

  /// Standard input, under the name that messages give it.
  public static func standardInput(name: String) -> ByteStream { ByteStream(name, .standardInput) }

  /// Whether there is nothing to read yet, although there may be later: the next read would wait.
  public var isWaiting: Bool {
    var waiting = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    // SAFETY: the kernel writes to the one `pollfd` that the pointer leads to, which is valid for the call.
    return unsafe poll(&waiting, 1, 0) == 0
  }

  /// The next bytes, at most 128 KiB; nil at the end.
  public func next() throws(FileProblem) -> [UInt8]? {
    do {
      // SAFETY: the kernel writes at most `buffer.count` bytes into memory that is valid for the call, and `read`
      // returns how many it has initialised.
      let chunk = try unsafe [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, count in
        count = try unsafe descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      return chunk.isEmpty ? nil : chunk
    } catch {
      throw FileProblem(FileProblem.reading, path, error)
    }
  }

  deinit {
    // Nothing was written, so a failing close loses nothing.
    if isOwned { try? descriptor.close() }
  }
}
