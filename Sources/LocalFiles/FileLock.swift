internal import Glibc
internal import SystemPackage

/// The sole right to replace a file, among programs that ask for it: each waits until the one before it is done, but not
/// without end. Who may read a file can lock it, and keep it so.
///
/// It guards a file that is replaced as a whole: whoever waited gets the lock of the file that is there then.
public final class FileLock {
  private let descriptor: FileDescriptor

  /// Longest wait.
  private static let patience = Duration.seconds(10)

  /// Waits for the lock. Throws a `FileProblem` where the file is not there or can't be opened, or somebody keeps the lock. A
  /// file system that knows no locks gives one to everybody: what is read behind it has to be compared all the same.
  public init(_ path: String) throws(FileProblem) {
    let end = ContinuousClock.now + Self.patience
    do {
      while true {
        let opened = try FileDescriptor.open(FilePath(exactly: path), .readOnly)
        while flock(opened.rawValue, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
          if ContinuousClock.now > end {
            try opened.close()
            throw FileProblem(lockedByOthers: path)
          }
          usleep(2_000)
        }
        let own = try opened.stat()
        if let present = try? FilePath(exactly: path).stat(), present.inode == own.inode,
          present.deviceID == own.deviceID
        {
          descriptor = opened
          return
        }
        try opened.close()
      }
    } catch let problem as FileProblem {
      throw problem
    } catch {
      throw FileProblem(FileProblem.writing, path, error)
    }
  }

  deinit {
    // The lock ends with the descriptor; nothing was written through it.
    try? descriptor.close()
  }
}
