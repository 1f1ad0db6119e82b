internal import Glibc
internal import SystemPackage

/// A file beside another one whose place it is to take.
///
/// Whoever writes it has its lock for as long as the process lives. One that has none was left by a process that was killed,
/// and goes when the next one for the same place is made.
enum TemporaryFile {
  /// Makes one, and removes what was left.
  static func create(for target: String) throws -> (path: String, descriptor: FileDescriptor) {
    removeLeftovers(of: target)
    while true {
      // What another process or thread writes must not be in the way.
      let path = "\(target).\(getpid())-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))\(ending)"
      let descriptor = try FileDescriptor.open(
        FilePath(exactly: path), .writeOnly, options: [.create, .exclusiveCreate],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      lock(descriptor, LOCK_EX)
      // Before it was locked another process may have taken it for a leftover.
      if LocalFile.isTaken(path) { return (path, descriptor) }
      try descriptor.close()
    }
  }

  private static let ending = ".tmp"

  /// What can't be listed or removed stays: it is in nobody's way.
  private static func removeLeftovers(of target: String) {
    let (folder, name) = PathText.split(target)
    let names = try? LocalFile.names(in: folder.isEmpty ? "." : folder)
    for leftover in names ?? [] where isTemporary(leftover, for: name) {
      let path = folder + leftover
      guard
        let descriptor = try? FileDescriptor.open(
          FilePath(exactly: path), .readOnly, options: [.noFollow, .nonBlocking])
      else { continue }
      let isFile = (try? descriptor.stat().type) == .regular
      if isFile, lock(descriptor, LOCK_EX | LOCK_NB) { SystemCalls.remove(path) }
      try? descriptor.close()
    }
  }

  private static func isTemporary(_ found: String, for name: String) -> Bool {
    guard let stem = PathText.stem(of: found, before: ending), let number = PathText.rest(of: stem, behind: name + ".")
    else { return false }
    let parts = number.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && Int32(parts[0]) != nil && UInt32(parts[1], radix: 36) != nil
  }

  /// Whether the lock was got; false too where the file system knows none.
  @discardableResult private static func lock(_ descriptor: FileDescriptor, _ operation: Int32) -> Bool {
    while flock(descriptor.rawValue, operation) != 0 {
      if errno != EINTR { return false }
    }
    return true
  }
}
