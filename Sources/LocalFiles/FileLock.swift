internal import Glibc
internal import SystemPackage

/// The sole right to replace a file, among programs that ask for it: each waits until the one before it is done.
///
/// It guards a file that is replaced as a whole: whoever waited gets the lock of the file that is there then.
public final class FileLock {
  private let descriptor: FileDescriptor

  /// Waits for the lock. Throws a `FileProblem` where the file is not there or can't be opened. A file system that knows
  /// no locks gives one to everybody: what is read behind it has to be compared all the same.
  public init(_ path: String) throws(FileProblem) {
    do {
      while true {
        let opened = try FileDescriptor.open(FilePath(exactly: path), .readOnly)
        while flock(opened.rawValue, LOCK_EX) != 0, errno == EINTR {}
        let own = try opened.stat()
        if let present = try? FilePath(exactly: path).stat(), present.inode == own.inode,
          present.deviceID == own.deviceID
        {
          descriptor = opened
          return
        }
        try opened.close()
      }
    } catch {
      throw FileProblem(FileProblem.writing, path, error)
    }
  }

  deinit {
    // The lock ends with the descriptor; nothing was written through it.
    try? descriptor.close()
  }
}
